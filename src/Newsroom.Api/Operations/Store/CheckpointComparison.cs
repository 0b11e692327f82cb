using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the checkpoints with the tree as it grows, with each other, and with the publications that had to be signed.</summary>
internal sealed class CheckpointComparison(NpgsqlConnection connection, LedgerKeys keys, CompactRange tree, Action<StoreFinding> found)
{
    private readonly List<(Checkpoint Checkpoint, string Which)> awaited = [];
    private readonly Queue<long> sizes = [];
    private (long Size, string Note)? before;
    private long? unsigned;

    /// <summary>The latest signed checkpoint that was read.</summary>
    public string? Latest { get; private set; }

    /// <summary>Reads the checkpoints over more leaves than one number, and at most another.</summary>
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

    /// <summary>Adds a checkpoint that the tree has to pass through.</summary>
    public void Await(SignedNote note, string which)
    {
        try
        {
            var checkpoint = Checkpoint.Parse(note.Text);
            if (note.SignedBy(keys.All).IsEmpty)
            {
                found(
                    new(
                        Damage.CheckpointNotSigned,
                        $"{which}, of {checkpoint.Size} leaves, is not signed with a key of this ledger ({keys.Origin})."
                    )
                );
            }

            awaited.Add((checkpoint, which));
        }
        catch (FormatException problem)
        {
            found(new(Damage.CheckpointNotSigned, $"{which} is damaged: {problem.Message}"));
        }
    }

    /// <summary>Notes that an event that is signed at once is the next leaf.</summary>
    public void Publishes() => unsigned ??= tree.Size;

    /// <summary>Compares the checkpoints signed at the tree's size with it.</summary>
    public void Meet()
    {
        foreach (var (checkpoint, which) in awaited.Where(a => a.Checkpoint.Size == tree.Size).ToList())
        {
            if (checkpoint.Root != tree.Root)
            {
                found(
                    new(
                        Damage.LogForked,
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
            if (unsigned is { } leaf && size > leaf && size <= leaf + LedgerBuilder.MostAtOnce)
            {
                unsigned = null;
            }
        }

        // A publication is signed in the transaction of its leaf.
        if (unsigned < tree.Size - LedgerBuilder.MostAtOnce)
        {
            TellUnsigned();
        }
    }

    /// <summary>Tells what can only be said at the end.</summary>
    public void Finish()
    {
        foreach (var (checkpoint, which) in awaited)
        {
            found(
                new(
                    Damage.LogTruncated,
                    $"{which} covers {checkpoint.Size} leaves, and the ledger has {tree.Size}: the end of it is gone, or the database was "
                        + "put back to an earlier state."
                )
            );
        }

        if (unsigned is not null)
        {
            TellUnsigned();
        }
    }

    private void TellUnsigned()
    {
        found(
            new(
                Damage.CheckpointMissing,
                $"The publication that is leaf {unsigned} was signed at once, and the checkpoint is not in the store any more."
            )
        );
        unsigned = null;
    }

    /// <summary>Has the tree pass through a checkpoint; null where it is damaged, which is told.</summary>
    private Checkpoint? Parse(string note, string which)
    {
        try
        {
            var parsed = SignedNote.Parse(note);
            var checkpoint = Checkpoint.Parse(parsed.Text);
            Await(parsed, which);
            return checkpoint;
        }
        catch (FormatException problem)
        {
            found(new(Damage.CheckpointNotSigned, $"{which} is damaged: {problem.Message}"));
            return null;
        }
    }

    private async Task FollowAsync(Checkpoint checkpoint, long size, string which, CancellationToken cancellationToken)
    {
        if (checkpoint.Size != size)
        {
            found(new(Damage.LedgerChanged, $"{which} is of {checkpoint.Size} leaves, and is kept as one of {size}."));
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
                    Damage.CheckpointMissing,
                    $"{which}, of {checkpoint.Size} leaves, follows one of {previous.Size} leaves that is "
                        + $"{(note is null ? "not in the store any more" : "another now")}."
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
        // What .NET cannot read as a time is only told, and told as another.
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
