using System.Globalization;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.LiveFeed;

/// <summary>Finds the position after which a connection to the feed begins.</summary>
internal sealed class FeedStart(FeedEventReader reader, FeedTail tail, NpgsqlDataSource database)
{
    /// <summary>
    /// Reads it from the parameters of a request: the last event that the client had, a time, or else now. A story that was made
    /// confidential before the request is so for all of the connection.
    /// </summary>
    /// <param name="lastEventId">The id of the last item that the client had.</param>
    /// <param name="since">The time (RFC 3339); the id precedes it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<(long Position, Refusal? Refusal)> FindAsync(
        string? lastEventId,
        string? since,
        CancellationToken cancellationToken
    )
    {
        await tail.ReadConfidentialAsync(cancellationToken);
        if (lastEventId is not null)
        {
            return await PositionAsync(lastEventId, cancellationToken);
        }

        if (since is null)
        {
            return (await reader.EndAsync(cancellationToken), null);
        }

        return PointInTime.TimeOf(since) is { } time
            ? (await SyncStart.BeforeAsync(database, time, cancellationToken), null)
            : (0, PointInTime.NotATime(since));
    }

    private async Task<(long Position, Refusal? Refusal)> PositionAsync(string given, CancellationToken cancellationToken)
    {
        if (!long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
        {
            return (0, Malformed($"\"{given}\" is no id of this feed. Take it from an item."));
        }

        // Of another database, or of this one before an older backup was restored: it would be silent until the record is as long again.
        return position > await reader.LatestAsync(cancellationToken)
            ? (0, Malformed($"The record has no event {position} yet. Begin again without an id."))
            : (position, null);
    }

    private static Refusal Malformed(string detail) => new(RefusalKind.Malformed, "cursor", detail);
}
