using System.Collections.Immutable;
using System.Data;
using Marten;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Stories.Gates;
using Npgsql;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Decides a story command without appending events: one round trip in a read-only transaction, which locks nothing and reads one state of
/// the database.
/// </summary>
public sealed class StoryCommandPreviewer(
    IDocumentStore store,
    NpgsqlDataSource database,
    CallingActor caller,
    StoryGuard guard,
    TimeProvider clock
)
{
    /// <summary>Decides a command.</summary>
    /// <param name="id">The story; null where the command starts one.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The decision with what it was made from; null where the story does not exist.</returns>
    internal async Task<PreviewedDecision?> DecideAsync(Guid? id, StoryCommand command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var session = store.QuerySession(Marten.Services.SessionOptions.ForTransaction(transaction));
        var batch = session.CreateBatchQuery();
        ReadOnlyTransaction.Begin(batch);
        var loadingStory = id is { } existing ? batch.Load<Story>(existing) : null;
        var loadingText = id is { } worded ? batch.Load<StoryText>(worded) : null;
        var asked = new DecisionContext(caller.Actor, clock.GetUtcNow());
        var loadingContext = DecisionContextLoader.LoadAsync(batch, id ?? Guid.Empty, command, asked, isPreview: true, cancellationToken);
        var loadingNames = batch.PeopleAsync();
        if (id is { } watched)
        {
            guard.Watch(batch, watched);
        }

        await batch.Execute(cancellationToken);

        var story = loadingStory is null ? null : await loadingStory;
        var text = loadingText is null ? null : await loadingText;
        var state = story is not null && text is not null ? new StorySnapshot(story, text) : null;
        if (id is not null && state is null)
        {
            return null;
        }

        var context = await loadingContext with { Now = clock.GetUtcNow() };
        cancellationToken.ThrowIfCancellationRequested();
        return new PreviewedDecision(state, StoryDecider.Decide(state, command, context), context, await loadingNames);
    }
}

/// <summary>A decision whose events are not appended.</summary>
/// <param name="State">The story; null where the command starts one.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Context">The other data of the decision.</param>
/// <param name="Names">The names of people.</param>
internal sealed record PreviewedDecision(StorySnapshot? State, Decision<StoryEvent> Decision, DecisionContext Context, PersonNames Names)
{
    /// <summary>Gets whether the response shows words of the story that the command does not contain.</summary>
    public bool ShowsWords =>
        Decision.Refusal is ConflictRefusal or GateRefusal
        || Decision.Events.Any(e =>
            e
                is StoryEvent.ArticleRevised
                    or StoryEvent.EditionEvent
                    or StoryEvent.FactChecked
                    or StoryEvent.FactCheckPublished
                    or StoryEvent.GateWaived
                    or StoryEvent.CheckLapsed
        );

    /// <summary>Creates the response of an accepted command.</summary>
    public CommandResult ToPreview()
    {
        var accepted = (AcceptedStoryCommand)Decision;
        var version = (State?.Story.Version ?? 0) + accepted.Events.Length;
        return CommandResult.Of(State?.Story.Id, version, accepted) with
        {
            Effects =
            [
                .. StoryEffects
                    .Of(State, accepted, Context.Actor, Context.Now)
                    .Select(effect => effect with { Sentence = Names.Resolve(effect.Sentence) }),
            ],
        };
    }
}
