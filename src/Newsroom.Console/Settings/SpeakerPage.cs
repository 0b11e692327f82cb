using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Settings;

/// <summary>Lists and registers speakers, and seals and reveals the identities of confidential sources.</summary>
internal static class SpeakerPage
{
    private const long Quotes = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/speakers", ListAsync);
        endpoints.MapPost("/speakers", RegisterAsync);
        endpoints.MapGet("/speakers/{speaker}", ShowAsync);
        endpoints.MapPost("/speakers/{speaker}", SendAsync);
    }

    private static Task<IResult> ListAsync(HttpContext http, ApiAccess api, TimeProvider clock) => ViewListAsync(http, api, clock, null);

    private static Task<IResult> RegisterAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock) =>
        SettingsCommand.SendAsync(
            http,
            form,
            api.Client,
            $"{http.Request.PathBase}{http.Request.Path}",
            attempt => ViewListAsync(http, api, clock, attempt)
        );

    private static Task<IResult> ShowAsync(string speaker, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(speaker, http, api, clock, attempt: null, revealed: null);

    private static async Task<IResult> SendAsync(
        string speaker,
        HttpContext http,
        IFormCollection form,
        ApiAccess api,
        TimeProvider clock
    )
    {
        if (form[CommandForms.Command] != SettingsForms.RevealIdentity)
        {
            var page = $"{http.Request.PathBase}{http.Request.Path}";
            return await SettingsCommand.SendAsync(
                http,
                form,
                api.Client,
                page,
                attempt => ViewAsync(speaker, http, api, clock, attempt, null)
            );
        }

        try
        {
            // The answer is in this page only: it has no address, and the API does not keep it for a repeated request.
            var reason = form["reason"].ToString();
            var revealed = await api.Client.Speakers.RevealIdentityAsync(speaker, reason, null, http.RequestAborted);
            return await ViewAsync(speaker, http, api, clock, null, revealed.Value.Identity);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await ViewAsync(speaker, http, api, clock, new Attempt(form, refused), null);
        }
    }

    private static async Task<IResult> ViewListAsync(HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var speakers = api.Client.Speakers.ListAsync(http.RequestAborted);
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var sample = SettingsForms.Of(SettingsForms.RegisterSpeaker, "", new JsonObject { ["name"] = "Sample" });
        var register = SettingsOffers.AskAsync(api.Client, SettingsForms.RegisterSpeaker, sample, http.RequestAborted);
        return Views.Of<SpeakersView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(SpeakersView.Visit), await visit),
            (nameof(SpeakersView.Speakers), (await speakers).Value.Items),
            (nameof(SpeakersView.Register), await register),
            (nameof(SpeakersView.Attempt), attempt),
            (nameof(SpeakersView.Done), SettingsCommand.DoneOf(http, attempt))
        );
    }

    private static async Task<IResult> ViewAsync(
        string speaker,
        HttpContext http,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt,
        string? revealed
    )
    {
        var visit = Visit.LoadAsync(api.Client, http, clock);
        var known = (await api.Client.Speakers.GetAsync(speaker, http.RequestAborted)).Value;
        var page = new PageRequest(http.Request.Query["after"], Quotes);
        var quotes = api.Client.Speakers.GetQuotesAsync(speaker, page, http.RequestAborted);
        var sealing = AskAsync(SettingsForms.SealIdentity, "identity");
        var revealing = AskAsync(SettingsForms.RevealIdentity, "reason");
        return Views.Of<SpeakerView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(SpeakerView.Visit), await visit),
            (nameof(SpeakerView.Speaker), known),
            (nameof(SpeakerView.Quotes), (await quotes).Value),
            (nameof(SpeakerView.Seal), await sealing),
            (nameof(SpeakerView.Reveal), await revealing),
            (nameof(SpeakerView.Revealed), revealed),
            (nameof(SpeakerView.Attempt), attempt),
            (nameof(SpeakerView.Done), SettingsCommand.DoneOf(http, attempt))
        );

        Task<Offer> AskAsync(string name, string member) =>
            SettingsOffers.AskAsync(
                api.Client,
                name,
                SettingsForms.Of(name, speaker, new JsonObject { [member] = "Sample" }),
                http.RequestAborted
            );
    }
}
