using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Checking;

/// <summary>Shows the queue of checks, and sends the checks of its forms.</summary>
internal static class CheckingPage
{
    private const string Done = "done";

    private static readonly string[] Commands = ["fact-check", "claim-check", "release-check"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/checking", ShowAsync);
        endpoints.MapPost("/checking", SendAsync).AcceptsFiles();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock)
    {
        var request = CheckingRequest.Of(http.Request.Query);
        if (request is { Story: not null, Passage: not null } || http.Request.Query.ContainsKey(Done))
        {
            return await ViewAsync(http, request, api, clock, attempt: null);
        }

        var queue = (await CheckingModel.QueueAsync(api.Client, request, http.RequestAborted)).Value.Items;
        return queue.Count == 0
            ? await ViewAsync(http, request, api, clock, attempt: null)
            : Views.SeeOther(http, request.Address(Here(http), (queue[0].Slug, queue[0].Passage)));
    }

    private static async Task<IResult> SendAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        var request = CheckingRequest.Of(http.Request.Query);
        if (CommandForms.Read(form) is not { } asked || !Commands.Contains(asked.Name) || request.Story is not { } story)
        {
            return Results.BadRequest();
        }

        // The queue follows the check after a moment: what is next is found before it.
        var queue = (await CheckingModel.QueueAsync(api.Client, request, http.RequestAborted)).Value.Items;
        try
        {
            form = await EvidenceUpload.StoreAsync(api.Client, form, http.RequestAborted);
            await api.Client.Stories.SendAsync(story, CommandForms.Read(form)!, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(http, request, api, clock, new Attempt(form, refused));
        }

        var selected = (story, request.Passage ?? "");
        var place = asked.Name == "fact-check" ? CheckingModel.Neighbour(queue, request, +1) : selected;
        return Views.SeeOther(http, request.Address(Here(http), place, asked.Name));
    }

    private static async Task<IResult> ViewAsync(
        HttpContext http,
        CheckingRequest request,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt
    )
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var model = await CheckingModel.LoadAsync(api.Client, request, http.RequestAborted);
        var done = http.Request.Query[Done].ToString();
        return Views.Of<CheckingView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(CheckingView.Visit), await visit),
            (nameof(CheckingView.Model), model),
            (nameof(CheckingView.Attempt), attempt),
            (nameof(CheckingView.Done), attempt is null && Commands.Contains(done) ? done : null)
        );
    }

    private static string Here(HttpContext http) => $"{http.Request.PathBase}{http.Request.Path}";
}
