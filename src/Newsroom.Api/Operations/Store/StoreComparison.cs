using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Api.Ledger;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the store with the ledger page by page, in the store's order, and collects what is wrong.</summary>
internal sealed class StoreComparison
{
    private const int MostTold = 20;

    private readonly NpgsqlConnection connection;
    private readonly StoreRange range;
    private readonly CheckpointComparison checkpoints;
    private readonly SourceKeyComparison sources = new();
    private readonly CompactRange tree = new(0, []);
    private readonly List<StoreFinding> findings = [];
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

    /// <summary>How far it has come.</summary>
    public StoreReport Report(bool isDone) => new(tree.Size, range.Leaves, erased.Count, wrong, [.. findings], checkpoints.Latest, isDone);

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(IEnumerable<StoreFinding> found)
    {
        foreach (var finding in found)
        {
            Add(finding);
        }
    }

    /// <summary>A checkpoint that the tree has to pass through.</summary>
    public void Await(SignedNote note, string which) => checkpoints.Await(note, which);

    /// <summary>Compares what was signed before the first leaf.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await checkpoints.ReadAsync(long.MinValue, 0, cancellationToken);
        checkpoints.Meet();
    }

    /// <summary>Compares what lies between two places of the store's order.</summary>
    public async Task CompareAsync(long after, long to, CancellationToken cancellationToken)
    {
        var leaves = await StoredLeaf.BetweenAsync(connection, after, to, cancellationToken);
        await checkpoints.ReadAsync(tree.Size, tree.Size + leaves.Count, cancellationToken);
        var filled = new List<(int Level, long Index, MerkleHash Hash)>();
        using var leaf = leaves.GetEnumerator();
        var more = leaf.MoveNext();
        await foreach (var (sequence, id, record, odd) in StoredEvents.WholeRowsAsync(connection, after, to, cancellationToken))
        {
            for (; more && leaf.Current.Sequence < sequence; more = leaf.MoveNext())
            {
                Missing(leaf.Current, filled);
            }

            if (odd.Length > 0)
            {
                Add(
                    new StoreFinding(
                        Damage.EventHidden,
                        $"The event {id} (sequence {sequence}) has something in {odd} that the store does not write: readers of the "
                            + "record would see another event, or none.",
                        sequence,
                        id
                    )
                );
            }

            if (!more || leaf.Current.Sequence > sequence)
            {
                Add(
                    new StoreFinding(
                        Damage.EventInserted,
                        $"{(record is null ? $"The event {id} (sequence {sequence})" : Told(record))} is not in the ledger, though later "
                            + "events are: it was put in afterwards.",
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
        Add(await StreamRows.MissingAsync(connection, after, to, cancellationToken));
    }

    /// <summary>Looks at what can only be said at the end.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await checkpoints.ReadAsync(tree.Size, long.MaxValue, cancellationToken);
        checkpoints.Meet();
        checkpoints.Finish();
        foreach (var (id, path) in erased.Except(erasures))
        {
            Add(
                new StoreFinding(
                    Damage.ErasedWithoutRecord,
                    $"{path} of the event {id} cannot be read any more, and no erasure says why.",
                    null,
                    id
                )
            );
        }

        Add(await met.FindAsync(connection, tree.Size, cancellationToken));
        Add(await sources.FindAsync(connection, range.Last, cancellationToken));
        Add(await DaemonProgress.AheadAsync(connection, cancellationToken));
    }

    private void Missing(StoredLeaf leaf, List<(int Level, long Index, MerkleHash Hash)> filled)
    {
        Add(
            new StoreFinding(
                Damage.EventMissing,
                $"The event {leaf.Event} (sequence {leaf.Sequence}, leaf {leaf.Index}) is not in the store any more.",
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
                new StoreFinding(
                    Damage.EventChanged,
                    $"The event {id} (sequence {sequence}) holds nothing that could ever have been recorded.",
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
                    new StoreFinding(
                        Damage.EventChanged,
                        $"{Told(record)} says something where a part of it is erased.",
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
                    new StoreFinding(
                        Damage.LedgerChanged,
                        $"The digest that is kept of {part.Path} of the event {record.Event} is {kept.Digest}, and that of what is there "
                            + $"is {part.Digest}.",
                        record.Sequence,
                        record.Event
                    )
                );
            }

            erasures.UnionWith(RecordedErasures.In(record).Select(p => (p.Event, p.Path)));
            sources.Note(record);
        }
        catch (FormatException)
        {
            // A part is not where it was, or the event is nothing that could ever have been recorded.
            NotAsRecorded(record);
        }
    }

    private void NotAsRecorded(LedgerRecord record) =>
        Add(new StoreFinding(Damage.EventChanged, $"{Told(record)} is not what was recorded.", record.Sequence, record.Event));

    private void Append(StoredLeaf leaf, LedgerRecord? record, List<(int, long, MerkleHash)> filled)
    {
        if (leaf.Index != tree.Size)
        {
            Add(
                new StoreFinding(
                    Damage.LeavesOutOfOrder,
                    $"The leaf of the event {leaf.Event} is leaf {leaf.Index}, and should be {tree.Size}: leaves are missing, or were put "
                        + "in another order.",
                    leaf.Sequence,
                    leaf.Event
                )
            );
        }

        if (record is not null && LedgerBuilder.SignedAtOnce.Contains(record.Type))
        {
            checkpoints.Publishes();
        }

        met.Add(leaf);
        filled.AddRange(tree.Append(MerkleTree.Leaf(leaf.Entry.ToArray())));
        checkpoints.Meet();
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
                new StoreFinding(
                    Damage.HashChanged,
                    $"The hash {rows.GetInt64(1)} of level {rows.GetInt32(0)} is not that over its leaves."
                )
            );
        }
    }

    private void Add(StoreFinding finding)
    {
        wrong++;
        if (findings.Count < MostTold)
        {
            findings.Add(finding);
        }
    }

    private static string Told(LedgerRecord record) =>
        $"The event {record.Event} (sequence {record.Sequence}, {record.Type}, version {record.Version} of {record.Stream}, "
        + $"{record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";
}
