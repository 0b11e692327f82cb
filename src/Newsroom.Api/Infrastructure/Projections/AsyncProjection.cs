using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>A projection that the daemon runs, and that parks what it cannot apply.</summary>
/// <param name="name">The name under which its progress is stored.</param>
/// <param name="projection">The projection. It is idempotent.</param>
/// <param name="views">What it writes.</param>
public sealed class AsyncProjection(string name, IProjection projection, params IVerifiedView[] views)
    : ProjectionRegistration,
        IEventConsumer
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool IsAsync => true;

    /// <inheritdoc/>
    public override IReadOnlyList<IVerifiedView> Views => views;

    /// <inheritdoc/>
    public override void AddTo(StoreOptions options, TimeProvider clock) =>
        options.Projections.Add(
            new ResilientProjection(name, projection, clock),
            ProjectionLifecycle.Async,
            name,
            asyncConfiguration: async =>
            {
                foreach (var view in views)
                {
                    view.AddTeardown(async);
                }
            }
        );

    /// <inheritdoc/>
    public Task ApplyReadableAsync(IDocumentStore store, StoredEventPage page, TimeProvider clock, CancellationToken cancellationToken) =>
        page.Events.Count == 0
            ? Task.CompletedTask
            : new ResilientProjection(name, projection, clock).ApplyInPartsAsync(store, page.Events, cancellationToken);

    /// <inheritdoc/>
    public Task PassUnreadableAsync(IDocumentSession session, StoredEventPage page, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        session.Store(page.Unreadable.Select(u => ParkedEvents.DeadLetter(name, u.Sequence, now, nameof(UnreadableEvent), u.Error)));
        return Task.CompletedTask;
    }
}
