using System.Text.Json;
using System.Text.RegularExpressions;

namespace Newsroom.Cli.Serving;

/// <summary>What the newsroom answered.</summary>
/// <param name="Body">The answer.</param>
/// <param name="Next">Where the next page of a list begins; null on the last.</param>
internal sealed partial record Answer(JsonElement Body, string? Next)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an answer.</summary>
    public static Answer Of(HttpResponseMessage response, string text)
    {
        try
        {
            return new Answer(JsonElement.Parse(text), NextOf(response));
        }
        catch (JsonException)
        {
            throw new LocalProblem($"What answers at {response.RequestMessage?.RequestUri} is not a newsroom: it gave {response.Content.Headers.ContentType?.MediaType ?? "no JSON"}.");
        }
    }

    /// <summary>The answer for people who read JSON.</summary>
    public string Pretty() => JsonSerializer.Serialize(Body, Indented);

    /// <summary>JSON for people who read JSON.</summary>
    public static string Pretty(string json) => new Answer(JsonElement.Parse(json), null).Pretty();

    private static string? NextOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && After().Match(string.Join(',', links)) is { Success: true } match
            ? Uri.UnescapeDataString(match.Groups[1].Value)
            : null;

    [GeneratedRegex("""[?&]after=([^&>]+)[^>]*>\s*;\s*rel="?next"?""")]
    private static partial Regex After();
}
