using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Settings;

/// <summary>Shows the definition and the policies of a desk, and sends the commands on them.</summary>
internal static class DeskSettingsPage
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desks/{desk}/settings", ShowAsync);
        endpoints.MapPost("/desks/{desk}/settings", SendAsync);
    }

    private static Task<IResult> ShowAsync(string desk, HttpContext http, ApiAccess api, TimeProvider clock) =>
        ViewAsync(desk, http, api, clock, attempt: null);

    private static async Task<IResult> SendAsync(string desk, HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock)
    {
        if (form[SettingsForms.Preview] == "true" && SettingsForms.Read(form) is { } command)
        {
            var asked = await SettingsOffers.AskAsync(api.Client, SettingsForms.ProposePolicy, command, http.RequestAborted);
            return await ViewAsync(desk, http, api, clock, new Attempt(form, asked.Refusal), asked);
        }

        var page = $"{http.Request.PathBase}{http.Request.Path}";
        return await SettingsCommand.SendAsync(http, form, api.Client, page, attempt => ViewAsync(desk, http, api, clock, attempt));
    }

    private static async Task<IResult> ViewAsync(
        string desk,
        HttpContext http,
        ApiAccess api,
        TimeProvider clock,
        Attempt? attempt,
        Offer? asked = null
    )
    {
        var names = PersonNames.LoadAsync(api.Client, http.RequestAborted);
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        // The API answers for a desk that it does not have.
        var known = visit.Desks.FirstOrDefault(d => d.Id == desk) ?? new(desk, desk);
        var model = await DeskModel.LoadAsync(api.Client, known, http.RequestAborted);
        return Views.Of<DeskSettingsView>(
            asked?.IsOpen == true ? StatusCodes.Status200OK : attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(DeskSettingsView.Visit), visit),
            (nameof(DeskSettingsView.Names), await names),
            (nameof(DeskSettingsView.Model), model),
            (nameof(DeskSettingsView.Attempt), attempt),
            (nameof(DeskSettingsView.Asked), asked),
            (nameof(DeskSettingsView.Done), SettingsCommand.DoneOf(http, attempt))
        );
    }
}
