using Newsroom.Api.Composition.AsyncApi;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Console;

namespace Newsroom.Api.Composition;

/// <summary>Handles GET /: a browser is sent to the console, and other clients get the addresses to begin at.</summary>
public static class EntryPoints
{
    /// <summary>Maps the request.</summary>
    public static void MapEntryPoints(this WebApplication app) =>
        app.MapGet("/", Answer).AllowAnonymous().ExcludeFromDescription();

    private static IResult Answer(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        return AcceptedTypes.PrefersHtml(http.Request.Headers)
            ? Results.Redirect(ConsoleSetup.Path)
            : Results.Ok(
                new EntryPointList(
                    ConsoleSetup.Path,
                    "/docs",
                    OpenApiSetup.Path,
                    AsyncApiSetup.Path,
                    "/published",
                    "/ledger/checkpoint",
                    "/.well-known/oauth-protected-resource",
                    "/health/ready"
                )
            );
    }

    private sealed record EntryPointList(
        string Console,
        string Docs,
        string OpenApi,
        string AsyncApi,
        string Published,
        string Checkpoint,
        string TokenIssuer,
        string Health
    );
}
