using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Managing;

/// <summary>Begins a story. Its texts are written in the editor, which keeps them whatever happens.</summary>
internal static class DraftPage
{
    /// <summary>The command.</summary>
    public const string Command = "draft-article";

    /// <summary>The members that the form has fields for.</summary>
    private static readonly string[] Members =
    [
        "desk",
        "headline",
        "language",
        "genre",
        "byline",
        "dateline",
        "translationOf",
        "replaces",
        "as",
    ];

    private static readonly string[] Given = ["desk", "translationOf", "replaces"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/draft", ShowAsync);
        endpoints.MapPost("/draft", SendAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(http, api, clock, attempt: null);

    private static async Task<IResult> SendAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        var body = new JsonObject();
        foreach (var member in Members.Where(member => form[member].ToString().Length > 0))
        {
            body[member] = form[member].ToString();
        }

        if (form["confidential"] == "true")
        {
            body["confidential"] = true;
        }

        try
        {
            var drafted = await api.Client.Stories.DraftAsync(
                new NamedCommand(Command, body),
                form[CommandForms.Key],
                http.RequestAborted
            );
            return Views.SeeOther(http, $"{http.Request.PathBase}/stories/{drafted.Value.Story}/edit");
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(http, api, clock, new Attempt(form, refused));
        }
    }

    private static async Task<IResult> ViewAsync(HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var given = Given.ToDictionary(name => name, name => http.Request.Query[name].ToString());
        return Views.Of<DraftView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(DraftView.Visit), visit),
            (nameof(DraftView.Attempt), attempt),
            (nameof(DraftView.Given), given)
        );
    }
}
