namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Answers with bytes as they are: without ranges and without a copy.</summary>
/// <param name="body">The content.</param>
/// <param name="contentType">Its media type.</param>
internal sealed class BytesResult(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        (response.ContentType, response.ContentLength) = (contentType, body.Length);
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }
}
