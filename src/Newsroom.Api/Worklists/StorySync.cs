using System.Globalization;
using Marten;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Lists the stories that changed since a position, in the order of the record. The position never passes an event that may still be
/// committed: the daemon stops before a sequence gap that a running transaction may fill, and cards are written with its progress.
/// </summary>
public sealed class StorySync(NpgsqlDataSource database, CallingActor caller, TimeProvider clock)
{
    private const string Changes = $"""
        select seq_id, stream_id from {MartenNames.Events}
        where seq_id > $1
            and seq_id <= (select last_seq_id from {MartenNames.Progression}
                where name = '{WorklistProjection.Name}{MartenNames.AllShards}')
        order by seq_id limit $2
        """;

    /// <summary>Returns a page: the stories that the next events belong to, as they are now.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="session">The session.</param>
    /// <param name="since">The time to begin at (RFC 3339).</param>
    /// <param name="after">The position that the previous page ended with; null for the first page.</param>
    /// <param name="events">The maximum number of events of a page.</param>
    public async Task<IResult> PageAsync(HttpContext http, IQuerySession session, string since, string? after, int events)
    {
        if (PointInTime.TimeOf(since) is not { } time)
        {
            return PointInTime.NotATime(since).ToProblem();
        }

        if (!IsPosition(after, out var position))
        {
            return new Refusal(
                RefusalKind.Malformed,
                "cursor",
                "\"after\" is not a position. Take it from \"next\" of the previous page."
            ).ToProblem();
        }

        var cancellationToken = http.RequestAborted;
        var start = position ?? await SyncStart.BeforeAsync(database, time, cancellationToken);
        var (stories, end) = await ReadAsync(start, events, cancellationToken);
        var shown = await session
            .Query<StoryCard>()
            .Where(card => card.Id.IsOneOf(stories))
            .ShownTo(caller.Actor)
            .ToListAsync(cancellationToken);
        var cards = (await shown.WithoutWordsAsync(caller.Actor, session, cancellationToken)).ToDictionary(card => card.Id);
        var now = clock.GetUtcNow();
        return Paging.Page(
            http,
            stories.Where(cards.ContainsKey).Select(id => cards[id].At(now)),
            end.ToString(CultureInfo.InvariantCulture)
        );
    }

    private static bool IsPosition(string? after, out long? position)
    {
        position = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return after is null || position is not null;
    }

    /// <summary>Reads the streams of the next events, by the last of these events, and the position after them.</summary>
    private async Task<(Guid[] Streams, long End)> ReadAsync(long start, int events, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Changes);
        command.Parameters.Add(new() { Value = start });
        command.Parameters.Add(new() { Value = events });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (last, end) = (new Dictionary<Guid, long>(), start);
        while (await rows.ReadAsync(cancellationToken))
        {
            end = rows.GetInt64(0);
            last[rows.GetGuid(1)] = end;
        }

        return ([.. last.OrderBy(stream => stream.Value).Select(stream => stream.Key)], end);
    }
}
