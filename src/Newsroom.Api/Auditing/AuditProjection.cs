using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace Newsroom.Api.Auditing;

/// <summary>The audit trail, asynchronously: one line per event of the whole store.</summary>
public sealed class AuditProjection : IProjection
{
    /// <summary>Writes the lines of these events.</summary>
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        // A tombstone marks the place in the record of a command whose commit failed: nothing happened there.
        operations.Store(events.Where(e => e.Data is not Tombstone).Select(AuditEntry.Of));
        return Task.CompletedTask;
    }
}
