using System.Globalization;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// A story whole at one version. <see cref="SnapshotRule"/> says which versions are kept, so that any version is read from the keyframe
/// before it and a bounded number and size of events since, however long the history. Never the truth: made of the events, and can be
/// made again.
/// </summary>
/// <param name="Id">The story and the version.</param>
/// <param name="Story">The story.</param>
/// <param name="Of">The version.</param>
/// <param name="At">When that version was recorded, and everything before it.</param>
/// <param name="Happened">By when everything up to that version had happened, in business time.</param>
/// <param name="State">The story and its words.</param>
public sealed record Keyframe(string Id, Guid Story, long Of, DateTimeOffset At, DateTimeOffset Happened, StoryAt State)
{
    /// <summary>The most versions a keyframe serves.</summary>
    public const int Distance = SnapshotRule.Interval;

    /// <summary>Gets whether this version is one of those that are kept; of a keyframe that was read, false.</summary>
    [JsonIgnore]
    public bool IsDue { get; private init; }

    // The size of large events since the last version that is kept; of a keyframe that was read, 0, because it is kept.
    private long Since { get; init; }

    /// <summary>The name of the keyframe of a version.</summary>
    public static string IdOf(Guid story, long version) => string.Create(CultureInfo.InvariantCulture, $"{story:N}-{version}");

    /// <summary>
    /// The story an event further. What came about earlier than what it followed is taken to have come about with it: no instant shows
    /// words of a later one.
    /// </summary>
    public static Keyframe After(Keyframe? frame, IEvent recorded)
    {
        var (happened, stamp) = ((StoryEvent)recorded.Data, recorded.Metadata());
        var since = SnapshotRule.Add(frame is null or { IsDue: true } ? 0 : frame.Since, happened);
        var state = StoryAt.Evolve(frame?.State, recorded.StreamId, happened, stamp);
        return new Keyframe(
            IdOf(recorded.StreamId, stamp.Version),
            recorded.StreamId,
            stamp.Version,
            Later(frame?.At, stamp.At),
            Later(frame?.Happened, stamp.Happened),
            state
        )
        {
            IsDue = SnapshotRule.IsDue(happened, since, state),
            Since = since,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset now) => before > now ? before.Value : now.ToUniversalTime();
}
