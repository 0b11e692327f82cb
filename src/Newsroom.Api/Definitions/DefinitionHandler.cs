using Marten;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Kernel;
using Wolverine.Attributes;

namespace Newsroom.Api.Definitions;

/// <summary>Handles commands that define what has an id of its caller's choice, such as a desk: one document, one stream.</summary>
[WolverineIgnore]
public sealed class DefinitionHandler(
    IDocumentStore store,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    TimeProvider clock
)
{
    /// <summary>Loads what is defined, lets the domain decide, appends. Of two commands at once, the second decides on the first.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="decide">The decision on the state before; null where there was none.</param>
    /// <param name="cancellationToken">The request's end.</param>
    public Task<IResult> HandleAsync<TState, TEvent>(
        Definition<TState> definition,
        Func<TState?, Decision<TEvent>> decide,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class =>
        TransientRetry.RunAsync(
            () => HandleOnceAsync(definition, decide, cancellationToken),
            clock,
            cancellationToken,
            TransientRetry.MaxAttemptsOnOneStream
        );

    private async Task<IResult> HandleOnceAsync<TState, TEvent>(
        Definition<TState> definition,
        Func<TState?, Decision<TEvent>> decide,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class
    {
        var (command, request) = (definition.Command, definition.Request);
        await using var session = store.RecordingSession(caller.Actor, command.Name);
        if (await idempotency.ReplayAsync(session, request, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var known = await session.LoadAsync<TState>(definition.Id, cancellationToken);
        var decision = decide(known);
        if (decision.Refusal is { } refusal)
        {
            var subject = $"{definition.Kind} {definition.Id}";
            return await refusals.AnswerAsync(refusal, caller.Actor, command, request, subject, cancellationToken);
        }

        var stream = StreamIds.Of(definition.Kind, definition.Id);
        if (!decision.Events.IsEmpty)
        {
            session.Events.Append(stream, decision.Events);
        }

        var response = known is null
            ? idempotency.Created(definition.Address, definition.Defined, stream)
            : idempotency.Ok(definition.Defined, stream);
        idempotency.Store(session, request, response);
        await session.SaveChangesAsync(cancellationToken);
        return response;
    }
}

/// <summary>A definition that a caller asks for.</summary>
/// <param name="Command">The command.</param>
/// <param name="Request">The body of the request.</param>
/// <param name="Kind">The kind of the stream, as in <see cref="StreamIds.Of"/>.</param>
/// <param name="Id">The id.</param>
/// <param name="Address">The address of what is defined.</param>
/// <param name="Defined">The state as it is to be.</param>
public sealed record Definition<TState>(
    ConfigurationCommand Command,
    object Request,
    string Kind,
    string Id,
    string Address,
    TState Defined
)
    where TState : class;
