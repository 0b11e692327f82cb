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
        operations.Store(events.Select(AuditEntry.Of));
        return Task.CompletedTask;
    }
}
