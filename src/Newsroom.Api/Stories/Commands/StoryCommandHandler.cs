using System.Diagnostics;
using JasperFx;
using Marten;
using Marten.Services.BatchQuerying;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Publication;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Carries a command to its story: loads the story for writing, lets the domain decide, appends what it decided, answers. Three round trips:
/// load and lock, append, commit. Commands on one story wait for each other, so nobody sees a conflict that was only timing.
/// </summary>
public sealed class StoryCommandHandler(
    IDocumentStore store,
    IHttpContextAccessor accessor,
    CallingActor caller,
    RefusalLog refusals,
    TimeProvider clock,
    IOptions<JsonOptions> json
)
{
    private readonly HttpContext http = accessor.HttpContext ?? throw new InvalidOperationException("A command comes with a request.");

    /// <summary>Carries a command that the story's state decides.</summary>
    public Task<IResult> Carry<TCommand>(
        Guid id,
        TCommand command,
        Func<Story, TCommand, Actor, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand =>
        Carry(id, command, (_, _) => Nothing, (story, _, given, _, actor) => decide(story, given, actor), cancellationToken);

    /// <summary>Carries a command that needs the words too.</summary>
    public Task<IResult> Carry<TCommand>(
        Guid id,
        TCommand command,
        Func<Story, StoryText, TCommand, Actor, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand =>
        Carry(id, command, (_, _) => Nothing, (story, text, given, _, actor) => decide(story, text, given, actor), cancellationToken);

    /// <summary>Carries a command that needs to know when it is.</summary>
    public Task<IResult> Carry<TCommand>(
        Guid id,
        TCommand command,
        Func<Story, TCommand, Actor, DateTimeOffset, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand =>
        Carry(id, command, (_, _) => Nothing, (story, _, given, _, actor, now) => decide(story, given, actor, now), cancellationToken);

    /// <summary>Carries a command that needs something beside the story, loaded in the same round trip.</summary>
    public async Task<IResult> Carry<TCommand, TBeside>(
        Guid id,
        TCommand command,
        Func<IBatchedQuery, TCommand, Task<TBeside>> beside,
        Func<Story, StoryText, TCommand, TBeside, Actor, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand =>
        await Carry(
            id,
            command,
            beside,
            (story, text, given, loaded, actor, _) => decide(story, text, given, loaded, actor),
            cancellationToken
        );

    /// <summary>Carries a command that needs something beside the story, and to know when it is.</summary>
    public async Task<IResult> Carry<TCommand, TBeside>(
        Guid id,
        TCommand command,
        Func<IBatchedQuery, TCommand, Task<TBeside>> beside,
        Func<Story, StoryText, TCommand, TBeside, Actor, DateTimeOffset, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand => await RetryWhenSlugTakenAsync(() => CarryOnce(id, command, beside, decide, cancellationToken), cancellationToken);

    /// <summary>Begins a story.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="beside">Loads what the decision needs, in the one round trip before it.</param>
    /// <param name="decide">The decision.</param>
    /// <param name="cancellationToken">The request's end.</param>
    public async Task<IResult> Begin<TBeside>(
        StoryCommand.DraftArticle command,
        Func<IBatchedQuery, Task<TBeside>> beside,
        Func<TBeside, Actor, Decision> decide,
        CancellationToken cancellationToken
    ) => await RetryWhenSlugTakenAsync(() => BeginOnce(command, beside, decide, cancellationToken), cancellationToken);

    private async Task<IResult> CarryOnce<TCommand, TBeside>(
        Guid id,
        TCommand command,
        Func<IBatchedQuery, TCommand, Task<TBeside>> beside,
        Func<Story, StoryText, TCommand, TBeside, Actor, DateTimeOffset, Decision> decide,
        CancellationToken cancellationToken
    )
        where TCommand : StoryCommand
    {
        if (IfMatch.Read(http.Request, out var basedOn) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (CommandTexts.Refuse(command) is { } badText)
        {
            return await Refuse(badText, command, id.ToString(), story: null, cancellationToken);
        }

        command = command with { BasedOn = basedOn };
        await using var session = Open(command);
        var batch = session.CreateBatchQuery();
        var fetching = batch.Events.FetchForExclusiveWriting<Story>(id);
        var loadingText = batch.Load<StoryText>(id);
        var loadingBeside = beside(batch, command);
        var idempotency = IdempotencyKey.Of(http.Request, caller.Actor, command, basedOn);
        var loadingAnswer = idempotency is null ? null : batch.Load<IdempotencyRecord>(idempotency.Key);
        await batch.Execute(cancellationToken);

        if (idempotency is not null && await loadingAnswer! is { } answered)
        {
            return idempotency.Replay(answered);
        }

        var stream = await fetching;
        if (stream.Aggregate is not { } story || await loadingText is not { } text)
        {
            return Refusal.NotFound("unknown-story", $"There is no story {id}.").ToProblem();
        }

        cancellationToken.ThrowIfCancellationRequested();
        var decision = decide(story, text, command, await loadingBeside, caller.Actor, clock.GetUtcNow());
        cancellationToken.ThrowIfCancellationRequested();
        switch (decision)
        {
            case Decision.Refused { Refusal: var refusal }:
                // The lock on the story goes first: a refusal keeps nobody waiting.
                await session.DisposeAsync();
                return await Refuse(refusal, command, id.ToString(), (id, story.Version), cancellationToken);
            case Decision.Accepted accepted:
                session.SetHeader(Recorded.RoleHeader, accepted.As.ToKebabCase());
                if (!accepted.Events.IsEmpty)
                {
                    stream.AppendMany(accepted.Events);
                }

                return await Save(
                    session,
                    CommandAnswer.Of(id, story.Version + accepted.Events.Length, accepted),
                    idempotency,
                    StatusCodes.Status200OK,
                    cancellationToken
                );
            case var unknown:
                throw new UnreachableException($"{unknown} is neither accepted nor refused.");
        }
    }

    private async Task<IResult> BeginOnce<TBeside>(
        StoryCommand.DraftArticle command,
        Func<IBatchedQuery, Task<TBeside>> beside,
        Func<TBeside, Actor, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        if (CommandTexts.Refuse(command) is { } badText)
        {
            return await Refuse(badText, command, $"desk {command.Desk}", story: null, cancellationToken);
        }

        await using var session = Open(command);
        // So that what is locked as the first thing stays locked; sent along with it.
        await session.BeginTransactionAsync(cancellationToken);
        var batch = session.CreateBatchQuery();
        var loadingBeside = beside(batch);
        var idempotency = IdempotencyKey.Of(http.Request, caller.Actor, command);
        var loadingAnswer = idempotency is null ? null : batch.Load<IdempotencyRecord>(idempotency.Key);
        await batch.Execute(cancellationToken);

        if (idempotency is not null && await loadingAnswer! is { } answered)
        {
            return idempotency.Replay(answered);
        }

        var decision = decide(await loadingBeside, caller.Actor);
        cancellationToken.ThrowIfCancellationRequested();
        switch (decision)
        {
            case Decision.Refused { Refusal: var refusal }:
                await session.DisposeAsync();
                return await Refuse(refusal, command, $"desk {command.Desk}", story: null, cancellationToken);
            case Decision.Accepted accepted:
                var id = Guid.CreateVersion7(clock.GetUtcNow());
                session.SetHeader(Recorded.RoleHeader, accepted.As.ToKebabCase());
                session.Events.StartStream<Story>(id, accepted.Events);
                return await Save(
                    session,
                    CommandAnswer.Of(id, accepted.Events.Length, accepted),
                    idempotency,
                    StatusCodes.Status201Created,
                    cancellationToken
                );
            case var unknown:
                throw new UnreachableException($"{unknown} is neither accepted nor refused.");
        }
    }

    /// <summary>
    /// Decides again where another story took the same slug at the same time. Rare: drafts of one headline wait for each other
    /// (<see cref="SlugNumbers"/>), so that only drafts that name their slug, and imports, collide.
    /// </summary>
    private async Task<IResult> RetryWhenSlugTakenAsync(Func<Task<IResult>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await TransientRetry.RunAsync(
                attempt,
                clock,
                cancellationToken,
                isTransient: failure => failure.IsUniqueViolation(Storage.SlugIndex)
            );
        }
        catch (RetriesExhaustedException)
        {
            http.Response.Headers.RetryAfter = $"{DatabaseUnavailable.RetryAfter}";
            return Results.Problem(
                DatabaseUnavailable.Problem("Others take the same slug again and again. Nothing was done; try again, or give the story a slug.")
            );
        }
    }

    private Task<IResult> Refuse(
        Refusal refusal,
        StoryCommand command,
        string subject,
        (Guid Id, long Version)? story,
        CancellationToken cancellationToken
    ) => refusals.Answer(refusal, caller.Actor, CommandCatalog.Of(command).Name, command, subject, story, cancellationToken);

    private static Task<object?> Nothing { get; } = Task.FromResult<object?>(null);

    private IDocumentSession Open(StoryCommand command)
    {
        var session = store.RecordingSession(caller.Actor, CommandCatalog.Of(command).Name);
        // What is read to decide is not read again to fold what was decided.
        session.UseIdentityMapFor<StoryText>();
        session.UseIdentityMapFor<PublishedStory>();
        return session;
    }

    private async Task<IResult> Save(
        IDocumentSession session,
        CommandAnswer answer,
        IdempotencyKey? idempotency,
        int status,
        CancellationToken cancellationToken
    )
    {
        var answered = StoredResponse.OfStory(status, answer.Story, answer.Version, answer, json.Value.SerializerOptions);
        if (idempotency is not null)
        {
            session.Insert(new IdempotencyRecord(idempotency.Key, idempotency.Request, answered, clock.GetUtcNow()));
        }

        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return answered;
        }
        catch (DocumentAlreadyExistsException) when (idempotency is not null)
        {
            // The same request was sent twice at once and the other was first; its answer is this one's.
            await using var reading = store.QuerySession();
            return idempotency.Replay((await reading.LoadAsync<IdempotencyRecord>(idempotency.Key, cancellationToken))!);
        }
    }
}
