using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Console.Pages;

/// <summary>A form that was refused; the page shows it again with its input.</summary>
/// <param name="Form">The fields.</param>
/// <param name="Refusal">The refusal of the API; null where the page itself cannot send the form.</param>
public sealed record Attempt(IFormCollection Form, ApiException? Refusal)
{
    /// <summary>Gets why the page cannot send the form; null where the API refused it.</summary>
    public string? Fault { get; init; }

    /// <summary>Gets what others changed since the page that was sent; null where it was up to date, or the change is not known.</summary>
    public OthersChanges? Changed { get; init; }

    /// <summary>Gets the status of the page.</summary>
    public int Status => (int)(Refusal?.StatusCode ?? HttpStatusCode.UnprocessableEntity);

    /// <summary>Returns the refused form of a command, with what changed where it was decided on an earlier version of the story.</summary>
    internal static async Task<Attempt> RefusedAsync(
        NewsroomClient api,
        StoryKey story,
        IFormCollection form,
        ApiException refused,
        CancellationToken cancellationToken
    )
    {
        var attempt = new Attempt(form, refused);
        return refused.StatusCode == HttpStatusCode.PreconditionFailed && long.TryParse(form[CommandForms.Version], out var shown)
            ? attempt with
            {
                Changed = await OthersChanges.SinceAsync(api, story, shown, cancellationToken),
            }
            : attempt;
    }

    /// <summary>Returns whether it is the form of a command.</summary>
    public bool IsOf(string command) => Form[CommandForms.Command].ToString() == command;

    /// <summary>Returns what was entered in a field of a command's form; null for other commands.</summary>
    public string? Entered(string command, string field) => IsOf(command) ? Form[field].ToString() : null;
}
