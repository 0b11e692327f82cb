using System.Net;
using Microsoft.AspNetCore.Http;
using Newsroom.Client.Http;

namespace Newsroom.Console.Pages;

/// <summary>A form that was refused; the page shows it again with its input.</summary>
/// <param name="Form">The fields.</param>
/// <param name="Refusal">The refusal of the API; null where the page itself cannot send the form.</param>
public sealed record Attempt(IFormCollection Form, ApiException? Refusal)
{
    /// <summary>Gets why the page cannot send the form; null where the API refused it.</summary>
    public string? Fault { get; init; }

    /// <summary>Gets the status of the page.</summary>
    public int Status => (int)(Refusal?.StatusCode ?? HttpStatusCode.UnprocessableEntity);

    /// <summary>Returns whether it is the form of a command.</summary>
    public bool IsOf(string command) => Form[CommandForms.Command].ToString() == command;

    /// <summary>Returns what was entered in a field of a command's form; null for other commands.</summary>
    public string? Entered(string command, string field) => IsOf(command) ? Form[field].ToString() : null;
}
