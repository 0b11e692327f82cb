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
/// Adds a leaf for each event, behind the commands. Where it stands is what the table of leaves holds, read each time: leaves, hashes and
/// progress are
/// written in one transaction, and of two builders that overlap while a leader changes one fails on the leaf the other wrote.
/// </summary>
public sealed class LedgerBuilder(NpgsqlDataSource database, LedgerKeys keys, TimeProvider clock) : ISubscription, IEventConsumer
{
    /// <summary>The name its progress is kept under.</summary>
    public const string Name = "ledger";

    // Under load, leaves are made of what has come together meanwhile: a hundred small transactions a second would cost the commands' own
    // commits.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    /// <summary>The most leaves that are made in one transaction.</summary>
    internal const int MostAtOnce = 5000;

    // An edition that readers see is in a signed checkpoint from the first moment.
    internal static readonly ImmutableHashSet<string> SignedAtOnce = ["story_published", "story_corrected"];

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

    Task IEventConsumer.ApplyReadableAsync(IDocumentStore store, StoredEventPage page, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    // A leaf is made of an event's stored text: it needs no event that can be deserialized.
    Task IEventConsumer.PassUnreadableAsync(IDocumentSession session, StoredEventPage page, CancellationToken cancellationToken) =>
        AddLeavesAsync(page.Last, session, cancellationToken);

    /// <summary>Adds the leaves of all events up to one, where they are missing. No event is deserialized for that.</summary>
    internal async Task AddLeavesAsync(long ceiling, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if ((await LedgerLog.SizeAsync(connection, cancellationToken)).Last >= ceiling)
        {
            return;
        }

        await GatherAsync(cancellationToken);
        var (tree, last) = await LedgerLog.EdgeAsync(connection, cancellationToken);
        var leaves = await LeavesAsync(connection, last, await CeilingAsync(connection, last, cancellationToken), cancellationToken);
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
        if (leaves.Any(l => SignedAtOnce.Contains(l.Record.Type)))
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

    private async Task GatherAsync(CancellationToken cancellationToken)
    {
        if (Between - clock.GetElapsedTime(built) is { Ticks: > 0 } early)
        {
            await Task.Delay(early, clock, cancellationToken);
        }

        built = clock.GetTimestamp();
    }

    /// <summary>How far leaves are made at once: also of events after the page, which come with it for little.</summary>
    private static async Task<long> CeilingAsync(NpgsqlConnection connection, long last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(max(seq_id), 0) from (select seq_id from newsroom.mt_events where seq_id > $1 order by seq_id limit $2) e",
            connection
        )
        {
            Parameters =
            {
                new() { Value = last },
                new() { Value = MostAtOnce },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The leaves of the events after one place, up to another, once none can come between any more.</summary>
    private static async Task<List<Leaf>> LeavesAsync(NpgsqlConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        var leaves = await ReadAsync(connection, after, to, cancellationToken);
        if (leaves.Count < to - after)
        {
            // A number without an event is one whose command failed, or is still to commit: whoever might have taken it is waited for.
            await InFlightAppends.WaitForAllAsync(connection, cancellationToken);
            leaves = await ReadAsync(connection, after, to, cancellationToken);
        }

        return leaves;
    }

    private static async Task<List<Leaf>> ReadAsync(NpgsqlConnection connection, long after, long to, CancellationToken cancellationToken)
    {
        var leaves = new List<Leaf>();
        await foreach (var record in StoredEvents.BetweenAsync(connection, after, to, cancellationToken))
        {
            var (parts, salt) = (record.Commit(), Commitment.NewSalt());
            leaves.Add(new Leaf(record, parts, salt, record.With(parts).Entry(salt)));
        }

        return leaves;
    }

    private sealed record Leaf(LedgerRecord Record, ImmutableArray<CommittedPart> Parts, byte[] Salt, MerkleHash Entry);
}
