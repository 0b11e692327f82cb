using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;

namespace Newsroom.Api.Operations.Projections;

public sealed partial class ProjectionVerifier
{
    /// <summary>Repairs the rows of streams in every view, with the streams locked.</summary>
    /// <returns>How many rows differed.</returns>
    public async Task<int> RepairAsync(IReadOnlyCollection<Guid> streams, CancellationToken cancellationToken)
    {
        var found = await RepairAsync([.. streams], catalog.Views, head: 0, cancellationToken);
        return found.Sum(discrepancies => discrepancies.Different.Count);
    }

    /// <summary>Repairs the rows of streams in every view, in a transaction that the caller commits.</summary>
    public Task RepairAsync(IReadOnlyCollection<Guid> streams, NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        RepairAsync([.. streams], catalog.Views, head: 0, transaction, cancellationToken);

    /// <summary>Repairs every row that PostgreSQL accepts, and names the others.</summary>
    private async Task<IReadOnlyList<Discrepancies>> RepairInPartsAsync(
        Guid[] streams,
        IReadOnlyList<RegisteredView> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RepairAsync(streams, views, head, cancellationToken);
        }
        catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
        {
            if (streams.Length == 1 && views.Count == 1)
            {
                var failed = new FailedRepair(streams[0], null, ProjectionFailure.Summary(failure));
                return [new Discrepancies(views[0].View.Name, 1, [$"{streams[0]}"]) { Failed = [failed] }];
            }
        }

        var found = new List<Discrepancies>();
        var parts =
            streams.Length > 1
                ? streams.Chunk((streams.Length + 1) / 2).Select(few => (few, views))
                : views.Select(view => (streams, (IReadOnlyList<RegisteredView>)[view]));
        foreach (var (some, named) in parts)
        {
            found.AddRange(await RepairInPartsAsync(some, named, head, cancellationToken));
        }

        return found;
    }

    /// <summary>Repairs rows, and retries where a projection wrote them concurrently.</summary>
    private Task<IReadOnlyList<Discrepancies>> RepairAsync(
        Guid[] streams,
        IReadOnlyList<RegisteredView> views,
        long head,
        CancellationToken cancellationToken
    ) =>
        TransientRetry.RunAsync(
            async () =>
            {
                await using var connection = await database.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var found = await RepairAsync(streams, views, head, transaction, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return found;
            },
            clock,
            cancellationToken
        );

    private async Task<IReadOnlyList<Discrepancies>> RepairAsync(
        Guid[] streams,
        IReadOnlyList<RegisteredView> views,
        long head,
        NpgsqlTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await LockAsync(streams, views, transaction, cancellationToken);
        var expected = await ExpectAsync(transaction, streams, views, head, cancellationToken);
        return await expected.ReconcileAsync(transaction.Connection!, streams, repair: true, cancellationToken);
    }

    /// <summary>Locks these streams until the transaction ends, and those of documents that the views reference.</summary>
    private async Task LockAsync(
        Guid[] streams,
        IReadOnlyList<RegisteredView> views,
        NpgsqlTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        // Not FOR SHARE: overlapping shared locks of successive steps would block appends to the referenced streams until the last step.
        var tables = views
            .SelectMany(v => v.View.References)
            .Select(r => r.Type)
            .Distinct()
            .Select(type => "select id from " + $"{TableOf(type)}");
        var referenced = string.Join(" union all ", tables) is { Length: > 0 } ids ? $" || array({ids})" : "";
        await using var hold = new NpgsqlCommand(
            $"select from {MartenNames.Streams} where id = any($1{referenced}) order by id for no key update",
            transaction.Connection
        )
        {
            Parameters = { new() { Value = streams } },
        };
        await hold.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<ExpectedRows> ExpectAsync(
        NpgsqlTransaction transaction,
        Guid[] streams,
        IReadOnlyList<RegisteredView> views,
        long head,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var progress = await ProjectionProgress.ReadAsync(transaction.Connection!, head, cancellationToken);
        var references = await LoadAsync(session, views, transaction.Connection!, cancellationToken);
        var page = await reading.OfAsync(streams, transaction.Connection!, cancellationToken);
        var unreadable = page.Unreadable;
        while (true)
        {
            // Restart without the streams that could not be folded: their rows are incomplete.
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

        ExpectedRows Empty() => new(store, views, progress, references) { Unreadable = unreadable };
    }

    /// <summary>Reads the documents that views reference, and the last event of each type.</summary>
    private async Task<Dictionary<Type, (object Documents, long Last)>> LoadAsync(
        IQuerySession session,
        IReadOnlyList<RegisteredView> views,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var references = new Dictionary<Type, (object Documents, long Last)>();
        foreach (var reference in views.SelectMany(v => v.View.References).DistinctBy(r => r.Type))
        {
            await using var last = new NpgsqlCommand(
                $"select coalesce(max(seq_id), 0) from {MartenNames.Events} where stream_id in (select id from {TableOf(reference.Type)})",
                connection
            );
            var sequence = (long)(await last.ExecuteScalarAsync(cancellationToken))!;
            references.Add(reference.Type, (await reference.LoadAsync(session, cancellationToken), sequence));
        }

        return references;
    }

    private string TableOf(Type document) => store.Options.FindOrResolveDocumentType(document).TableName.QualifiedName;

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
