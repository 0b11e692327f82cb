using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the checkpoints with the growing tree, with each other, and with the publications that require one.</summary>
internal sealed class CheckpointComparison(NpgsqlConnection connection, LedgerKeys keys, CompactRange tree, Action<IntegrityIssue> found)
{
    private readonly List<(Checkpoint Checkpoint, string Which)> awaited = [];
    private readonly Queue<long> sizes = [];
    private (long Size, string Note)? before;
    private long? unsigned;

    /// <summary>The latest signed checkpoint read so far.</summary>
    public string? Latest { get; private set; }

    /// <summary>Reads the checkpoints of more leaves than one number, up to another.</summary>
    public async Task ReadAsync(long after, long to, CancellationToken cancellationToken)
    {
        foreach (var (size, at, note) in await RowsAsync(after, to, cancellationToken))
        {
            var which = $"The checkpoint signed at {at:yyyy-MM-dd HH:mm:ss} UTC";
            sizes.Enqueue(size);
            Latest = note;
            if (Parse(note, which) is { } checkpoint)
            {
                await FollowAsync(checkpoint, size, which, cancellationToken);
            }

            before = (size, note);
        }
    }

    /// <summary>Adds a checkpoint that the tree must match at its size.</summary>
    public void Expect(SignedNote note, string which)
    {
        try
        {
            var checkpoint = Checkpoint.Parse(note.Text);
            if (note.SignedBy(keys.All).IsEmpty)
            {
                found(
                    new(
                        IntegrityIssueKind.CheckpointNotSigned,
                        $"{which}, of {checkpoint.Size} leaves, is not signed with a key of this ledger ({keys.Origin})."
                    )
                );
            }

            awaited.Add((checkpoint, which));
        }
        catch (FormatException problem)
        {
            found(new(IntegrityIssueKind.CheckpointNotSigned, $"{which} is damaged: {problem.Message}"));
        }
    }

    /// <summary>Expects a checkpoint over the next leaf, whose event is signed immediately.</summary>
    public void ExpectSignature() => unsigned ??= tree.Size;

    /// <summary>Compares the tree with the checkpoints of its size.</summary>
    public void CompareRoots()
    {
        foreach (var (checkpoint, which) in awaited.Where(a => a.Checkpoint.Size == tree.Size).ToList())
        {
            if (checkpoint.Root != tree.Root)
            {
                found(
                    new(
                        IntegrityIssueKind.LogForked,
                        $"{which}, of {checkpoint.Size} leaves, was signed over other leaves than these: the ledger was changed after it "
                            + "was signed, or there are two of them under one key."
                    )
                );
            }

            awaited.Remove((checkpoint, which));
        }

        while (sizes.TryPeek(out var size) && size <= tree.Size)
        {
            sizes.Dequeue();
            if (unsigned is { } leaf && size > leaf && size <= leaf + LedgerBuilder.MaxBatch)
            {
                unsigned = null;
            }
        }

        // A publication is signed in the transaction of its leaf.
        if (unsigned < tree.Size - LedgerBuilder.MaxBatch)
        {
            ReportUnsigned();
        }
    }

    /// <summary>Reports the checkpoints that the tree did not reach.</summary>
    public void Finish()
    {
        foreach (var (checkpoint, which) in awaited)
        {
            found(
                new(
                    IntegrityIssueKind.LogTruncated,
                    $"{which} covers {checkpoint.Size} leaves, but the ledger has {tree.Size}: its end was deleted, or the database was "
                        + "put back to an earlier state."
                )
            );
        }

        if (unsigned is not null)
        {
            ReportUnsigned();
        }
    }

    private void ReportUnsigned()
    {
        found(
            new(
                IntegrityIssueKind.CheckpointMissing,
                $"The publication that is leaf {unsigned} was signed at once, but the checkpoint is missing."
            )
        );
        unsigned = null;
    }

    /// <summary>Parses and adds a checkpoint; returns null, and reports it, where it is damaged.</summary>
    private Checkpoint? Parse(string note, string which)
    {
        try
        {
            var parsed = SignedNote.Parse(note);
            var checkpoint = Checkpoint.Parse(parsed.Text);
            Expect(parsed, which);
            return checkpoint;
        }
        catch (FormatException problem)
        {
            found(new(IntegrityIssueKind.CheckpointNotSigned, $"{which} is damaged: {problem.Message}"));
            return null;
        }
    }

    private async Task FollowAsync(Checkpoint checkpoint, long size, string which, CancellationToken cancellationToken)
    {
        if (checkpoint.Size != size)
        {
            found(new(IntegrityIssueKind.LedgerChanged, $"{which} covers {checkpoint.Size} leaves, but is stored as one of {size}."));
        }

        if (checkpoint.Previous is not { } previous)
        {
            return;
        }

        var note = before is var (earlier, kept) && earlier == previous.Size ? kept : await NoteOfAsync(previous.Size, cancellationToken);
        if (note is null || PreviousCheckpoint.HashOf(note) != previous.Note)
        {
            found(
                new(
                    IntegrityIssueKind.CheckpointMissing,
                    $"{which}, of {checkpoint.Size} leaves, follows one of {previous.Size} leaves that is "
                        + $"{(note is null ? "missing" : "another")}."
                )
            );
        }
    }

    private async Task<string?> NoteOfAsync(long size, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select note from {LedgerTables.Checkpoints} where size = $1", connection)
        {
            Parameters = { new() { Value = size } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task<List<(long Size, DateTime At, string Note)>> RowsAsync(long after, long to, CancellationToken cancellationToken)
    {
        // Times outside .NET's range are only shown, and shown as the epoch.
        const string at = "case when at >= '0001-01-01Z' and at < '10000-01-01Z' then at else 'epoch' end";
        const string sql = $"select size, {at}, note from {LedgerTables.Checkpoints} where size > $1 and size <= $2 order by size";
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<(long, DateTime, string)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            read.Add((rows.GetInt64(0), rows.GetDateTime(1), rows.GetString(2)));
        }

        return read;
    }
}
