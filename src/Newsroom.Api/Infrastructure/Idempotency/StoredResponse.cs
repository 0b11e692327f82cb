using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>The response to an accepted command, stored as text so that a repeat gets the same bytes.</summary>
/// <param name="Status">200, or 201 where something was created.</param>
/// <param name="Body">The body; empty once it was erased.</param>
public sealed record StoredResponse(int Status, string Body) : IResult
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Gets the stream that the command changed, for a story its id. Erasures find the response by it.</summary>
    [JsonPropertyName("story")]
    public Guid? Stream { get; init; }

    /// <summary>Gets the version of the story, which is also the ETag; null for other commands.</summary>
    public long? Version { get; init; }

    /// <summary>Gets the address of what was created; for a story it follows from the stream.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the media type; JSON where it is null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Creates the response to a story command.</summary>
    public static StoredResponse OfStory(int status, Guid story, long version, object body, JsonSerializerOptions json) =>
        new(status, JsonSerializer.Serialize(body, json)) { Stream = story, Version = version };

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        if (Version is { } version)
        {
            headers.ETag = IfMatch.ETag(version);
        }

        if (Status == StatusCodes.Status201Created)
        {
            headers.Location = Location ?? $"/stories/{Stream}";
        }

        return Results.Text(Body, ContentType ?? Json, statusCode: Status).ExecuteAsync(httpContext);
    }
}
