using System.Collections.Immutable;
using Marten;
using Marten.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Runtime;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Fires schedules. The story is loaded for exclusive writing, and its schedule ends with the event that is appended. So a message that is
/// delivered twice, or to two nodes, publishes once.
/// </summary>
public sealed class ScheduledPublisher(IDocumentStore store, ScheduleDelay delay, IWolverineRuntime messaging, TimeProvider clock)
{
    /// <summary>The cause of the events, in the audit trail.</summary>
    public const string Cause = "scheduled-publication";

    /// <summary>Publishes a story, or records why it is not published. Nothing is done where the schedule has ended.</summary>
    /// <param name="story">The story.</param>
    /// <param name="schedule">The version that scheduled it.</param>
    /// <param name="cancellationToken">Ends the transaction.</param>
    /// <returns>The appended events.</returns>
    /// <exception cref="ScheduleNotDueException">It is too early by the clock of this node.</exception>
    public Task<ImmutableArray<StoryEvent>> PublishAsync(Guid story, long schedule, CancellationToken cancellationToken) =>
        TransientRetry.RunAsync(() => PublishOnceAsync(story, schedule, cancellationToken), clock, cancellationToken);

    private async Task<ImmutableArray<StoryEvent>> PublishOnceAsync(Guid id, long schedule, CancellationToken cancellationToken)
    {
        await using var session = store.RecordingSession(Actor.Of(RecordingSessionFactory.SystemActor), Cause);
        session.UseIdentityMapFor<StoryText>();
        session.UseIdentityMapFor<PublishedStory>();
        var batch = session.CreateBatchQuery();
        var fetching = batch.Events.FetchForExclusiveWriting<Story>(id);
        var loadingText = batch.Load<StoryText>(id);
        var asked = new DecisionContext(Actor.Of(RecordingSessionFactory.SystemActor), clock.GetUtcNow());
        var loadingContext = DecisionContextLoader.LoadAsync(
            batch,
            id,
            new StoryCommand.Publish(),
            asked,
            isPreview: false,
            cancellationToken
        );
        await batch.Execute(cancellationToken);

        var stream = await fetching;
        if (stream.Aggregate is not { Schedule: { } due } story || due.Version != schedule || await loadingText is not { } text)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        if (now < due.Time)
        {
            throw new ScheduleNotDueException(id, due.Time);
        }

        var actor = await PresentAsync(session, due.By, cancellationToken);
        var fired = StoryDecider.Fire(
            new StorySnapshot(story, text),
            schedule,
            delay.Maximum,
            await loadingContext with
            {
                Actor = actor,
                Now = now,
            }
        );
        session.LastModifiedBy = actor.Person;
        session.SetHeader(EventMetadataExtensions.RoleHeader, fired.As.ToKebabCase());
        stream.AppendMany(fired.Events);
        await StoryMessages.StoreAsync(messaging, session, story, fired.Events);
        await session.SaveChangesAsync(cancellationToken);
        return fired.Events;
    }

    /// <summary>
    /// Returns a person with present roles: those of their description. A person whom no admin described had the role in the token that
    /// scheduled the publication, and tokens are not asked for again.
    /// </summary>
    private static async Task<Actor> PresentAsync(IQuerySession session, string person, CancellationToken cancellationToken) =>
        Actor.Of(person, await session.LoadAsync<Person>(person, cancellationToken) is { } described ? described.Roles : [Role.Publisher]);
}

/// <summary>A schedule was fired before its time; its message is retried.</summary>
/// <param name="story">The story.</param>
/// <param name="time">The time.</param>
public sealed class ScheduleNotDueException(Guid story, DateTimeOffset time)
    : Exception($"The publication of {story} is scheduled for {time:u}, which is not yet.");
