using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Shows the board of a desk, and sends the commands of its cards.</summary>
internal static class BoardPage
{
    /// <summary>The field with the story of a card.</summary>
    public const string Story = "story";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desks/{desk}", ShowAsync);
        endpoints.MapPost("/desks/{desk}", SendAsync);
    }

    private static Task<IResult> ShowAsync(string desk, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(desk, http, api, clock, attempt: null);

    private static async Task<IResult> SendAsync(string desk, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        if (CommandForms.Read(form) is not { } command || !Guid.TryParse(form[Story], out var story))
        {
            return Results.BadRequest();
        }

        try
        {
            await api.Client.Stories.SendAsync(story, command, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            var attempt = await Attempt.RefusedAsync(api.Client, story, form, refused, http.RequestAborted);
            return await ViewAsync(desk, http, api, clock, attempt);
        }

        var filter = BoardFilter.Of(http.Request.Query) with { Act = null };
        var board = filter.Address($"{http.Request.PathBase}{http.Request.Path}", [new(CommandPage.Done, command.Name)]);
        return Views.SeeOther(http, $"{board}#{BoardFilter.IdOf(story)}");
    }

    private static async Task<IResult> ViewAsync(string desk, HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var filter = BoardFilter.Of(http.Request.Query);
        var loading = PersonNames.LoadAsync(api.Client, http.RequestAborted);
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var names = await loading;
        var refused = Guid.TryParse(attempt?.Form[Story], out var story) ? story : (Guid?)null;
        var model = await BoardModel.LoadAsync(api.Client, desk, filter, refused, visit.Me, names, http.RequestAborted);
        return Views.Of<BoardView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(BoardView.Visit), visit),
            (nameof(BoardView.Names), names),
            (nameof(BoardView.Model), model),
            (nameof(BoardView.Filter), filter),
            (nameof(BoardView.Attempt), attempt),
            (nameof(BoardView.Done), CommandPage.DoneOf(http, attempt))
        );
    }
}
