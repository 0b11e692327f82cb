using System.Collections.Immutable;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>
/// Adds a leaf for each event, behind the commands. Its position is read from the table of leaves each time. Leaves, hashes and progress
/// are written in one transaction; of two builders that overlap while the leader changes, one fails on the other's leaf.
/// </summary>
public sealed class LedgerBuilder(NpgsqlDataSource database, LedgerKeys keys, TimeProvider clock) : ISubscription, IEventConsumer
{
    /// <summary>The name under which its progress is stored.</summary>
    public const string Name = "ledger";

    // Under load, events are batched: a hundred small transactions a second would slow down the commits of commands.
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The maximum number of leaves in one transaction.</summary>
    internal const int MaxBatch = 5000;

    // A published edition is in a signed checkpoint from the start.
    internal static readonly ImmutableHashSet<string> SignedImmediately = ["story_published", "story_corrected"];

    private const string Insert = $"""
        with
            leaves as (insert into {LedgerTables.Leaves} select * from unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[])),
            hashes as (insert into {LedgerTables.Hashes} select * from unnest(?::int[], ?::bigint[], ?::bytea[])),
            parts as (insert into {LedgerTables.Parts} select * from unnest(?::bigint[], ?::text[], ?::bytea[]))
        insert into {LedgerTables.Salts} select * from unnest(?::bigint[], ?::text[], ?::bytea[])
        """;

    private long built;

    /// <inheritdoc/>
    public async Task<IChangeListener> ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        CancellationToken cancellationToken
    )
    {
        await AddLeavesAsync(page.SequenceCeiling, operations, cancellationToken);
        return NullChangeListener.Instance;
    }

    string IEventConsumer.Name => Name;

    Task IEventConsumer.ApplyReadableAsync(
        IDocumentStore store,
        StoredEventPage page,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    // A leaf is built from an event's stored text, which need not be deserializable.
    Task IEventConsumer.PassUnreadableAsync(
        IDocumentSession session,
        StoredEventPage page,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => AddLeavesAsync(page.Last, session, cancellationToken);

    /// <summary>Adds the missing leaves of all events up to one, without deserializing any.</summary>
    internal async Task AddLeavesAsync(long ceiling, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if ((await LedgerLog.ReadSizeAsync(connection, cancellationToken)).Last >= ceiling)
        {
            return;
        }

        await DelayBatchAsync(cancellationToken);
        var (tree, last) = await LedgerLog.ReadEdgeAsync(connection, cancellationToken);
        var leaves = await BuildLeavesAsync(
            connection,
            last,
            await FindCeilingAsync(connection, last, cancellationToken),
            cancellationToken
        );
        if (leaves.Count == 0)
        {
            return;
        }

        var (from, filled) = (tree.Size, new List<(int Level, long Index, MerkleHash Hash)>());
        foreach (var leaf in leaves)
        {
            filled.AddRange(tree.Append(MerkleTree.Leaf(leaf.Entry.ToArray())));
        }

        var parts = leaves.SelectMany(l => l.Parts.Select(part => (l.Record.Sequence, Part: part))).ToList();
        operations.QueueSqlCommand(
            Insert,
            leaves.Select((_, at) => from + at).ToArray(),
            leaves.Select(l => l.Record.Sequence).ToArray(),
            leaves.Select(l => l.Record.Event).ToArray(),
            leaves.Select(l => l.Entry.ToArray()).ToArray(),
            leaves.Select(l => l.Salt).ToArray(),
            filled.Select(f => f.Level).ToArray(),
            filled.Select(f => f.Index).ToArray(),
            filled.Select(f => f.Hash.ToArray()).ToArray(),
            parts.Select(p => p.Sequence).ToArray(),
            parts.Select(p => p.Part.Path).ToArray(),
            parts.Select(p => p.Part.Digest.ToArray()).ToArray(),
            parts.Select(p => p.Sequence).ToArray(),
            parts.Select(p => p.Part.Path).ToArray(),
            parts.Select(p => p.Part.Salt!).ToArray()
        );

        // With the first leaves there is a checkpoint, so leaves without one show that it was deleted.
        if (from == 0 || leaves.Any(l => SignedImmediately.Contains(l.Record.Type)))
        {
            var previous = await Checkpoints.PreviousAsync(connection, tree.Size, cancellationToken);
            operations.QueueSqlCommand(
                $"insert into {LedgerTables.Checkpoints} values (?, ?, ?)",
                tree.Size,
                clock.GetUtcNow(),
                keys.Sign(tree.Size, tree.Root, previous)
            );
        }
    }

    private async Task DelayBatchAsync(CancellationToken cancellationToken)
    {
        if (MinInterval - clock.GetElapsedTime(built) is { Ticks: > 0 } early)
        {
            await Task.Delay(early, clock, cancellationToken);
        }

        built = clock.GetTimestamp();
    }

    /// <summary>Returns the last event of the batch, which may be after the page: further leaves cost little.</summary>
    private static async Task<long> FindCeilingAsync(NpgsqlConnection connection, long last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select coalesce(max(seq_id), 0) from (select seq_id from {MartenNames.Events} where seq_id > $1 order by seq_id limit $2) e",
            connection
        )
        {
            Parameters =
            {
                new() { Value = last },
                new() { Value = MaxBatch },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Builds the leaves of the events after one sequence, up to another, once no gap can be filled any more.</summary>
    private static async Task<List<Leaf>> BuildLeavesAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        CancellationToken cancellationToken
    )
    {
        var leaves = await ReadAsync(connection, after, to, cancellationToken);
        if (leaves.Count < to - after)
        {
            // A sequence gap may belong to an in-flight transaction: wait for those that may have taken it.
            await InFlightAppends.WaitForAllAsync(connection, cancellationToken);
            leaves = await ReadAsync(connection, after, to, cancellationToken);
        }

        return leaves;
    }

    private static async Task<List<Leaf>> ReadAsync(NpgsqlConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        var leaves = new List<Leaf>();
        await foreach (var record in StoredEvents.ReadAsync(connection, after, to, cancellationToken))
        {
            var (parts, salt) = (record.Commit(), Commitment.NewSalt());
            leaves.Add(new Leaf(record, parts, salt, record.With(parts).Entry(salt)));
        }

        return leaves;
    }

    private sealed record Leaf(LedgerRecord Record, ImmutableArray<CommittedPart> Parts, byte[] Salt, MerkleHash Entry);
}
