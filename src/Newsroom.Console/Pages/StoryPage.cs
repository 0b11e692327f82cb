using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>Shows a story, and sends the commands of its forms.</summary>
internal static class StoryPage
{
    private const string Passage = "passage";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{story}", ShowAsync);
        endpoints.MapPost("/stories/{story}", SendAsync).AcceptsFiles();
        endpoints.MapGet("/evidence/{sha256}", EvidenceUpload.DownloadAsync);
    }

    private static Task<IResult> ShowAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(story, http, api, clock, attempt: null);

    private static async Task<IResult> SendAsync(string story, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        NamedCommand? command;
        try
        {
            form = await EvidenceUpload.StoreAsync(api.Client, form, http.RequestAborted);
            command = Marking.IsOf(form)
                ? await Marking.ReadAsync(api.Client.Stories, story, form, http.RequestAborted)
                : CommandForms.Read(form);
            if (command is null)
            {
                return Results.BadRequest();
            }

            await api.Client.Stories.SendAsync(story, command, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            var attempt = await Attempt.RefusedAsync(api.Client, story, form, refused, http.RequestAborted);
            return await ViewAsync(story, http, api, clock, attempt);
        }

        // The browser loads the page anew, so that reloading it sends nothing.
        var selected = http.Request.Query[Passage].ToString();
        var passage = selected.Length > 0 ? $"{Passage}={Uri.EscapeDataString(selected)}&" : "";
        return Views.SeeOther(http, $"{http.Request.PathBase}{http.Request.Path}?{passage}{CommandPage.Done}={command.Name}");
    }

    private static async Task<IResult> ViewAsync(string story, HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var model = await StoryModel.LoadAsync(api.Client, story, http.Request.Query[Passage], http.RequestAborted);
        var others = OthersChanges.ReadAsync(api.Client, story, http.Request.Query, http.RequestAborted);
        var speakers = api.Client.Speakers.ListAsync(http.RequestAborted);
        return Views.Of<StoryView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(StoryView.Visit), await visit),
            (nameof(StoryView.Model), model),
            (nameof(StoryView.Attempt), attempt),
            (nameof(StoryView.Done), CommandPage.DoneOf(http, attempt)),
            (nameof(StoryView.Others), await others),
            (nameof(StoryView.Speakers), (await speakers).Value.Items)
        );
    }
}
