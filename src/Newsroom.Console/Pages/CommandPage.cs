using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Http;
using Newsroom.Console.Security;

namespace Newsroom.Console.Pages;

/// <summary>A page that has no more than forms of commands to a story.</summary>
internal static class CommandPage
{
    /// <summary>The parameter with the command that was carried out.</summary>
    public const string Done = "done";

    /// <summary>
    /// Sends the command of a form, whose local times are those of the desk. The browser then loads the page anew, so that reloading it
    /// sends nothing; a form that is refused is shown again.
    /// </summary>
    public static async Task<IResult> SendAsync(
        string story,
        HttpContext http,
        IFormCollection form,
        ApiAccess api,
        TimeProvider clock,
        Func<Attempt, Task<IResult>> showAsync
    )
    {
        if (CommandForms.Read(form) is not { } command)
        {
            return Results.BadRequest();
        }

        var visit = await Visit.LoadAsync(api.Client, http, clock);
        var desk = (await api.Client.Stories.GetAsync(story, cancellationToken: http.RequestAborted)).Value.Desk;
        if (LocalTimes.SetInstant(command, visit.ClockOf(desk)) is { } fault)
        {
            return await showAsync(new Attempt(form, null) { Fault = fault });
        }

        try
        {
            await api.Client.Stories.SendAsync(story, command, form[CommandForms.Key], http.RequestAborted);
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await showAsync(await Attempt.RefusedAsync(api.Client, story, form, refused, http.RequestAborted));
        }

        return Views.SeeOther(http, $"{http.Request.PathBase}{http.Request.Path}?{Done}={command.Name}");
    }

    /// <summary>Returns the command that the page says was carried out; null for none.</summary>
    public static string? DoneOf(HttpContext http, Attempt? attempt) =>
        attempt is null && http.Request.Query[Done].ToString() is var done && CommandForms.Has(done) ? done : null;
}
