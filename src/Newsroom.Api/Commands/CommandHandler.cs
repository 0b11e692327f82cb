using System.Data;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Kernel;
using Npgsql;
using Wolverine.Attributes;

namespace Newsroom.Api.Commands;

/// <summary>
/// Handles every command that is not addressed to a story, in one transaction: load and lock, replay a repeat, decide, append, commit. A
/// refusal is recorded after the transaction has ended.
/// </summary>
[WolverineIgnore]
public sealed class CommandHandler(
    IDocumentStore store,
    NpgsqlDataSource database,
    MaintenanceDatabase maintenance,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    IHttpContextAccessor accessor,
    TimeProvider clock,
    CommandMetrics metrics
)
{
    /// <summary>Handles a command; repeats the transaction while it collides with others.</summary>
    /// <param name="request">The command.</param>
    /// <param name="begin">Creates an attempt in its transaction.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IResult> HandleAsync<TState, TEvent>(
        CommandRequest request,
        Func<CommandTransaction, CommandAttempt<TState, TEvent>> begin,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class
    {
        if (accessor.HttpContext is { Request: var asked } && DryRun.IsAsked(asked))
        {
            return await PreviewAsync(request, begin, cancellationToken);
        }

        var (response, committed) = await TransientRetry.RunAsync(
            () => HandleOnceAsync(request, begin, cancellationToken),
            clock,
            cancellationToken,
            request.MaxAttempts
        );
        if (committed is not null)
        {
            await committed.AfterCommitAsync(cancellationToken);
        }

        return response;
    }

    /// <summary>Records a refusal, and returns the response.</summary>
    public Task<IResult> RefuseAsync(Refusal refusal, CommandRequest request, CancellationToken cancellationToken) =>
        refusals.AnswerAsync(refusal, caller.Actor, request.Description, request.RecordedBody, request.Subject, cancellationToken);

    private async Task<(IResult Response, CommandAttempt<TState, TEvent>? Committed)> HandleOnceAsync<TState, TEvent>(
        CommandRequest request,
        Func<CommandTransaction, CommandAttempt<TState, TEvent>> begin,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class
    {
        var outcome = await RunAsync(request, begin, cancellationToken);
        // After the transaction, which releases its locks: a rebuild that holds the stream of refusals waits for them.
        return outcome.Refusal is { } refusal
            ? (await RefuseAsync(refusal, request, cancellationToken), null)
            : (outcome.Response!, outcome.Committed);
    }

    private async Task<Outcome<TState, TEvent>> RunAsync<TState, TEvent>(
        CommandRequest request,
        Func<CommandTransaction, CommandAttempt<TState, TEvent>> begin,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class
    {
        await using var connection = await OpenAsync(request, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, request.Description.Name, transaction);
        var attempt = begin(new CommandTransaction(session, transaction));
        var target = await attempt.LoadAsync(cancellationToken);
        if (target.Missing is { } missing)
        {
            return new(missing.ToProblem());
        }

        // After the load: if the state is that of a concurrent repeat, its response is stored by now.
        if (await idempotency.ReplayAsync(session, request.Body, cancellationToken) is { } replayed)
        {
            return new(replayed);
        }

        if (await attempt.LoadContextAsync(target.State, cancellationToken) is { } undecided)
        {
            return new(undecided);
        }

        var decision = attempt.Decide(target.State);
        if (decision.Refusal is { } refusal)
        {
            return new(null) { Refusal = refusal };
        }

        Append(session, target, decision);
        var body = await attempt.ApplyAsync(target, decision.Events, cancellationToken);
        var response = Respond(session, request, target.Stream, body);
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Accepted(request.Description.Name);
        return new(response) { Committed = attempt };
    }

    private async Task<IResult> PreviewAsync<TState, TEvent>(
        CommandRequest request,
        Func<CommandTransaction, CommandAttempt<TState, TEvent>> begin,
        CancellationToken cancellationToken
    )
        where TState : class
        where TEvent : class
    {
        await using var connection = await OpenAsync(request, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await ReadOnlyTransaction.BeginAsync(transaction, cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, request.Description.Name, transaction);
        var attempt = begin(new CommandTransaction(session, transaction) { IsPreview = true });
        var target = await attempt.LoadAsync(cancellationToken);
        if (target.Missing is { } missing)
        {
            return missing.ToProblem();
        }

        if (await attempt.LoadContextAsync(target.State, cancellationToken) is { } undecided)
        {
            return undecided;
        }

        var decision = attempt.Decide(target.State);
        return decision.Refusal is { } refusal
            ? await RefuseAsync(refusal, request, cancellationToken)
            : Results.Ok(
                new CommandPreview(
                    [.. decision.Events.Select(e => new PreviewedEvent(EventNames.Of(e.GetType()), e))],
                    [.. attempt.EffectsOf(target.State, decision.Events)]
                )
            );
    }

    private async Task<NpgsqlConnection> OpenAsync(CommandRequest request, CancellationToken cancellationToken) =>
        request.IsOfOwner ? await maintenance.OpenAsync(cancellationToken) : await database.OpenConnectionAsync(cancellationToken);

    private static void Append<TState, TEvent>(IDocumentSession session, CommandTarget<TState> target, Decision<TEvent> decision)
        where TState : class
        where TEvent : class
    {
        IEnumerable<object> events = decision.Events;
        if (decision.Events.IsEmpty)
        {
            return;
        }

        if (target.Locked is { } stream)
        {
            stream.AppendMany(events);
        }
        else if (target.State is not null)
        {
            session.Events.Append(target.Stream, events);
        }
        else if (target.StreamType is { } type)
        {
            session.Events.StartStream(type, target.Stream, events);
        }
        else
        {
            session.Events.StartStream(target.Stream, events);
        }
    }

    private IResult Respond(IDocumentSession session, CommandRequest request, Guid stream, ResponseBody body)
    {
        if (body.IsSecret)
        {
            return Results.Ok(body.Value);
        }

        var response = ResponseOf(body.Value);
        idempotency.Store(session, request.Body, body.Repeated is { } repeated ? ResponseOf(repeated) : response);
        return response;

        StoredResponse ResponseOf(object value) =>
            body.Location is { } address ? idempotency.Created(address, value, stream) : idempotency.Ok(value, stream);
    }

    private sealed record Outcome<TState, TEvent>(IResult? Response)
        where TState : class
        where TEvent : class
    {
        public Refusal? Refusal { get; init; }

        public CommandAttempt<TState, TEvent>? Committed { get; init; }
    }
}
