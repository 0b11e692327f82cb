using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Finds what no response may be, whatever was sent.</summary>
internal static partial class ResponseFault
{
    /// <summary>Returns the fault of a response, a server error or an unreadable refusal; null where there is none.</summary>
    public static string? Of(HttpResponseMessage response, string text)
    {
        var status = (int)response.StatusCode;
        if (status < 400)
        {
            return null;
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"not a problem document but {response.Content.Headers.ContentType}";
        }

        var type = JsonNode.Parse(text)!["type"]?.GetValue<string>();
        if (status >= 500 && type != "/problems/ledger-behind")
        {
            return "a failure of the server";
        }

        if (type?.StartsWith("/problems/", StringComparison.Ordinal) != true)
        {
            return $"no type of ours: {type}";
        }

        return Innards().Match(text) is { Success: true } found ? $"it shows “{found.Value}”" : null;
    }

    [GeneratedRegex(
        @"System\.[A-Z]|Newsroom\.(Api|Domain)|Npgsql|Marten\b|Exception\b|\bat [A-Z]\w+\.\w+\("
            + @"|StoryCommand\+|isFinalBlock|JSON value could not be converted"
    )]
    private static partial Regex Innards();
}
