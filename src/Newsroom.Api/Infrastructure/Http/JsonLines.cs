using System.Text.Json;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>Streams a response as JSON Lines.</summary>
public static class JsonLines
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/jsonl; charset=utf-8";

    /// <summary>Sends each item as a line of JSON as soon as it is available.</summary>
    public static IResult Of<T>(IAsyncEnumerable<T> all, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        Results.Stream(
            async body =>
            {
                await foreach (var one in all.WithCancellation(cancellationToken))
                {
                    await JsonSerializer.SerializeAsync(body, one, json, cancellationToken);
                    await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
                    await body.FlushAsync(cancellationToken);
                }
            },
            ContentType
        );
}
