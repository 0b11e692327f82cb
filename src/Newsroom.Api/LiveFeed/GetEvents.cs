using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Console.Hosting;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.LiveFeed;

/// <summary>GET /events</summary>
internal static class GetEventsEndpoint
{
    /// <summary>The media type of server-sent events.</summary>
    public const string MediaType = "text/event-stream";

    /// <summary>The header in which a client names the last item that it had.</summary>
    public const string LastEventId = "Last-Event-ID";

    // The token and the roles are checked again when the client connects again.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // Longer than typed clients wait by themselves: a page must not hang meanwhile.
    private const int RetryAfterSeconds = 60;

    /// <summary>Sends the events of stories as they are recorded.</summary>
    [EndpointSummary(
        "Follow the events of stories as they are recorded (server-sent events). Those that the caller may read, of a desk or a story if "
            + "one is given, from now on, since a time, or after an item that the client had. The id of an item is its position in the "
            + "record. An event is sent when the lists and the audit trail have it. After 15 seconds of silence an item of the type "
            + "heartbeat is sent. The connection ends with the token, after an hour, or with the node: a client connects again with the "
            + "last id, and has each event once."
    )]
    [ProducesResponseType<FeedEvent>(StatusCodes.Status200OK, MediaType)]
    [ProducesResponseType(StatusCodes.Status503ServiceUnavailable)]
    [DisableRequestTimeout]
    public static async Task<IResult> ListenAsync(
        string? desk,
        Guid? story,
        string? since,
        string? lastEventId,
        HttpContext http,
        CallingActor caller,
        IQuerySession session,
        StoryGuard guard,
        FeedStart start,
        FeedListeners listeners,
        EventFeed feed,
        GracefulShutdown host,
        TimeProvider clock
    )
    {
        if (await RefuseAsync(desk, story, session, guard, http.RequestAborted) is { } unknown)
        {
            return unknown.ToProblem();
        }

        // A browser sends the header when it connects again, with the address that it was given first.
        var header = http.Request.Headers[LastEventId].ToString();
        var (position, refusal) = await start.FindAsync(header.Length > 0 ? header : lastEventId, since, http.RequestAborted);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        if (listeners.Add(caller.Actor.Person) is not { } connection)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem(Full);
        }

        http.Response.RegisterForDispose(connection);
        var lifetime = new CancellationTokenSource(LifetimeOf(http, clock.GetUtcNow()), clock);
        http.Response.RegisterForDispose(lifetime);
        var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.Ending, lifetime.Token);
        http.Response.RegisterForDispose(ending);
        return TypedResults.ServerSentEvents(feed.ListenAsync(caller.Actor, new FeedFilter(desk, story), position, ending.Token));
    }

    private static ProblemDetails Full { get; } =
        new()
        {
            Type = ProblemTypes.UriOf("feed-full"),
            Title = ProblemTitles.Of(StatusCodes.Status503ServiceUnavailable, "feed-full"),
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = $"The feed has {FeedListeners.MaxOfPerson} connections of a person and {FeedListeners.Max} in all at most.",
        };

    // A name that does not exist would be silent for ever.
    private static async Task<Refusal?> RefuseAsync(
        string? desk,
        Guid? story,
        IQuerySession session,
        StoryGuard guard,
        CancellationToken cancellationToken
    )
    {
        if (desk is not null && await session.LoadAsync<Desk>(desk, cancellationToken) is null)
        {
            return Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".");
        }

        return story is { } id ? await guard.RefuseAsync(id, cancellationToken) : null;
    }

    private static TimeSpan LifetimeOf(HttpContext http, DateTimeOffset now)
    {
        var expires = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        var left = (expires ?? DateTimeOffset.MaxValue) - now;
        return left < Lifetime ? TimeSpan.FromTicks(Math.Max(left.Ticks, 0)) : Lifetime;
    }
}
