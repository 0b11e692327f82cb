using System.Collections.Immutable;

namespace Newsroom.Domain.Kernel;

/// <summary>The outcome of a command: events to append, all or none, or a refusal.</summary>
/// <typeparam name="TEvent">The events of the stream.</typeparam>
public abstract record Decision<TEvent>
    where TEvent : class
{
    private Decision() { }

    /// <summary>Gets why the command is refused; null where it is accepted.</summary>
    public virtual Refusal? Refusal => null;

    /// <summary>Gets the events to append, in order; none where the command is refused or changes nothing.</summary>
    public virtual ImmutableArray<TEvent> Events => [];

    /// <summary>The command is accepted.</summary>
    /// <param name="Events">The events to append, in order; none where the command changes nothing.</param>
    public record Accepted(params ImmutableArray<TEvent> Events) : Decision<TEvent>
    {
        /// <inheritdoc/>
        public override ImmutableArray<TEvent> Events { get; } = Events;
    }

    /// <summary>The command is refused; nothing changes.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(Refusal Refusal) : Decision<TEvent>
    {
        /// <inheritdoc/>
        public override Refusal Refusal { get; } = Refusal;
    }

    /// <summary>Returns the refusal as a decision.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new Refused(refusal);

    /// <summary>Returns the decision to append one event.</summary>
    public static implicit operator Decision<TEvent>(TEvent happened) => new Accepted(happened);
}
