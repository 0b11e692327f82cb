using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Replay;

/// <summary>Shows a story at one of its versions.</summary>
internal static class ReplayPage
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/stories/{story}/replay", ShowAsync);

    private static async Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock)
    {
        if (ReplayRequest.Read(http.Request.Query, out var request) is { } unreadable)
        {
            return Views.Message(http, StatusCodes.Status400BadRequest, "This address cannot be read", unreadable);
        }

        var visit = Visit.LoadAsync(api.Client, http, clock);
        var model = await ReplayModel.LoadAsync(api.Client, story, request, http.RequestAborted);
        return Views.Of<ReplayView>(
            StatusCodes.Status200OK,
            (nameof(ReplayView.Visit), await visit),
            (nameof(ReplayView.Model), model),
            (nameof(ReplayView.Since), request.Since)
        );
    }
}
