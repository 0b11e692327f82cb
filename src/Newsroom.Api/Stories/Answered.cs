namespace Newsroom.Api.Stories;

/// <summary>An accepted command's answer, with the story's version as its ETag and, for a new story, where it is.</summary>
public sealed class Answered(CommandAnswer answer, int status) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = IfMatch.ETag(answer.Version);
        if (status == StatusCodes.Status201Created)
        {
            httpContext.Response.Headers.Location = $"/stories/{answer.Story}";
        }

        return Results.Json(answer, statusCode: status).ExecuteAsync(httpContext);
    }
}
