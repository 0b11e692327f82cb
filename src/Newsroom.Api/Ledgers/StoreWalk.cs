using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Newsroom.Domain.Erasing;
using Newsroom.Domain.Ledgers;
using Npgsql;

namespace Newsroom.Api.Ledgers;

/// <summary>Compares the event tables with the ledger: every leaf is made again from its event, every hash from the leaves, every checkpoint from the hashes.</summary>
public sealed class StoreWalk(NpgsqlDataSource database, LedgerKeys keys)
{
    private const int AtOnce = 2000;
    private const int MostTold = 20;

    /// <summary>Walks over everything the ledger holds, in one snapshot of the database. Nothing waits for it.</summary>
    /// <param name="since">A checkpoint that somebody kept outside; null for none.</param>
    /// <param name="cancel">The end of the walk.</param>
    /// <returns>How far it has come, again and again; the last one is its result.</returns>
    public async IAsyncEnumerable<StoreReport> Walk(SignedNote? since, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await foreach (var report in Walk(connection, since, cancel))
        {
            yield return report;
        }
    }

    /// <summary>Walks over what a transaction sees.</summary>
    internal async IAsyncEnumerable<StoreReport> Walk(NpgsqlConnection connection, SignedNote? since, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (size, last) = await LedgerLog.Size(connection, cancel);
        var walk = new Progress(connection, keys, size);
        if (since is not null)
        {
            walk.Await(since, "The checkpoint given");
        }

        for (var after = await BeforeFirst(connection, cancel); after < last;)
        {
            var to = Math.Min(after + AtOnce, last);
            await walk.Compare(after, to, cancel);
            after = to;
            yield return walk.Report(isDone: false);
        }

        await walk.Finish(cancel);
        yield return walk.Report(isDone: true);
    }

    private static async Task<long> BeforeFirst(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select coalesce(min(seq_id), 1) - 1 from newsroom.mt_events", connection);
        return Math.Min((long)(await command.ExecuteScalarAsync(cancel))!, 0);
    }

    private sealed class Progress(NpgsqlConnection connection, LedgerKeys keys, long size)
    {
        private readonly GrowingTree tree = new(0, []);
        private readonly List<StoreFinding> findings = [];
        private readonly List<(Checkpoint Checkpoint, string Which)> awaited = [];
        private readonly HashSet<(Guid Event, string Path)> erased = [];
        private readonly HashSet<(Guid Event, string Path)> erasures = [];
        private int wrong;
        private string? latest;

        public StoreReport Report(bool isDone) => new(tree.Size, size, erased.Count, wrong, [.. findings], latest, isDone);

        /// <summary>Compares what lies between two places of the store's order.</summary>
        public async Task Compare(long after, long to, CancellationToken cancel)
        {
            var leaves = await Leaves(after, to, cancel);
            await Signed(tree.Size, tree.Size + leaves.Count, cancel);
            var filled = new List<(int Level, long Index, MerkleHash Hash)>();
            using var leaf = leaves.GetEnumerator();
            var more = leaf.MoveNext();
            await foreach (var record in StoredEvents.Between(connection, after, to, cancel))
            {
                for (; more && leaf.Current.Sequence < record.Sequence; more = leaf.MoveNext())
                {
                    Found(Damage.EventMissing, $"The event {leaf.Current.Event} (sequence {leaf.Current.Sequence}, leaf {leaf.Current.Index}) is not in the store any more.", leaf.Current.Sequence, leaf.Current.Event);
                    Append(leaf.Current, filled);
                }

                if (!more || leaf.Current.Sequence > record.Sequence)
                {
                    Found(Damage.EventInserted, $"{Told(record)} is not in the ledger, though later events are: it was put in afterwards.", record.Sequence, record.Event);
                    continue;
                }

                Compare(record, leaf.Current);
                Append(leaf.Current, filled);
                more = leaf.MoveNext();
            }

            for (; more; more = leaf.MoveNext())
            {
                Found(Damage.EventMissing, $"The event {leaf.Current.Event} (sequence {leaf.Current.Sequence}, leaf {leaf.Current.Index}) is not in the store any more.", leaf.Current.Sequence, leaf.Current.Event);
                Append(leaf.Current, filled);
            }

            await Compare(filled, cancel);
        }

        /// <summary>Looks at what can only be said at the end.</summary>
        public async Task Finish(CancellationToken cancel)
        {
            await Signed(size, long.MaxValue, cancel);
            Meet();
            foreach (var (checkpoint, which) in awaited)
            {
                Found(Damage.LogTruncated, $"{which} covers {checkpoint.Size} leaves, and the ledger has {tree.Size}: the end of it is gone, or the database was put back to an earlier state.");
            }

            foreach (var (id, path) in erased.Except(erasures))
            {
                Found(Damage.ErasedWithoutRecord, $"{path} of the event {id} cannot be read any more, and no erasure says why.", null, id);
            }
        }

        /// <summary>A checkpoint that the tree has to pass through.</summary>
        public void Await(SignedNote note, string which)
        {
            try
            {
                var checkpoint = Checkpoint.Parse(note.Text);
                if (note.SignedBy(keys.All).IsEmpty)
                {
                    Found(Damage.CheckpointNotSigned, $"{which}, of {checkpoint.Size} leaves, is not signed with a key of this ledger ({keys.Origin}).");
                }

                awaited.Add((checkpoint, which));
            }
            catch (FormatException problem)
            {
                Found(Damage.CheckpointNotSigned, $"{which} is damaged: {problem.Message}");
            }
        }

        private void Compare(LedgerRecord record, StoredLeaf leaf)
        {
            try
            {
                if (leaf.Parts.Any(part => part.Salt is null && !JsonNode.DeepEquals(ErasableParts.At(record.Data, part.Path), ErasableParts.Mask(record.Type))))
                {
                    Found(Damage.EventChanged, $"{Told(record)} says something where a part of it is erased.", record.Sequence, record.Event);
                }

                var committed = record.With(leaf.Parts.Select(part => part.Salt is null ? part : CommittedPart.Of(part.Path, part.Salt, ErasableParts.At(record.Data, part.Path))));
                if (record.Event != leaf.Event || committed.Entry(leaf.Salt) != leaf.Entry)
                {
                    NotAsRecorded(record);
                }
                else
                {
                    erasures.UnionWith(Erasures.In(record).Select(p => (p.Event, p.Path)));
                }
            }
            catch (FormatException)
            {
                // A part is not where it was, or the event is nothing that could ever have been recorded.
                NotAsRecorded(record);
            }

            erased.UnionWith(leaf.Parts.Where(p => p.Salt is null).Select(p => (record.Event, p.Path)));
        }

        private void NotAsRecorded(LedgerRecord record) => Found(Damage.EventChanged, $"{Told(record)} is not what was recorded.", record.Sequence, record.Event);

        private void Append(StoredLeaf leaf, List<(int, long, MerkleHash)> filled)
        {
            if (leaf.Index != tree.Size)
            {
                Found(Damage.LeavesOutOfOrder, $"The leaf of the event {leaf.Event} is leaf {leaf.Index}, and should be {tree.Size}: leaves are missing, or were put in another order.", leaf.Sequence, leaf.Event);
            }

            Meet();
            filled.AddRange(tree.Append(MerkleTree.Leaf(leaf.Entry.ToArray())));
            Meet();
        }

        /// <summary>Compares the checkpoints signed at this size with the tree.</summary>
        private void Meet()
        {
            foreach (var (checkpoint, which) in awaited.Where(a => a.Checkpoint.Size == tree.Size).ToList())
            {
                if (checkpoint.Root != tree.Root)
                {
                    Found(Damage.LogForked, $"{which}, of {checkpoint.Size} leaves, was signed over other leaves than these: the ledger was changed after it was signed, or there are two of them under one key.");
                }

                awaited.Remove((checkpoint, which));
            }
        }

        private async Task Compare(List<(int Level, long Index, MerkleHash Hash)> filled, CancellationToken cancel)
        {
            if (filled.Count == 0)
            {
                return;
            }

            const string sql = $"select f.level, f.index from unnest($1, $2, $3) f(level, index, hash) left join {LedgerTables.Hashes} h using (level, index) where h.hash is distinct from f.hash";
            await using var command = new NpgsqlCommand(sql, connection)
            {
                Parameters = { new() { Value = filled.Select(f => f.Level).ToArray() }, new() { Value = filled.Select(f => f.Index).ToArray() }, new() { Value = filled.Select(f => f.Hash.ToArray()).ToArray() } },
            };
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                Found(Damage.HashChanged, $"The hash {rows.GetInt64(1)} of level {rows.GetInt32(0)} is not that over its leaves.");
            }
        }

        private async Task Signed(long after, long to, CancellationToken cancel)
        {
            await using var command = new NpgsqlCommand($"select size, at, note from {LedgerTables.Checkpoints} where size > $1 and size <= $2 order by size", connection) { Parameters = { new() { Value = after }, new() { Value = to } } };
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                var which = $"The checkpoint signed at {rows.GetDateTime(1):yyyy-MM-dd HH:mm:ss} UTC";
                try
                {
                    latest = rows.GetString(2);
                    Await(SignedNote.Parse(latest), which);
                }
                catch (FormatException problem)
                {
                    Found(Damage.CheckpointNotSigned, $"{which} is damaged: {problem.Message}");
                }
            }
        }

        private async Task<List<StoredLeaf>> Leaves(long after, long to, CancellationToken cancel)
        {
            const string sql = $"""
                select l.index, l.sequence, l.event, l.entry, l.salt, p.paths, p.digests, p.salts
                from {LedgerTables.Leaves} l
                left join (
                    select p.sequence, array_agg(p.path order by p.path) paths, array_agg(p.digest order by p.path) digests, array_agg(coalesce(s.salt, ''::bytea) order by p.path) salts
                    from {LedgerTables.Parts} p left join {LedgerTables.Salts} s using (sequence, path) where p.sequence > $1 and p.sequence <= $2 group by p.sequence) p using (sequence)
                where l.sequence > $1 and l.sequence <= $2 order by l.sequence
                """;
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = after }, new() { Value = to } } };
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var leaves = new List<StoredLeaf>();
            while (await rows.ReadAsync(cancel))
            {
                leaves.Add(new StoredLeaf(rows.GetInt64(0), rows.GetInt64(1), rows.GetGuid(2), new MerkleHash(rows.GetFieldValue<byte[]>(3)), rows.GetFieldValue<byte[]>(4), LoggedEvents.PartsOf(rows, 5)));
            }

            return leaves;
        }

        private void Found(Damage damage, string message, long? sequence = null, Guid? id = null)
        {
            wrong++;
            if (findings.Count < MostTold)
            {
                findings.Add(new StoreFinding(damage, message, sequence, id));
            }
        }

        private static string Told(LedgerRecord record) => $"The event {record.Event} (sequence {record.Sequence}, {record.Type}, version {record.Version} of {record.Stream}, {record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";
    }

    private sealed record StoredLeaf(long Index, long Sequence, Guid Event, MerkleHash Entry, byte[] Salt, System.Collections.Immutable.ImmutableArray<CommittedPart> Parts);
}
