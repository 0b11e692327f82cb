using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>
/// The editor. Whatever a request answers, the page that follows has what the person wrote: also after the session, and where the API
/// does not answer.
/// </summary>
internal static class EditPage
{
    /// <summary>The command.</summary>
    public const string Command = "revise-article";

    /// <summary>The field that names the button.</summary>
    public const string Button = "do";

    public static void Map(IEndpointRouteBuilder pages, IEndpointRouteBuilder all)
    {
        pages.MapGet("/stories/{story}/edit", ShowAsync);

        // The endpoint checks session and token itself: a redirect to the sign-in would lose what was written.
        all.MapPost("/stories/{story}/edit", SendAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var now = (await api.Client.Stories.GetAsync(story, cancellationToken: http.RequestAborted)).Value;
        var offer = await Offers.OfRevisionAsync(api.Client, now, (await visit).Me, http.RequestAborted);
        var model = new EditModel(http.Request.PathBase, AddressOf(http), EditDraft.Of(now))
        {
            Visit = await visit,
            Language = now.Language,
            Shown = now,
            Roles = offer.Roles,
            Refusal = offer.Refusal,
        };
        return View(StatusCodes.Status200OK, model);
    }

    private static async Task<IResult> SendAsync(
        string story,
        HttpContext http,
        ApiAccess api,
        IAntiforgery antiforgery,
        TimeProvider clock
    )
    {
        if (!SameOrigin.Sent(http.Request) || EditDraft.Read(await http.Request.ReadFormAsync(http.RequestAborted)) is not { } draft)
        {
            return Results.BadRequest();
        }

        var session = await http.AuthenticateAsync(Sessions.Scheme);
        http.User = session.Principal ?? new();
        var typed = new EditModel(http.Request.PathBase, AddressOf(http), draft);
        if (!session.Succeeded)
        {
            return SignedOut(typed);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            string[] lines = ["The form was of another session. Read it, and save again."];
            return View(StatusCodes.Status400BadRequest, typed with { Unsaved = lines });
        }

        try
        {
            return await new EditRequest(story, http, api.Client, clock).AnswerAsync(typed);
        }
        catch (ApiException refused) when (refused.StatusCode == HttpStatusCode.Unauthorized)
        {
            await http.SignOutAsync(Sessions.Scheme);
            return SignedOut(typed);
        }
        catch (ApiException refused)
        {
            // What the API has refused to read.
            return View((int)refused.StatusCode, typed with { Refusal = refused, IsRefused = true });
        }
        catch (Exception failure) when (failure is ApiUnreachableException or UnexpectedResponseException)
        {
            string[] reasons = ["The API does not answer.", failure.Message, "Save again in a moment: it is carried out once."];
            return View(StatusCodes.Status503ServiceUnavailable, typed with { Unsaved = reasons });
        }
    }

    /// <summary>Returns the editor.</summary>
    public static IResult View(int status, EditModel model) => Views.Of<EditView>(status, (nameof(EditView.Model), model));

    private static IResult SignedOut(EditModel typed) => View(StatusCodes.Status401Unauthorized, typed with { IsSignedOut = true });

    private static string AddressOf(HttpContext http) =>
        $"{http.Request.PathBase}/stories/{Uri.EscapeDataString((string)http.Request.RouteValues["story"]!)}";
}
