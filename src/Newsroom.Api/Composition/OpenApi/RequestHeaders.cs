using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.LiveFeed;
using Newsroom.Domain.Requests;

namespace Newsroom.Api.Composition.OpenApi;

/// <summary>The headers of requests, as parameters that operations refer to.</summary>
internal static class RequestHeaders
{
    public const string IfMatchRequired = "IfMatch";
    public const string IfMatchOptional = "IfMatchOptional";
    public const string IfMatchHonoured = "IfMatchHonoured";
    public const string IfNoneMatch = "IfNoneMatch";
    public const string Prefer = "Prefer";
    public const string IdempotencyKey = "IdempotencyKey";
    public const string LastEventId = "LastEventId";
    public const string Sequence = "Sequence";

    private const string VersionTag = "^\"v[0-9]+(\\.[0-9]+)?\"$";

    /// <summary>Gets the parameters by their names among the components.</summary>
    public static Dictionary<string, IOpenApiParameter> All =>
        new()
        {
            [IfMatchRequired] = Header(
                "If-Match",
                "The version that the caller read, as the ETag of the story.",
                "\"v17\"",
                VersionTag,
                required: true
            ),
            [IfMatchOptional] = Header(
                "If-Match",
                "The version that the caller read, as the ETag of the story. Required if the desk or the language of the story has "
                    + "changed since.",
                "\"v17\"",
                VersionTag
            ),
            [IfMatchHonoured] = Header(
                "If-Match",
                "The version that the caller read, as the ETag of the story. With it, the command is refused if the story has "
                    + "changed "
                    + "since; without it, no change refuses it.",
                "\"v17\"",
                VersionTag
            ),
            [IfNoneMatch] = Header("If-None-Match", "The ETag of the caller's copy. If it is current, the answer is 304.", "\"v17\""),
            [Prefer] = Header(
                DryRun.Header,
                "With dry-run the command is decided and nothing is stored. The answer is 200 with the header Preference-Applied: events "
                    + "are those that it would append, and effects what would lapse, return, merge or change besides. A refusal is not "
                    + "recorded.",
                DryRun.Preference
            ),
            [IdempotencyKey] = Header(
                IdempotencyHeader.Name,
                "A unique value of the caller's choice. A repeat of a successful command with the same key gets the stored response, for "
                    + "30 days. Another request with the same key is refused with 422.",
                "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
                maxLength: LimitTable.IdempotencyKeyCharacters
            ),
            [LastEventId] = Header(
                GetEventsEndpoint.LastEventId,
                "The id of the last item that the client had. Browsers send it when they connect again.",
                "4711",
                "^[0-9]+$"
            ),
            [Sequence] = Header(
                RecordedSequence.Header,
                "The header of that name in the response to the caller's last command. The response has what the command recorded, also "
                    + "where reads are answered from a replica.",
                "4711",
                "^[0-9]+$"
            ),
        };

    private static OpenApiParameter Header(
        string name,
        string description,
        string example,
        string? pattern = null,
        int? maxLength = null,
        bool required = false
    ) =>
        new()
        {
            Required = required,
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = pattern,
                MaxLength = maxLength,
            },
            Example = JsonValue.Create(example),
        };
}
