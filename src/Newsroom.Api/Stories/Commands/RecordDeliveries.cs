using System.Collections.Immutable;
using Marten;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Records the deliveries of a story's notices: the durable message that is stored in the transaction of the command that publishes,
/// corrects or takes down. What subscribers receive is read from the record.
/// </summary>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of its last notice.</param>
[MessageIdentity(Identity)]
public sealed record RecordDeliveries(Guid Story, long Version)
{
    /// <summary>The name that the message is stored under.</summary>
    public const string Identity = "record-deliveries";
}

/// <summary>The messages that follow from events of stories, stored in the events' transaction.</summary>
internal static class StoryMessages
{
    /// <summary>Stores the message that publishes a scheduled story, and the one that records the deliveries of notices.</summary>
    /// <param name="messaging">The messaging.</param>
    /// <param name="session">The session that appends the events.</param>
    /// <param name="story">The story before them.</param>
    /// <param name="events">The events.</param>
    public static async Task StoreAsync(
        IWolverineRuntime messaging,
        IDocumentSession session,
        Story story,
        ImmutableArray<StoryEvent> events
    )
    {
        var outbox = new Lazy<MartenOutbox>(() => new MartenOutbox(messaging, session));
        long? lastNotice = null;
        for (var i = 0; i < events.Length; i++)
        {
            var version = story.Version + i + 1;
            if (events[i] is StoryEvent.PublicationScheduled scheduled)
            {
                var message = new PublishScheduled(story.Id, version);
                await outbox.Value.PublishAsync(message, new DeliveryOptions { ScheduledTime = scheduled.Time });
            }

            lastNotice = DeliveryEvents.KindOf(events[i]) is null ? lastNotice : version;
        }

        if (lastNotice is { } last)
        {
            await outbox.Value.PublishAsync(new RecordDeliveries(story.Id, last));
        }
    }
}
