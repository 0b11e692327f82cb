using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Newsroom.Console.Security;

namespace Newsroom.Console.Changes;

/// <summary>Tells open pages which stories changed (server-sent events).</summary>
internal static class ChangesPage
{
    private const string RetryAfter = "30";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/changes", ListenAsync);

    private static async Task<IResult> ListenAsync(
        HttpContext http,
        ApiAccess api,
        ChangeListeners listeners,
        IHostApplicationLifetime host,
        TimeProvider clock
    )
    {
        var session = await http.GetTokenAsync(Sessions.Scheme, Sessions.AccessToken) ?? "";
        if (listeners.Add(session) is not { } seat)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.RegisterForDispose(seat);
        var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        http.Response.RegisterForDispose(ending);
        return TypedResults.ServerSentEvents(ChangeReader.ReadAsync(api.Client, clock, ending.Token));
    }
}
