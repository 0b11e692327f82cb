using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Applies every event that a projection can apply, and parks the others. The daemon's first attempt applies a page of events and stores
/// progress in one transaction. A page that is delivered a second time failed before: it is applied in parts, each in a separate
/// transaction, down to single events. An event that fails alone is stored as a <see cref="DeadLetterEvent"/>. The projection must be
/// idempotent.
/// </summary>
/// <param name="name">The name under which its progress is stored.</param>
/// <param name="projection">The projection.</param>
/// <param name="clock">The clock that delays and times of failures are taken from.</param>
public sealed class ResilientProjection(string name, IProjection projection, TimeProvider clock) : IProjection
{
    private const int MaxAttempts = 3;

    private Page? last;

    /// <inheritdoc/>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0)
        {
            return;
        }

        var page = new Page(events[0].Sequence, events[^1].Sequence);
        var before = Interlocked.Exchange(ref last, page);
        if (before is null || !before.Overlaps(page))
        {
            await projection.ApplyAsync(operations, events, cancellation);
            return;
        }

        await ApplyInPartsAsync(operations.DocumentStore, events, cancellation);
    }

    /// <summary>
    /// Applies events in separate transactions, without storing progress, and parks those that cannot be applied.
    /// </summary>
    internal async Task ApplyInPartsAsync(IDocumentStore store, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CommitAsync(store, events, session => projection.ApplyAsync(session, events, cancellationToken), cancellationToken);
                return;
            }
            catch (Exception) when (events.Count > 1 && !cancellationToken.IsCancellationRequested)
            {
                var half = events.Count / 2;
                await ApplyInPartsAsync(store, [.. events.Take(half)], cancellationToken);
                await ApplyInPartsAsync(store, [.. events.Skip(half)], cancellationToken);
                return;
            }
            catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
            {
                if (attempt == MaxAttempts)
                {
                    await CommitAsync(store, events, session => ParkAsync(session, events[0], failure), cancellationToken);
                    return;
                }
            }

            await Backoff.OfBackgroundWork.DelayAsync(attempt, clock, cancellationToken);
        }
    }

    private Task ParkAsync(IDocumentSession session, IEvent recorded, Exception failure)
    {
        session.Store(
            ParkedEvents.DeadLetter(name, recorded.Sequence, clock.GetUtcNow(), failure.GetType().Name, ProjectionFailure.Summary(failure))
        );
        return Task.CompletedTask;
    }

    /// <summary>Writes in a separate transaction, unless another node has applied these events.</summary>
    private async Task CommitAsync(
        IDocumentStore store,
        IReadOnlyList<IEvent> events,
        Func<IDocumentSession, Task> write,
        CancellationToken cancellationToken
    )
    {
        var (first, final) = (events[0].Sequence, events[^1].Sequence);
        await using var session = store.LightweightSession();
        await session.BeginTransactionAsync(cancellationToken);
        await using var progress = new NpgsqlCommand(
            $"select last_seq_id from {MartenNames.Progression} where name = $1 for no key update",
            session.Connection
        )
        {
            Parameters = { new() { Value = $"{name}{MartenNames.AllShards}" } },
        };
        if (await progress.ExecuteScalarAsync(cancellationToken) is long reached && reached >= first)
        {
            return;
        }

        session.DeleteWhere<DeadLetterEvent>(parked =>
            parked.ProjectionName == name && parked.EventSequence >= first && parked.EventSequence <= final
        );
        await write(session);
        await session.SaveChangesAsync(cancellationToken);
    }

    private sealed record Page(long From, long To)
    {
        public bool Overlaps(Page other) => From <= other.To && other.From <= To;
    }
}
