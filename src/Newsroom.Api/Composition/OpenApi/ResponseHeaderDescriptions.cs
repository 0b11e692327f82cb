using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Replicas;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>The headers of responses that operations refer to. Each is named among the components as it is sent.</summary>
internal static class ResponseHeaderDescriptions
{
    public const string ETag = "ETag";
    public const string Link = "Link";
    public const string Location = "Location";
    public const string PreferenceApplied = "Preference-Applied";
    public const string RetryAfter = "Retry-After";
    public const string RateLimit = Quota.StateHeader;
    public const string RateLimitPolicy = Quota.PolicyHeader;
    public const string Sequence = RecordedSequence.Header;
    public const string WwwAuthenticate = "WWW-Authenticate";
    public const string ContentDisposition = "Content-Disposition";

    /// <summary>Gets the headers by name.</summary>
    public static Dictionary<string, IOpenApiHeader> All =>
        new()
        {
            [ETag] = Header("The version of the story. Send it as If-Match with a command, or as If-None-Match with a read.", "\"v17\""),
            [Link] = Header(
                "The address of the next page (RFC 8288), omitted on the last page. "
                    + "Of a published story, the addresses of its formats.",
                "</stories?after=AQID>; rel=\"next\""
            ),
            [Location] = Header("The address of what was created.", "/stories/01a20e64-e28b-753e-acd0-6739a53493d3"),
            [PreferenceApplied] = Header("dry-run if the request preferred a preview: nothing was stored.", "dry-run"),
            [RetryAfter] = Header("The number of seconds after which to repeat the request.", "2"),
            [RateLimit] = Header(
                "How many requests are left (r), and after how many seconds the quota is full again (t). Every response has it.",
                "\"staff\";r=997;t=1"
            ),
            [RateLimitPolicy] = Header(
                "The quota of the caller: how many requests at once (q), and in how many seconds it fills up (w). Every response has it.",
                "\"staff\";q=1000;w=10"
            ),
            [Sequence] = Header(
                "The sequence of the last event that the command appended. A read that sends it back has the event.",
                "4711"
            ),
            [WwwAuthenticate] = Header("The scheme of the expected credentials (RFC 6750).", "Bearer"),
            [ContentDisposition] = Header("The name under which to save the file (RFC 6266).", "attachment; filename=story.zip"),
        };

    private static OpenApiHeader Header(string description, string example) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(example),
        };
}
