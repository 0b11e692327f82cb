using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Api.Ledger;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the store with the ledger page by page, in the order of events, and collects the discrepancies.</summary>
internal sealed class StoreComparison
{
    private const int MaxIssues = 20;

    private readonly NpgsqlConnection connection;
    private readonly StoreRange range;
    private readonly CheckpointComparison checkpoints;
    private readonly SourceKeyComparison sources = new();
    private readonly CompactRange tree = new(0, []);
    private readonly List<IntegrityIssue> issues = [];
    private readonly HashSet<(Guid Event, string Path)> erased = [];
    private readonly HashSet<(Guid Event, string Path)> erasures = [];
    private readonly LedgerCounts met = new();
    private int wrong;

    /// <summary>Begins with an empty tree.</summary>
    public StoreComparison(NpgsqlConnection connection, LedgerKeys keys, StoreRange range)
    {
        (this.connection, this.range) = (connection, range);
        checkpoints = new CheckpointComparison(connection, keys, tree, Add);
    }

    /// <summary>Returns progress and result.</summary>
    public StoreReport Report(bool isDone) => new(tree.Size, range.Leaves, erased.Count, wrong, [.. issues], checkpoints.Latest, isDone);

    /// <summary>Adds discrepancies.</summary>
    public void Add(IEnumerable<IntegrityIssue> found)
    {
        foreach (var issue in found)
        {
            Add(issue);
        }
    }

    /// <summary>Adds a checkpoint that the tree must match at its size.</summary>
    public void Expect(SignedNote note, string which) => checkpoints.Expect(note, which);

    /// <summary>Compares the checkpoints of the empty ledger.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await checkpoints.ReadAsync(long.MinValue, 0, cancellationToken);
        checkpoints.CompareRoots();
    }

    /// <summary>Compares the events and leaves after one sequence, up to another.</summary>
    public async Task CompareAsync(long after, long to, CancellationToken cancellationToken)
    {
        var leaves = await StoredLeaf.BetweenAsync(connection, after, to, cancellationToken);
        await checkpoints.ReadAsync(tree.Size, tree.Size + leaves.Count, cancellationToken);
        var filled = new List<(int Level, long Index, MerkleHash Hash)>();
        using var leaf = leaves.GetEnumerator();
        var more = leaf.MoveNext();
        await foreach (var (sequence, id, record, odd) in StoredEvents.ReadRowsAsync(connection, after, to, cancellationToken))
        {
            for (; more && leaf.Current.Sequence < sequence; more = leaf.MoveNext())
            {
                Missing(leaf.Current, filled);
            }

            if (odd.Length > 0)
            {
                Add(
                    new IntegrityIssue(
                        IntegrityIssueKind.EventHidden,
                        $"The event {id} (sequence {sequence}) has a value in {odd} that the store does not write: readers of the "
                            + "record see another event, or none.",
                        sequence,
                        id
                    )
                );
            }

            if (!more || leaf.Current.Sequence > sequence)
            {
                Add(
                    new IntegrityIssue(
                        IntegrityIssueKind.EventInserted,
                        $"{(record is null ? $"The event {id} (sequence {sequence})" : Describe(record))} is not in the ledger, "
                            + "although later "
                            + "events are: it was inserted afterwards.",
                        sequence,
                        id
                    )
                );
                continue;
            }

            Compare(sequence, id, record, leaf.Current);
            Append(leaf.Current, record, filled);
            more = leaf.MoveNext();
        }

        for (; more; more = leaf.MoveNext())
        {
            Missing(leaf.Current, filled);
        }

        await CompareAsync(filled, cancellationToken);
        Add(await StreamComparison.FindMissingAsync(connection, after, to, cancellationToken));
    }

    /// <summary>Compares what is known only at the end.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await checkpoints.ReadAsync(tree.Size, long.MaxValue, cancellationToken);
        checkpoints.CompareRoots();
        checkpoints.Finish();
        foreach (var (id, path) in erased.Except(erasures))
        {
            Add(
                new IntegrityIssue(
                    IntegrityIssueKind.ErasedWithoutRecord,
                    $"{path} of the event {id} is masked, but no erasure records that.",
                    null,
                    id
                )
            );
        }

        Add(await met.FindAsync(connection, tree.Size, cancellationToken));
        Add(await sources.FindAsync(connection, range.Last, cancellationToken));
        Add(await ProgressComparison.FindAsync(connection, cancellationToken));
    }

    private void Missing(StoredLeaf leaf, List<(int Level, long Index, MerkleHash Hash)> filled)
    {
        Add(
            new IntegrityIssue(
                IntegrityIssueKind.EventMissing,
                $"The event {leaf.Event} (sequence {leaf.Sequence}, leaf {leaf.Index}) is missing in the store.",
                leaf.Sequence,
                leaf.Event
            )
        );
        Append(leaf, null, filled);
    }

    private void Compare(long sequence, Guid id, LedgerRecord? record, StoredLeaf leaf)
    {
        if (record is null)
        {
            Add(
                new IntegrityIssue(
                    IntegrityIssueKind.EventChanged,
                    $"The event {id} (sequence {sequence}) has data that could never have been recorded.",
                    sequence,
                    id
                )
            );
        }
        else
        {
            Compare(record, leaf);
        }

        erased.UnionWith(leaf.Parts.Where(p => p.Salt is null).Select(p => (id, p.Path)));
    }

    private void Compare(LedgerRecord record, StoredLeaf leaf)
    {
        try
        {
            if (
                leaf.Parts.Any(part =>
                    part.Salt is null && !JsonNode.DeepEquals(ErasableParts.At(record.Data, part.Path), ErasableParts.Mask(record.Type))
                )
            )
            {
                Add(
                    new IntegrityIssue(
                        IntegrityIssueKind.EventChanged,
                        $"{Describe(record)} has a value where an erased part was masked.",
                        record.Sequence,
                        record.Event
                    )
                );
            }

            ImmutableArray<CommittedPart> parts =
            [
                .. leaf.Parts.Select(part =>
                    part.Salt is null ? part : CommittedPart.Of(part.Path, part.Salt, ErasableParts.At(record.Data, part.Path))
                ),
            ];
            if (record.Event != leaf.Event || record.With(parts).Entry(leaf.Salt) != leaf.Entry)
            {
                NotAsRecorded(record);
                return;
            }

            foreach (var (part, kept) in parts.Zip(leaf.Parts).Where(p => p.First.Digest != p.Second.Digest))
            {
                Add(
                    new IntegrityIssue(
                        IntegrityIssueKind.LedgerChanged,
                        $"The stored digest of {part.Path} of the event {record.Event} is {kept.Digest}, but that of its value "
                            + $"is {part.Digest}.",
                        record.Sequence,
                        record.Event
                    )
                );
            }

            erasures.UnionWith(RecordedErasures.In(record).Select(p => (p.Event, p.Path)));
            sources.Add(record);
        }
        catch (FormatException)
        {
            // A part is missing, or the event has data that could never have been recorded.
            NotAsRecorded(record);
        }
    }

    private void NotAsRecorded(LedgerRecord record) =>
        Add(
            new IntegrityIssue(
                IntegrityIssueKind.EventChanged,
                $"{Describe(record)} differs from what was recorded.",
                record.Sequence,
                record.Event
            )
        );

    private void Append(StoredLeaf leaf, LedgerRecord? record, List<(int, long, MerkleHash)> filled)
    {
        if (leaf.Index != tree.Size)
        {
            Add(
                new IntegrityIssue(
                    IntegrityIssueKind.LeavesOutOfOrder,
                    $"The leaf of the event {leaf.Event} is leaf {leaf.Index}, but should be {tree.Size}: leaves are missing or were "
                        + "reordered.",
                    leaf.Sequence,
                    leaf.Event
                )
            );
        }

        if (record is not null && LedgerBuilder.SignedImmediately.Contains(record.Type))
        {
            checkpoints.ExpectSignature();
        }

        met.Add(leaf);
        filled.AddRange(tree.Append(MerkleTree.Leaf(leaf.Entry.ToArray())));
        checkpoints.CompareRoots();
    }

    private async Task CompareAsync(List<(int Level, long Index, MerkleHash Hash)> filled, CancellationToken cancellationToken)
    {
        if (filled.Count == 0)
        {
            return;
        }

        const string sql =
            $"select f.level, f.index from unnest($1, $2, $3) f(level, index, hash) left join {LedgerTables.Hashes} h using (level, "
            + "index) where h.hash is distinct from f.hash";
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = filled.Select(f => f.Level).ToArray() },
                new() { Value = filled.Select(f => f.Index).ToArray() },
                new() { Value = filled.Select(f => f.Hash.ToArray()).ToArray() },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            Add(
                new IntegrityIssue(
                    IntegrityIssueKind.HashChanged,
                    $"The hash {rows.GetInt64(1)} of level {rows.GetInt32(0)} differs from the hash over its leaves."
                )
            );
        }
    }

    private void Add(IntegrityIssue issue)
    {
        wrong++;
        if (issues.Count < MaxIssues)
        {
            issues.Add(issue);
        }
    }

    private static string Describe(LedgerRecord record) =>
        $"The event {record.Event} (sequence {record.Sequence}, {record.Type}, version {record.Version} of {record.Stream}, "
        + $"{record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";
}
