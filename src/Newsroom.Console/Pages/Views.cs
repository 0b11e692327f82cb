using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Newsroom.Console.Pages;

/// <summary>Renders pages on the server.</summary>
internal static class Views
{
    /// <summary>Returns a page.</summary>
    public static RazorComponentResult<T> Of<T>(int status, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in parameters)
        {
            values[name] = value;
        }

        return new RazorComponentResult<T>(values) { StatusCode = status };
    }

    /// <summary>Sends the browser to a page after a form, so that reloading the page sends nothing.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Returns a page that says that something cannot be shown.</summary>
    public static IResult Message(HttpContext http, int status, string title, params string[] lines) =>
        Of<MessageView>(
            status,
            (nameof(MessageView.Title), title),
            (nameof(MessageView.Lines), lines),
            (nameof(MessageView.Root), http.Request.PathBase.Value)
        );
}
