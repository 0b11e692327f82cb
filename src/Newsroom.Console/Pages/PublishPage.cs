using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>What readers have and would have, and the commands that change it.</summary>
internal static class PublishPage
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{story}/publish", ShowAsync);
        endpoints.MapPost("/stories/{story}/publish", SendAsync);
    }

    private static Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(story, http, api, clock, attempt: null);

    private static Task<IResult> SendAsync(string story, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        return Confirmation.IsNeeded(form)
            ? Confirmation.AskAsync(
                api.Client,
                story,
                form,
                Visit.LoadAsync(api.Client, http, clock),
                RefuseAsync,
                http.RequestAborted
            )
            : CommandPage.SendAsync(story, http, form, api, clock, RefuseAsync);

        Task<IResult> RefuseAsync(Attempt attempt) => ViewAsync(story, http, api, clock, attempt);
    }

    private static async Task<IResult> ViewAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var model = await PublishModel.LoadAsync(api.Client, story, visit, http.RequestAborted);
        return Views.Of<PublishView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(PublishView.Visit), visit),
            (nameof(PublishView.Model), model),
            (nameof(PublishView.Attempt), attempt),
            (nameof(PublishView.Done), CommandPage.DoneOf(http, attempt))
        );
    }
}
