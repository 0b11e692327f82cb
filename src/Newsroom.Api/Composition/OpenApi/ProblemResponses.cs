using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>The responses to refused requests. All have one schema; operations refer to the response of each status.</summary>
internal static class ProblemResponses
{
    public const string MediaType = "application/problem+json";

    /// <summary>The status of the response to every other failure.</summary>
    public const string Default = "default";

    private const string KilledStory = "The story was killed. Only its notice to readers is left.";

    private static readonly (string Status, string Name, string Code, string Meaning)[] All =
    [
        ("400", "BadRequest", "validation", "The request is malformed, or a member is missing, unknown, of the wrong type or too large."),
        ("401", "Unauthorized", "unauthorized", "The token is missing, invalid or expired."),
        ("403", "Forbidden", "role-required", "The caller's roles or identity do not permit the request; the detail says which do."),
        ("404", "NotFound", "unknown-story", "The resource does not exist."),
        ("409", "Conflict", "overlap", "Others changed the same words since the base version; conflicts has both sides."),
        ("410", "Gone", "killed", KilledStory),
        ("412", "PreconditionFailed", "stale-version", "The version or fingerprint is not current; the response has the current one."),
        ("413", "ContentTooLarge", "text-too-long", "A text exceeds the limit of its field, or the body is too large."),
        ("415", "UnsupportedMediaType", "unsupported-media-type", "The body is not JSON in UTF-8."),
        ("416", "RangeNotSatisfiable", "range-not-satisfiable", "The file does not have the requested range."),
        ("422", "RuleViolated", "not-in-review", "A rule is violated; reasons names it, and gates lists what blocks publication."),
        ("428", "PreconditionRequired", "version-required", "The command must name its base version in If-Match."),
        ("429", "TooManyRequests", "too-many-requests", "The caller has used up its quota; RateLimit says when it is full again."),
        ("503", "ServiceUnavailable", "unavailable", "The host or its database is overloaded or unreachable. Repeat the request later."),
        (Default, "Failure", "internal-server-error", "Any other failure, such as a fault of the server."),
    ];

    /// <summary>Returns whether a status is that of a refusal.</summary>
    public static bool Has(string status) => status == Default || status[0] is '4' or '5';

    /// <summary>Returns a reference to the response of a status.</summary>
    public static IOpenApiResponse Of(string status, OpenApiDocument document) =>
        new OpenApiResponseReference(All.Single(p => p.Status == status).Name, document);

    /// <summary>Returns the response of a killed story, to which an operation adds its other media types.</summary>
    public static OpenApiResponse Gone(OpenApiDocument document) =>
        Response("410", "killed", KilledStory, document);

    /// <summary>Returns the responses by their names among the components.</summary>
    public static Dictionary<string, IOpenApiResponse> Components(OpenApiDocument document) =>
        All.ToDictionary(p => p.Name, p => (IOpenApiResponse)Response(p.Status, p.Code, p.Meaning, document));

    private static OpenApiResponse Response(string status, string code, string meaning, OpenApiDocument document) =>
        new()
        {
            Description = meaning,
            Headers = HeadersOf(status).ToDictionary(h => h, h => (IOpenApiHeader)new OpenApiHeaderReference(h, document)),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document), Example = Example(status, code) },
            },
        };

    private static string[] HeadersOf(string status) =>
        status switch
        {
            "401" => [ResponseHeaderDescriptions.WwwAuthenticate],
            "429" =>
            [
                ResponseHeaderDescriptions.RetryAfter,
                ResponseHeaderDescriptions.RateLimit,
                ResponseHeaderDescriptions.RateLimitPolicy,
            ],
            "503" => [ResponseHeaderDescriptions.RetryAfter, ResponseHeaderDescriptions.PreferenceApplied],
            _ => [ResponseHeaderDescriptions.PreferenceApplied],
        };

    private static JsonObject Example(string status, string code)
    {
        var number = int.TryParse(status, CultureInfo.InvariantCulture, out var given) ? given : StatusCodes.Status500InternalServerError;
        var meaning = ProblemTypes.Of(code).First(type => type.Status == number).Meaning;
        return new JsonObject
        {
            ["type"] = ProblemTypes.UriOf(code),
            ["title"] = ProblemTitles.Of(number, code),
            ["status"] = number,
            ["detail"] = meaning,
            ["reasons"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = meaning }),
        };
    }
}
