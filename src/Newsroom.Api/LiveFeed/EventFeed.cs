using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.LiveFeed;

/// <summary>
/// The live feed: each event of a story once, in the order of the record. A client is read for at its own speed, a page at a time, so that
/// one that is slow takes no memory.
/// </summary>
internal sealed partial class EventFeed(FeedTail tail, FeedEventReader reader, TimeProvider clock, ILogger<EventFeed> log) : IDisposable
{
    /// <summary>The type of the items that have no event: they show that the connection is open, and how far the client has come.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>How often something is written at least.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>How long clients wait before they connect again.</summary>
    public static readonly TimeSpan Reconnection = TimeSpan.FromSeconds(2);

    // Clients that are behind share a few connections to the database.
    private readonly SemaphoreSlim reading = new(4);

    /// <summary>Lists what a person may see after a position, and goes on until it is cancelled or the database fails.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="filter">The events to list.</param>
    /// <param name="position">The position after which to begin.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    public async IAsyncEnumerable<SseItem<FeedEvent?>> ListenAsync(
        Actor actor,
        FeedFilter filter,
        long position,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return Beat(position, Reconnection);
        var written = clock.GetUtcNow();
        while (await NextAsync(actor, filter, position, written + Silence, cancellationToken) is var (events, end))
        {
            foreach (var happened in events)
            {
                yield return new SseItem<FeedEvent?>(happened) { EventId = IdOf(happened.Sequence) };
                written = clock.GetUtcNow();
            }

            position = end;
            if (clock.GetUtcNow() - written >= Silence)
            {
                yield return Beat(position);
                written = clock.GetUtcNow();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private static SseItem<FeedEvent?> Beat(long position, TimeSpan? reconnection = null) =>
        new(null, Heartbeat) { EventId = IdOf(position), ReconnectionInterval = reconnection };

    private static string IdOf(long position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Returns the next events for a person and the position after them: none where the time is over, null at the end.</summary>
    private async Task<(IReadOnlyList<FeedEvent> Events, long End)?> NextAsync(
        Actor actor,
        FeedFilter filter,
        long position,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!await tail.WaitAsync(position, until - clock.GetUtcNow(), cancellationToken))
            {
                return ([], position);
            }

            var page = tail.After(position) ?? await StoredAsync(position, cancellationToken);
            var selected = page.Events.Where(filter.Selects).ToList();
            var guarded = StoryReaders.ReadsAll(actor)
                ? []
                : selected.Select(happened => happened.Story).Where(page.Confidential.Contains).ToHashSet();
            if (guarded.Count > 0)
            {
                var hidden = await reader.HiddenAsync(actor.Person, guarded, cancellationToken);
                selected.RemoveAll(happened => hidden.Contains(happened.Story));
            }

            return (selected, page.End);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (NpgsqlException failure)
        {
            // The client connects again, and resumes where it was.
            Ended(log, failure, actor.Person, position);
            return null;
        }
    }

    private async Task<FeedPage> StoredAsync(long position, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            return await reader.PageAsync(position, tail.End, cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The feed of {Person} ended after {Position}: the database could not be read.")]
    private static partial void Ended(ILogger log, Exception failure, string person, long position);
}
