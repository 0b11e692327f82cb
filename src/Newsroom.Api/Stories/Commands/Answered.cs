using System.Text.Json;
using Newsroom.Api.Infrastructure.Http;

namespace Newsroom.Api.Stories.Commands;

/// <summary>An accepted command's answer as it goes over the wire, kept whole so that a repeat gets the same bytes.</summary>
/// <param name="Status">200, or 201 for a new story.</param>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version now, which is also its ETag.</param>
/// <param name="Body">The <see cref="CommandAnswer"/> as JSON.</param>
public sealed record Answered(int Status, Guid Story, long Version, string Body) : IResult
{
    /// <summary>The answer to a command.</summary>
    public static Answered Of(CommandAnswer answer, int status, JsonSerializerOptions json) =>
        new(status, answer.Story, answer.Version, JsonSerializer.Serialize(answer, json));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = IfMatch.ETag(Version);
        if (Status == StatusCodes.Status201Created)
        {
            httpContext.Response.Headers.Location = $"/stories/{Story}";
        }

        return Results.Text(Body, "application/json; charset=utf-8", statusCode: Status).ExecuteAsync(httpContext);
    }
}
