using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;

namespace Newsroom.Console.Pages;

/// <summary>Asks again before a command that takes words from readers, with the effects that a dry run of it has.</summary>
internal static class Confirmation
{
    /// <summary>The field that confirms.</summary>
    public const string Field = "confirmed";

    private static readonly string[] Commands = ["withhold", "retract", "kill"];

    /// <summary>Returns whether a form has to be confirmed.</summary>
    public static bool IsNeeded(IFormCollection form) =>
        Commands.Contains(form[CommandForms.Command].ToString()) && form[Field].ToString() != "true";

    /// <summary>Shows the effects of the command of a form; one that would be refused is refused at once.</summary>
    public static async Task<IResult> AskAsync(
        NewsroomClient api,
        string story,
        IFormCollection form,
        Task<Visit> visit,
        Func<Attempt, Task<IResult>> showAsync,
        CancellationToken cancellationToken
    )
    {
        if (CommandForms.Read(form) is not { } command)
        {
            return Results.BadRequest();
        }

        try
        {
            // The version that the form names has these effects, or the dry run is refused: the same one is confirmed.
            var preview = (await api.Stories.PreviewAsync(story, command, cancellationToken)).Value;
            var now = (await api.Stories.GetAsync(story, cancellationToken: cancellationToken)).Value;
            return Views.Of<ConfirmView>(
                StatusCodes.Status200OK,
                (nameof(ConfirmView.Visit), await visit),
                (nameof(ConfirmView.Story), now),
                (nameof(ConfirmView.Form), form),
                (nameof(ConfirmView.Effects), preview.Effects)
            );
        }
        catch (ApiException refused) when (refused.StatusCode != HttpStatusCode.Unauthorized)
        {
            return await showAsync(await Attempt.RefusedAsync(api, story, form, refused, cancellationToken));
        }
    }
}
