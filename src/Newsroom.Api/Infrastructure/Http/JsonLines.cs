using System.Text.Json;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>An answer that comes line by line while the work goes on.</summary>
public static class JsonLines
{
    /// <summary>Each as a line of JSON, sent as soon as it is there.</summary>
    public static IResult Of<T>(IAsyncEnumerable<T> all, JsonSerializerOptions json, CancellationToken cancel) => Results.Stream(
        async body =>
        {
            await foreach (var one in all.WithCancellation(cancel))
            {
                await JsonSerializer.SerializeAsync(body, one, json, cancel);
                await body.WriteAsync("\n"u8.ToArray(), cancel);
                await body.FlushAsync(cancel);
            }
        },
        "application/jsonl; charset=utf-8");
}
