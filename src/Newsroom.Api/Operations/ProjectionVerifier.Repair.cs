using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Policies;
using Npgsql;

namespace Newsroom.Api.Operations;

public sealed partial class ProjectionVerifier
{
    /// <summary>Writes what some streams should have in every view, while no command can change them.</summary>
    /// <returns>How many rows differed.</returns>
    public async Task<int> Repair(IReadOnlyCollection<Guid> streams, CancellationToken cancellationToken)
    {
        var found = await Repair([.. streams], All.ToHashSet(), head: 0, cancellationToken);
        return found.Sum(finding => finding.Different.Count);
    }

    /// <summary>Writes what some streams should have in every view, in a transaction that stays its owner's to commit.</summary>
    public Task Repair(IReadOnlyCollection<Guid> streams, NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        Repair([.. streams], All.ToHashSet(), head: 0, transaction, cancellationToken);

    /// <summary>Repairs every row that PostgreSQL accepts, and names the others.</summary>
    private async Task<IReadOnlyList<Finding>> RepairInParts(
        Guid[] streams,
        IReadOnlySet<string> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Repair(streams, views, head, cancellationToken);
        }
        catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
        {
            if (streams.Length == 1 && views.Count == 1)
            {
                var stream = $"{streams[0]}";
                return [new Finding(views.Single(), 1, [stream]) { Failed = [new(stream, ProjectionFailure.Summary(failure))] }];
            }
        }

        var found = new List<Finding>();
        var parts =
            streams.Length > 1
                ? streams.Chunk((streams.Length + 1) / 2).Select(few => (few, views))
                : views.Select(view => (streams, (IReadOnlySet<string>)new HashSet<string> { view }));
        foreach (var (some, named) in parts)
        {
            found.AddRange(await RepairInParts(some, named, head, cancellationToken));
        }

        return found;
    }

    /// <summary>Where a view that follows wrote the same rows at the same time, they are looked at again.</summary>
    private Task<IReadOnlyList<Finding>> Repair(
        Guid[] streams,
        IReadOnlySet<string> views,
        long head,
        CancellationToken cancellationToken
    ) =>
        TransientRetry.RunAsync(
            async () =>
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var found = await Repair(streams, views, head, transaction, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return found;
            },
            clock,
            cancellationToken
        );

    private async Task<IReadOnlyList<Finding>> Repair(
        Guid[] streams,
        IReadOnlySet<string> views,
        long head,
        NpgsqlTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await Hold(streams, views, transaction, cancellationToken);
        var expected = await Expect(transaction, streams, views, head, cancellationToken);
        return await expected.Settle(transaction.Connection!, streams, repair: true, cancellationToken);
    }

    /// <summary>Locks these streams until the transaction ends, and those of policies where a view depends on them.</summary>
    private static async Task Hold(
        Guid[] streams,
        IReadOnlySet<string> views,
        NpgsqlTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        // Not for share: steps lock the policies' streams one after another without a gap, and an append there would wait for the last.
        const string sql = """
            select from newsroom.mt_streams where id = any($1 || array(select id from newsroom.mt_doc_deskpolicies where $2))
            order by id for no key update
            """;
        await using var hold = new NpgsqlCommand(sql, transaction.Connection)
        {
            Parameters =
            {
                new() { Value = streams },
                new() { Value = views.Overlaps(ExpectedRows.JudgedByPolicies) },
            },
        };
        await hold.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<ExpectedRows> Expect(
        NpgsqlTransaction transaction,
        Guid[] streams,
        IReadOnlySet<string> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var progress = (await Progress.In(transaction.Connection!, cancellationToken)).AtLeast(head);
        var policies = await session.Query<DeskPolicies>().ToListAsync(cancellationToken);
        var page = await reading.Of(streams, transaction.Connection!, cancellationToken);
        var unreadable = page.Unreadable;
        while (true)
        {
            // Again without the streams that could not be folded: what was added of them is not all.
            var (expected, known) = (Empty(), unreadable.Count);
            foreach (var stream in page.Events.GroupBy(e => e.StreamId).ExceptBy(unreadable.Select(u => u.Stream), s => s.Key).ToList())
            {
                IReadOnlyList<IEvent> events = [.. stream];
                if (Fold(expected, events) is not null)
                {
                    unreadable.Add(FirstNotFolded(events, Empty));
                }
            }

            if (unreadable.Count == known)
            {
                return expected;
            }
        }

        ExpectedRows Empty() => new(store, views, progress, policies) { Unreadable = unreadable };
    }

    /// <summary>Adds a stream's events; returns why they cannot be folded.</summary>
    private static Exception? Fold(ExpectedRows expected, IReadOnlyList<IEvent> events)
    {
        try
        {
            expected.Add(events[0].StreamId, events);
            return null;
        }
        catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
        {
            return failure;
        }
    }

    private static UnreadableEvent FirstNotFolded(IReadOnlyList<IEvent> events, Func<ExpectedRows> empty)
    {
        var (from, to) = (1, events.Count);
        while (from < to)
        {
            var half = (from + to) / 2;
            (from, to) = Fold(empty(), [.. events.Take(half)]) is null ? (half + 1, to) : (from, half);
        }

        return UnreadableEvent.Of(events[from - 1], ProjectionFailure.Summary(Fold(empty(), [.. events.Take(from)])!));
    }
}
