using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newsroom.Console.Pages;
using Newsroom.Console.Security;

namespace Newsroom.Console.Settings;

/// <summary>Lists desks and people, and defines and describes them.</summary>
internal static class SettingsPage
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/settings", ShowAsync);
        endpoints.MapPost("/settings", SendAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext http, ApiAccess api, TimeProvider clock) => ViewAsync(http, api, clock, null);

    private static Task<IResult> SendAsync(HttpContext http, IFormCollection form, ApiAccess api, TimeProvider clock) =>
        SettingsCommand.SendAsync(
            http,
            form,
            api.Client,
            $"{http.Request.PathBase}{http.Request.Path}",
            attempt => ViewAsync(http, api, clock, attempt)
        );

    private static async Task<IResult> ViewAsync(HttpContext http, ApiAccess api, TimeProvider clock, Attempt? attempt)
    {
        var names = PersonNames.LoadAsync(api.Client, http.RequestAborted);
        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var desk = new JsonObject { ["name"] = "Sample", ["language"] = "en" };
        var person = new JsonObject { ["name"] = "Sample", ["roles"] = new JsonArray("reporter") };
        var defining = AskAsync(SettingsForms.DefineDesk, desk);
        var describing = AskAsync(SettingsForms.DescribePerson, person);
        return Views.Of<SettingsView>(
            attempt?.Status ?? StatusCodes.Status200OK,
            (nameof(SettingsView.Visit), visit),
            (nameof(SettingsView.Names), await names),
            (nameof(SettingsView.Define), await defining),
            (nameof(SettingsView.Describe), await describing),
            (nameof(SettingsView.Selected), http.Request.Query["person"].ToString()),
            (nameof(SettingsView.Attempt), attempt),
            (nameof(SettingsView.Done), SettingsCommand.DoneOf(http, attempt))
        );

        Task<Offer> AskAsync(string name, JsonObject body) =>
            SettingsOffers.AskAsync(api.Client, name, SettingsForms.Of(name, "sample", body), http.RequestAborted);
    }
}
