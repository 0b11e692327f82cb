using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Managing;

/// <summary>
/// Describes, plans, stops, restricts and spikes a story, and brings back earlier words: the commands that other pages have no form for.
/// </summary>
internal static class ManagePage
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{story}/manage", ShowAsync);
        endpoints.MapPost("/stories/{story}/manage", SendAsync);
    }

    private static Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(story, http, api, clock, attempt: null);

    private static Task<IResult> SendAsync(string story, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock) =>
        CommandPage.SendAsync(story, http, form, api, clock, attempt => ViewAsync(story, http, api, clock, attempt));

    private static async Task<IResult> ViewAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var model = await ManageModel.LoadAsync(api.Client, story, visit, RevisionOf(http.Request), http.RequestAborted);
        return Views.Of<ManageView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(ManageView.Visit), visit),
            (nameof(ManageView.Model), model),
            (nameof(ManageView.Attempt), attempt),
            (nameof(ManageView.Done), CommandPage.DoneOf(http, attempt))
        );
    }

    private static long? RevisionOf(HttpRequest request) =>
        long.TryParse(request.Query[CommandForms.Revision], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
