using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Reads a story's past in the round trip that loads and locks it.</summary>
public static class PastInBatch
{
    /// <summary>What happened since the version the command is based on; nothing where it names none there can be, which is refused later.</summary>
    public static async Task<ConcurrentRevisions> ConcurrentRevisions(this IBatchedQuery batch, Guid story, StoryCommand command)
    {
        if (command.BasedOn is not { } seen || seen is < 1 or long.MaxValue)
        {
            return new ConcurrentRevisions(0, 0, []);
        }

        var events = await batch.Events.FetchStream(story, fromVersion: seen + 1);
        return Domain.Stories.Decisions.ConcurrentRevisions.Since(
            seen,
            events.Where(e => e.Data is StoryEvent).Select(e => ((StoryEvent)e.Data, e.Metadata()))
        );
    }

    /// <summary>The words at a version; null where the story never had it.</summary>
    public static async Task<StoryText?> TextAt(this IBatchedQuery batch, Guid story, long version)
    {
        if (version < 1)
        {
            return null;
        }

        var events = await batch.Events.FetchStream(story, version);
        return events.Count < version
            ? null
            : events.Aggregate(
                (StoryText?)null,
                (text, e) => e.Data is StoryEvent happened ? StoryText.Evolve(text, story, happened, e.Metadata()) : text
            );
    }
}
