using JasperFx.Events;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Commands;

/// <summary>Holds the stream that a command is addressed to, and its state.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="State">The state; null where there is none.</param>
public sealed record CommandTarget<TState>(Guid Stream, TState? State)
    where TState : class
{
    /// <summary>Gets the locked stream; null where commands on it do not wait for each other.</summary>
    public IEventStream<TState>? Locked { get; init; }

    /// <summary>Gets the type that is stored with a new stream; null for none.</summary>
    public Type? StreamType { get; init; }

    /// <summary>Gets the refusal where the address does not exist; null where it does, or where the decider refuses it.</summary>
    public Refusal? Missing { get; init; }
}
