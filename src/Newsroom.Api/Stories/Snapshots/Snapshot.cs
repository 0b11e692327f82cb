using System.Globalization;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Schema;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>
/// The whole story at one version. <see cref="SnapshotRule"/> selects the stored versions, so that any version is read from the previous
/// snapshot and events of bounded number and size. Snapshots are derived from events and can be rebuilt.
/// </summary>
/// <param name="Id">The id of story and version.</param>
/// <param name="Story">The story.</param>
/// <param name="Of">The version.</param>
/// <param name="At">When that version was recorded, and everything before it.</param>
/// <param name="Happened">By when everything up to that version had happened, in business time.</param>
/// <param name="State">The story and its words.</param>
[DocumentAlias(Alias)]
public sealed record Snapshot(string Id, Guid Story, long Of, DateTimeOffset At, DateTimeOffset Happened, StorySnapshot State)
{
    /// <summary>The table's name without its prefix.</summary>
    public const string Alias = "keyframe";

    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}{Alias}";

    /// <summary><see cref="Story"/> in SQL, as in the indexes.</summary>
    public const string StoryInSql = "CAST(data ->> 'story' as uuid)";

    /// <summary><see cref="Of"/> in SQL, as in the indexes.</summary>
    public const string OfInSql = "CAST(data ->> 'of' as bigint)";

    /// <summary>The largest number of versions between two snapshots.</summary>
    public const int Interval = SnapshotRule.Interval;

    /// <summary>Gets whether this version is to be stored; false for a snapshot that was read.</summary>
    [JsonIgnore]
    public bool IsDue { get; private init; }

    // The size of large events since the last stored version; 0 for a snapshot that was read.
    private long Since { get; init; }

    /// <summary>Returns the id of the snapshot of a version.</summary>
    public static string IdOf(Guid story, long version) => string.Create(CultureInfo.InvariantCulture, $"{story:N}-{version}");

    /// <summary>
    /// Folds an event. An event earlier than its predecessor gets the predecessor's time, so that no instant shows words of a later
    /// version.
    /// </summary>
    public static Snapshot After(Snapshot? snapshot, IEvent recorded)
    {
        var (happened, metadata) = ((StoryEvent)recorded.Data, recorded.Metadata());
        var since = SnapshotRule.Add(snapshot is null or { IsDue: true } ? 0 : snapshot.Since, happened);
        var state = StorySnapshot.Evolve(snapshot?.State, recorded.StreamId, happened, metadata);
        return new Snapshot(
            IdOf(recorded.StreamId, metadata.Version),
            recorded.StreamId,
            metadata.Version,
            Later(snapshot?.At, metadata.At),
            Later(snapshot?.Happened, metadata.Happened),
            state
        )
        {
            IsDue = SnapshotRule.IsDue(happened, since, state),
            Since = since,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? before, DateTimeOffset now) => before > now ? before.Value : now.ToUniversalTime();
}
