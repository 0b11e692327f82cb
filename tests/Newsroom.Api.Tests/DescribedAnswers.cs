using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests;

/// <summary>
/// Compares the responses that the tests get with docs/openapi.json: status, media type, headers, and the body by its schema. Of each
/// request and status the first few are compared, if NEWSROOM_DESCRIBED is all.
/// </summary>
internal static class DescribedAnswers
{
    private const int Compared = 10;
    private static readonly bool IsCompared = Environment.GetEnvironmentVariable("NEWSROOM_DESCRIBED") == "all";
    private const int MaxLength = 200_000;

    /// <summary>Refusals of every request, which no request lists.</summary>
    private static readonly int[] OfEveryRequest = [405, 406, 408, 414, 431, 500, 501];

    private static readonly string[] Headers =
    [
        "ETag",
        "Link",
        "Location",
        "Preference-Applied",
        "Retry-After",
        "WWW-Authenticate",
        "Content-Disposition",
    ];

    private static readonly Lazy<JsonNode> Document = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "openapi.json")))!
    );

    private static readonly ConcurrentDictionary<string, int> Seen = new();

    /// <summary>Asserts that a response is described. A request that the document does not have is not compared.</summary>
    public static void ShouldDescribe(HttpMethod method, string address, Answer answer)
    {
        var described = address.Split('?')[0];
        described += IsNegotiated(described, answer) ? ".html" : "";
        if (!IsCompared || answer.Text.Length > MaxLength || Find(method, described) is not var (path, operation))
        {
            return;
        }

        if (Seen.AddOrUpdate($"{method} {path} {answer.Status}", 1, (_, count) => count + 1) <= Compared)
        {
            Faults(operation, answer).Distinct().ShouldBeEmpty($"docs/openapi.json does not describe this response of {method} {path}.");
        }
    }

    private static (string Path, JsonNode Operation)? Find(HttpMethod method, string address)
    {
        var parts = address.Split('/');
        var found = Document.Value["paths"]!
            .AsObject()
            .Where(path => path.Value![method.Method.ToLowerInvariant()] is not null && IsMatch(path.Key.Split('/'), parts))
            .OrderBy(path => path.Key.Contains('{'))
            .ThenByDescending(path => path.Key.Contains("}.", StringComparison.Ordinal))
            .ThenBy(path => path.Key.Count(c => c == '{'))
            .FirstOrDefault();
        return found.Key is null ? null : (found.Key, found.Value![method.Method.ToLowerInvariant()]!);
    }

    private static bool IsMatch(string[] path, string[] address) =>
        path.Length == address.Length && path.Zip(address).All(part => IsMatch(part.First, part.Second));

    private static bool IsMatch(string path, string address) =>
        path == address || (path.StartsWith('{') && (!path.Contains("}.", StringComparison.Ordinal) || address.Contains('.')));

    // Formats that Accept selects are described at the address with an extension.
    private static bool IsNegotiated(string address, Answer answer) =>
        address.StartsWith("/published/", StringComparison.Ordinal)
        && !address.Contains('.')
        && answer.ContentType is not (null or "application/json" or "application/problem+json");

    private static IEnumerable<string> Faults(JsonNode operation, Answer answer)
    {
        var validator = new SchemaValidator(Document.Value);
        var declared = operation["responses"]![$"{answer.Status}"];
        if (declared is null && OfEveryRequest.Contains(answer.Status))
        {
            declared = operation["responses"]!["default"];
        }

        if (declared is null)
        {
            return [$"status {answer.Status}: declare it with ProducesResponseType"];
        }

        var response = validator.Resolve(declared);
        return HeaderFaults(response, answer).Concat(BodyFaults(validator, response, answer));
    }

    private static IEnumerable<string> HeaderFaults(JsonNode response, Answer answer) =>
        Headers
            .Where(header => answer.Headers.ContainsKey(header) && response["headers"]?[header] is null)
            .Select(header => $"header {header} with status {answer.Status}");

    private static IEnumerable<string> BodyFaults(SchemaValidator validator, JsonNode response, Answer answer)
    {
        // Browsers get problems as pages; the document describes problem details, which clients ask for.
        if (answer.ContentType is not { } mediaType || answer.Text.Length == 0 || (answer.Status >= 400 && mediaType == "text/html"))
        {
            return [];
        }

        if ((response["content"]?[mediaType] ?? response["content"]?["application/octet-stream"]) is not { } content)
        {
            return [$"media type {mediaType} with status {answer.Status}"];
        }

        return mediaType is "application/json" or "application/problem+json" ? validator.Faults(content["schema"]!, answer.Body) : [];
    }
}
