using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Infrastructure.Idempotency;

/// <summary>The response to an accepted command as it goes over the wire, stored whole so that a repeat gets the same bytes.</summary>
/// <param name="Status">200, or 201 for something new.</param>
/// <param name="Body">The body; empty once it was erased.</param>
public sealed record StoredResponse(int Status, string Body) : IResult
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>The stream that the command changed, of a story its id; an erasure finds the response by it.</summary>
    [JsonPropertyName("story")]
    public Guid? Stream { get; init; }

    /// <summary>The version of the story, which is also the ETag; null beside stories.</summary>
    public long? Version { get; init; }

    /// <summary>The address of what was created; of a story it follows from the stream.</summary>
    public string? Location { get; init; }

    /// <summary>The type of the body; JSON where it is null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The response to a story command.</summary>
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
