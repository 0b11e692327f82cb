using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A rendered document. Its entity tag is a digest of its content.</summary>
/// <param name="Body">The content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Modified">When it was last changed; null where that is unknown.</param>
public sealed record RenderedDocument(byte[] Body, string ContentType, DateTimeOffset? Modified)
{
    /// <summary>Gets the strong entity tag.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 16))}\"";
}

/// <summary>
/// Caches rendered documents by the versions of the rows that they are rendered from, so none is stale. Other data in them, such as
/// the names of speakers, is at most a minute old. The size is bounded.
/// </summary>
public sealed class DocumentCache : IDisposable
{
    private const long MaxBytes = 64 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Returns the document of a key, or renders it.</summary>
    /// <param name="key">Everything that decides the content, with the versions of its rows read before it is rendered.</param>
    /// <param name="render">Renders the document; null if the rows no longer exist.</param>
    public async Task<RenderedDocument?> GetAsync(object key, Func<Task<RenderedDocument?>> render)
    {
        if (kept.TryGetValue<RenderedDocument>(key, out var known))
        {
            return known;
        }

        var document = await render();
        if (document is not null)
        {
            var options = new MemoryCacheEntryOptions { Size = document.Body.Length, AbsoluteExpirationRelativeToNow = Longest };
            kept.Set(key, document, options);
        }

        return document;
    }

    /// <summary>Answers with a document, or 304 where the caller has it (RFC 9110, 13.2.2).</summary>
    public static IResult Answer(HttpContext http, RenderedDocument document)
    {
        var (request, response) = (http.Request.GetTypedHeaders(), http.Response);
        response.Headers.ETag = document.ETag;
        if (document.Modified is { } modified)
        {
            response.GetTypedHeaders().LastModified = modified;
        }

        var isCurrent =
            http.Request.Headers.IfNoneMatch.Count > 0
                ? ConditionalResult.Has(http, document.ETag)
                : Seconds(request.IfModifiedSince) >= Seconds(document.Modified);
        return isCurrent ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(document.Body, document.ContentType);
    }

    private static long? Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds();

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
