using System.Globalization;
using JasperFx.Events;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// A story whole at one version, kept so that any version is read from the keyframe before it and the events since: at most
/// <see cref="Distance"/> of them, however long the history. Never the truth: made of the events, and can be made again.
/// </summary>
/// <param name="Id">The story and the version.</param>
/// <param name="Story">The story.</param>
/// <param name="Of">The version.</param>
/// <param name="At">When that version was recorded, and everything before it.</param>
/// <param name="Happened">By when everything up to that version had happened, in business time.</param>
/// <param name="State">The story and its words.</param>
public sealed record Keyframe(string Id, Guid Story, long Of, DateTimeOffset At, DateTimeOffset Happened, StoryAt State)
{
    /// <summary>How many versions a keyframe serves.</summary>
    public const int Distance = 50;

    /// <summary>The version of the last keyframe that a version can be read from; 0 where that is the story's beginning.</summary>
    public static long Before(long version) => version / Distance * Distance;

    /// <summary>The name of the keyframe of a version.</summary>
    public static string IdOf(Guid story, long version) => string.Create(CultureInfo.InvariantCulture, $"{story:N}-{version}");

    /// <summary>The story an event further. What came about earlier than what it followed is taken to have come about with it: no instant shows words of a later one.</summary>
    public static Keyframe After(Keyframe? frame, IEvent recorded)
    {
        var stamp = recorded.Metadata();
        return new Keyframe(
            IdOf(recorded.StreamId, stamp.Version),
            recorded.StreamId,
            stamp.Version,
            Later(frame?.At, stamp.At),
            Later(frame?.Happened, stamp.Happened),
            StoryAt.Evolve(frame?.State, recorded.StreamId, (StoryEvent)recorded.Data, stamp));
    }

    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset now) => before > now ? before.Value : now.ToUniversalTime();
}
