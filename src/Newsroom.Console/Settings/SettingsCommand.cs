using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Console.Pages;

namespace Newsroom.Console.Settings;

/// <summary>Sends the forms of settings.</summary>
internal static class SettingsCommand
{
    /// <summary>
    /// Sends the command of a form. The browser then loads the page anew, so that reloading it sends nothing; a form that is refused is
    /// shown again.
    /// </summary>
    public static async Task<IResult> SendAsync(
        HttpContext http,
        IFormCollection form,
        NewsroomClient api,
        string page,
        Func<Attempt, Task<IResult>> showAsync
    )
    {
        if (SettingsForms.Read(form) is not { } command)
        {
            return Results.BadRequest();
        }

        try
        {
            await api.Configuration.SendAsync(command, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await showAsync(new Attempt(form, refused));
        }

        return Views.SeeOther(http, $"{page}?{CommandPage.Done}={form[CommandForms.Command]}");
    }

    /// <summary>Returns the command that the page says was carried out; null for none.</summary>
    public static string? DoneOf(HttpContext http, Attempt? attempt) =>
        attempt is null && http.Request.Query[CommandPage.Done].ToString() is var done && SettingsForms.Has(done) ? done : null;
}
