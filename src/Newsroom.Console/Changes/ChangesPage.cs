using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;
using Newsroom.Console.Hosting;
using Newsroom.Console.Security;

namespace Newsroom.Console.Changes;

/// <summary>Tells open pages which stories changed (server-sent events). The API bounds the connections of a person, and of all.</summary>
internal static class ChangesPage
{
    private const string RetryAfter = "30";

    // What changed while the page was on its way to the browser.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/changes", ListenAsync);

    private static async Task<IResult> ListenAsync(HttpContext http, ApiAccess api, GracefulShutdown host, TimeProvider clock)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.Ending);
        http.Response.RegisterForDispose(ending);
        try
        {
            var feed = await api.Client.LiveFeed.ConnectAsync(new FeedQuery(Since: clock.GetUtcNow() - Overlap), ending.Token);
            return TypedResults.ServerSentEvents(ChangeReader.ReadAsync(feed, clock, ending.Token));
        }
        catch (Exception failure) when (failure is ApiException or ApiUnreachableException)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
