using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Commands;

/// <summary>One attempt of a command: the steps that differ between commands, in the order of their use.</summary>
/// <typeparam name="TState">The state that is decided on.</typeparam>
/// <typeparam name="TEvent">The events of the stream.</typeparam>
public abstract class CommandAttempt<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>Loads the state, and locks it where concurrent commands should wait.</summary>
    public abstract Task<CommandTarget<TState>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Loads the other data of the decision. A repeated command was answered before.</summary>
    /// <returns>A response where the command cannot be decided now; otherwise null.</returns>
    public virtual Task<IResult?> LoadContextAsync(TState? state, CancellationToken cancellationToken) => Task.FromResult<IResult?>(null);

    /// <summary>Calls the decider.</summary>
    public abstract Decision<TEvent> Decide(TState? state);

    /// <summary>Describes what the command would change besides what it asks for; for previews.</summary>
    public virtual IEnumerable<CommandEffect> EffectsOf(TState? state, ImmutableArray<TEvent> events) => [];

    /// <summary>Does what the command does besides appending, and returns the response. The events are in the session.</summary>
    public abstract Task<ResponseBody> ApplyAsync(
        CommandTarget<TState> target,
        ImmutableArray<TEvent> events,
        CancellationToken cancellationToken
    );

    /// <summary>Does what must follow the commit.</summary>
    public virtual Task AfterCommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
