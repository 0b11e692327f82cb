using Microsoft.AspNetCore.Http;
using Newsroom.Client.Http;

namespace Newsroom.Console.Pages;

/// <summary>A form that the API refused; the page shows it again with its input.</summary>
/// <param name="Form">The fields.</param>
/// <param name="Refusal">The refusal; null where the page itself cannot send the form.</param>
public sealed record Attempt(IFormCollection Form, ApiException? Refusal)
{
    /// <summary>Returns whether it is the form of a command.</summary>
    public bool IsOf(string command) => Form[CommandForms.Command].ToString() == command;

    /// <summary>Returns what was entered in a field of a command's form; null for other commands.</summary>
    public string? Entered(string command, string field) => IsOf(command) ? Form[field].ToString() : null;
}
