using System.Diagnostics;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Publication;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using Wolverine.Runtime;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Handles every story command: loads and locks the story, decides, appends the events. Three round trips: load and lock, append, commit.
/// Commands on one story wait for each other, so timing alone never causes a conflict.
/// </summary>
public sealed class StoryCommandHandler(
    IDocumentStore store,
    IHttpContextAccessor accessor,
    CallingActor caller,
    StoryCommandPreviewer previewer,
    StoryGuard guard,
    RefusalLog refusals,
    TimeProvider clock,
    IOptions<JsonOptions> json,
    IWolverineRuntime messaging,
    CommandMetrics metrics
)
{
    private readonly HttpContext http = accessor.HttpContext ?? throw new InvalidOperationException("A command comes with a request.");

    /// <summary>Handles a command; decides again where another story takes the same slug at the same time.</summary>
    /// <param name="id">The story; null where the command starts one.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IResult> HandleAsync(Guid? id, StoryCommand command, CancellationToken cancellationToken)
    {
        long? basedOn = null;
        if (id is not null && IfMatch.Read(http.Request, out basedOn) is { } malformed)
        {
            return malformed.ToProblem();
        }

        command = Complete(command, basedOn);
        if (CommandTexts.Refuse(command) is { } badText)
        {
            return await AnswerAsync(badText, command, id, version: null, cancellationToken);
        }

        if (DryRun.IsAsked(http.Request))
        {
            return await PreviewAsync(id, command, cancellationToken);
        }

        for (var attempt = 1; attempt <= TransientRetry.MaxAttempts; attempt++)
        {
            await using var session = Open(command);
            var loaded = await LoadAsync(session, id, command, cancellationToken);
            if (loaded.Repeated is { } repeated)
            {
                return repeated;
            }

            if (id is not null && loaded.State is null)
            {
                return StoryNotFound.Problem(id.Value);
            }

            cancellationToken.ThrowIfCancellationRequested();
            var decision = StoryDecider.Decide(loaded.State, command, loaded.Context);
            cancellationToken.ThrowIfCancellationRequested();
            if (decision is Decision<StoryEvent>.Refused { Refusal: var refusal })
            {
                // Releases the lock on the story first, so that recording a refusal delays no other command.
                await session.DisposeAsync();
                return await RefuseAsync(refusal, command, loaded.State?.Story, cancellationToken);
            }

            try
            {
                return await AppendAsync(session, loaded, (AcceptedStoryCommand)decision, cancellationToken);
            }
            catch (Exception failure) when (failure.IsUniqueViolation(SlugNumbers.Index))
            {
                // Rare: drafts with one headline wait for each other, so only drafts with a given slug, and imports, collide.
                await session.DisposeAsync();
                await Backoff.OfTransactions.DelayAsync(attempt, clock, cancellationToken);
            }
        }

        http.Response.Headers.RetryAfter = $"{DatabaseUnavailable.RetryAfter}";
        return Results.Problem(
            DatabaseUnavailable.Problem("Other stories took the same slug at each attempt. Nothing was done; retry, or set another slug.")
        );
    }

    private async Task<IResult> PreviewAsync(Guid? id, StoryCommand command, CancellationToken cancellationToken)
    {
        if (await previewer.DecideAsync(id, command, cancellationToken) is not { } decided)
        {
            return StoryNotFound.Problem(id.GetValueOrDefault());
        }

        var story = decided.State?.Story;
        if (decided.Decision.Refusal is { } refusal && (story is null || !StoryReaders.MayRead(story, caller.Actor)))
        {
            return await RefuseAsync(refusal, command, story, cancellationToken);
        }

        // A preview that shows words of the story is a read of it.
        if (story is not null && decided.ShowsWords && await guard.AdmitAsync(story.Id, "preview", cancellationToken) is { } refused)
        {
            return refused;
        }

        return decided.Decision.Refusal is { } rule
            ? await AnswerAsync(rule, command, id, story?.Version, cancellationToken)
            : Results.Ok(decided.ToPreview());
    }

    private StoryCommand Complete(StoryCommand command, long? basedOn) =>
        command switch
        {
            StoryCommand.Assign { Assignee: { } user } assign => assign with { Assignee = caller.PersonOf(user), BasedOn = basedOn },
            StoryCommand.MarkConfidential { Readers.IsDefaultOrEmpty: false } mark => mark with
            {
                Readers = [.. mark.Readers.Select(caller.PersonOf)],
                BasedOn = basedOn,
            },
            _ => command with { BasedOn = basedOn },
        };

    private IDocumentSession Open(StoryCommand command)
    {
        var session = store.RecordingSession(caller.Actor, CommandCatalog.Of(command).Name);
        // Documents loaded for the decision are not loaded again to fold its events.
        session.UseIdentityMapFor<StoryText>();
        session.UseIdentityMapFor<PublishedStory>();
        return session;
    }

    private async Task<Loaded> LoadAsync(IDocumentSession session, Guid? id, StoryCommand command, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            // Keeps the lock of the first statement; sent in the same round trip.
            await session.BeginTransactionAsync(cancellationToken);
        }

        var batch = session.CreateBatchQuery();
        var fetching = id is { } existing ? batch.Events.FetchForExclusiveWriting<Story>(existing) : null;
        var loadingText = id is { } worded ? batch.Load<StoryText>(worded) : null;
        var asked = new DecisionContext(caller.Actor, clock.GetUtcNow());
        var loadingContext = DecisionContextLoader.LoadAsync(batch, id ?? Guid.Empty, command, asked, isPreview: false, cancellationToken);
        var idempotency = IdempotencyKey.Of(http.Request, caller.Actor, command, command.BasedOn);
        var loadingAnswer = idempotency is null ? null : batch.Load<IdempotencyRecord>(idempotency.Key);
        await batch.Execute(cancellationToken);

        var answered = loadingAnswer is null ? null : await loadingAnswer;
        var stream = fetching is null ? null : await fetching;
        var text = loadingText is null ? null : await loadingText;
        return new Loaded(stream, await loadingContext with { Now = clock.GetUtcNow() }, idempotency)
        {
            State = stream?.Aggregate is { } story && text is not null ? new StorySnapshot(story, text) : null,
            Repeated = answered is null ? null : idempotency!.Replay(answered),
        };
    }

    private async Task<IResult> AppendAsync(
        IDocumentSession session,
        Loaded loaded,
        AcceptedStoryCommand accepted,
        CancellationToken cancellationToken
    )
    {
        session.SetHeader(EventMetadataExtensions.RoleHeader, accepted.As.ToKebabCase());
        if (loaded.Stream is not { } stream)
        {
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            session.Events.StartStream<Story>(id, accepted.Events);
            var created = CommandResult.Of(id, accepted.Events.Length, accepted);
            return await SaveAsync(session, created, loaded.Idempotency, StatusCodes.Status201Created, cancellationToken);
        }

        if (!accepted.Events.IsEmpty)
        {
            stream.AppendMany(accepted.Events);
        }

        var story = loaded.State!.Story;
        await StoryMessages.StoreAsync(messaging, session, story, accepted.Events);
        var result = CommandResult.Of(story.Id, story.Version + accepted.Events.Length, accepted);
        return await SaveAsync(session, result, loaded.Idempotency, StatusCodes.Status200OK, cancellationToken);
    }

    private async Task<IResult> SaveAsync(
        IDocumentSession session,
        CommandResult result,
        IdempotencyKey? idempotency,
        int status,
        CancellationToken cancellationToken
    )
    {
        var answered = StoredResponse.OfStory(status, result.Story!.Value, result.Version, result, json.Value.SerializerOptions);
        if (idempotency is not null)
        {
            session.Insert(new IdempotencyRecord(idempotency.Key, idempotency.Request, answered, clock.GetUtcNow()));
        }

        try
        {
            await session.SaveChangesAsync(cancellationToken);
            metrics.Accepted(session.CausationId!);
            return answered;
        }
        catch (DocumentAlreadyExistsException) when (idempotency is not null)
        {
            // A concurrent repeat was first; its response is returned.
            await using var reading = store.QuerySession();
            return idempotency.Replay((await reading.LoadAsync<IdempotencyRecord>(idempotency.Key, cancellationToken))!);
        }
    }

    /// <summary>Answers a refusal by the domain. A caller who may not read the story gets the answer of a read.</summary>
    private async Task<IResult> RefuseAsync(Refusal refusal, StoryCommand command, Story? story, CancellationToken cancellationToken)
    {
        if (story is not null && !StoryReaders.MayRead(story, caller.Actor))
        {
            refusal = await guard.RefuseAsync(story.Id, cancellationToken) ?? refusal;
        }

        return await AnswerAsync(refusal, command, story?.Id, story?.Version, cancellationToken);
    }

    private Task<IResult> AnswerAsync(Refusal refusal, StoryCommand command, Guid? id, long? version, CancellationToken cancellationToken)
    {
        var subject = command is StoryCommand.DraftArticle draft ? $"desk {draft.Desk}" : $"{id}";
        (Guid, long)? story = id is { } known && version is { } current ? (known, current) : null;
        return refusals.AnswerAsync(refusal, caller.Actor, CommandCatalog.Of(command).Name, command, subject, story, cancellationToken);
    }

    private sealed record Loaded(IEventStream<Story>? Stream, DecisionContext Context, IdempotencyKey? Idempotency)
    {
        public StorySnapshot? State { get; init; }

        public IResult? Repeated { get; init; }
    }
}
