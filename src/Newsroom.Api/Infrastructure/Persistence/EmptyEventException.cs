using JasperFx.Events;
using JasperFx.Events.Daemon;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>An event's stored data is JSON null: Marten deserializes it without a fault.</summary>
public sealed class EmptyEventException(IEvent recorded) : Exception($"Event {recorded.Sequence} has no data."), IEventFailureContext
{
    /// <inheritdoc/>
    public long Sequence => recorded.Sequence;

    /// <inheritdoc/>
    public string EventTypeName => recorded.EventTypeName;

    /// <inheritdoc/>
    public ShardFailureCategory Category => ShardFailureCategory.EventSerialization;

    /// <inheritdoc/>
    public Guid? EventId => recorded.Id;

    /// <inheritdoc/>
    public Guid? StreamId => recorded.StreamId;

    /// <inheritdoc/>
    public string? StreamKey => recorded.StreamKey;

    /// <inheritdoc/>
    public string? TenantId => recorded.TenantId;

    /// <inheritdoc/>
    public long? Version => recorded.Version;

    /// <summary>Returns the event, which has data.</summary>
    /// <exception cref="EmptyEventException">It has none.</exception>
    public static IEvent ThrowIfEmpty(IEvent recorded) => recorded.Data is null ? throw new EmptyEventException(recorded) : recorded;
}
