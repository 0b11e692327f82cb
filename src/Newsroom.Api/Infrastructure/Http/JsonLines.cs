using System.Text.Json;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>An answer that comes line by line while the work goes on.</summary>
public static class JsonLines
{
    /// <summary>The type of the body.</summary>
    public const string ContentType = "application/jsonl; charset=utf-8";

    /// <summary>Each as a line of JSON, sent as soon as it is there.</summary>
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
