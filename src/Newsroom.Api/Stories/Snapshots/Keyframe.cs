using System.Globalization;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// The whole story at one version. <see cref="SnapshotRule"/> selects the stored versions, so that any version is read from the previous
/// keyframe and events of bounded number and size. Keyframes are derived from events and can be rebuilt.
/// </summary>
/// <param name="Id">The id of story and version.</param>
/// <param name="Story">The story.</param>
/// <param name="Of">The version.</param>
/// <param name="At">When that version was recorded.</param>
/// <param name="Happened">The latest business time up to that version.</param>
/// <param name="State">The story and its texts.</param>
public sealed record Keyframe(string Id, Guid Story, long Of, DateTimeOffset At, DateTimeOffset Happened, StorySnapshot State)
{
    /// <summary>The maximum number of versions from one keyframe to the next.</summary>
    public const int Interval = SnapshotRule.Interval;

    /// <summary>Gets whether this version is stored; false for a keyframe that was read.</summary>
    [JsonIgnore]
    public bool IsDue { get; private init; }

    // The size of large events since the last stored version; 0 for a keyframe that was read, because it is stored.
    private long Since { get; init; }

    /// <summary>Returns the id of a keyframe.</summary>
    public static string IdOf(Guid story, long version) => string.Create(CultureInfo.InvariantCulture, $"{story:N}-{version}");

    /// <summary>
    /// Folds an event. An event earlier than its predecessor gets the predecessor's time, so that no instant shows words of a later
    /// version.
    /// </summary>
    public static Keyframe After(Keyframe? frame, IEvent recorded)
    {
        var (happened, metadata) = ((StoryEvent)recorded.Data, recorded.Metadata());
        var since = SnapshotRule.Add(frame is null or { IsDue: true } ? 0 : frame.Since, happened);
        var state = StorySnapshot.Evolve(frame?.State, recorded.StreamId, happened, metadata);
        return new Keyframe(
            IdOf(recorded.StreamId, metadata.Version),
            recorded.StreamId,
            metadata.Version,
            Later(frame?.At, metadata.At),
            Later(frame?.Happened, metadata.Happened),
            state
        )
        {
            IsDue = SnapshotRule.IsDue(happened, since, state),
            Since = since,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset now) => before > now ? before.Value : now.ToUniversalTime();
}
