using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Newsroom.Api.Infrastructure.Http;

/// <summary>A rendered document with the headers that depend on it only. Its entity tag is a digest of its content.</summary>
/// <param name="Body">The content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Modified">
/// When it was last changed; null unless every change of the content changes this second. A date is a weaker validator than a tag.
/// </param>
public sealed record RenderedDocument(byte[] Body, string ContentType, DateTimeOffset? Modified)
{
    /// <summary>Gets the strong entity tag.</summary>
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 16))}\"";

    /// <summary>Gets the header <c>Last-Modified</c>; null for none.</summary>
    public string? LastModified { get; } = Modified is { } at ? HeaderUtilities.FormatDate(at) : null;

    /// <summary>Gets the header <c>Link</c>; null for none.</summary>
    public string? Link { get; init; }
}

/// <summary>
/// Caches rendered documents by the versions of the rows that they are rendered from, so none is stale. Other data in them, such as
/// the names of speakers, is at most a minute old. The size is bounded. A document is rendered once for all requests that wait for
/// it, and few are rendered at once.
/// </summary>
public sealed class DocumentCache : IDisposable
{
    /// <summary>
    /// The maximum number of documents that are rendered at once: half of the processors remain for other requests.
    /// </summary>
    public static readonly int MaxAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private const long MaxBytes = 64 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });
    private readonly ConcurrentDictionary<object, Task<RenderedDocument?>> rendering = new();
    private readonly SemaphoreSlim turns = new(MaxAtOnce);

    /// <summary>Returns the document of a key, or renders it.</summary>
    /// <param name="key">Everything that decides the content, with the versions of its rows read before it is rendered.</param>
    /// <param name="render">Renders the document; null if the rows no longer exist.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<RenderedDocument?> GetAsync(
        object key,
        Func<Task<RenderedDocument?>> render,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            if (kept.TryGetValue<RenderedDocument>(key, out var known))
            {
                return known;
            }

            var own = new TaskCompletionSource<RenderedDocument?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = rendering.GetOrAdd(key, own.Task);
            if (first == own.Task)
            {
                return await RenderAsync(key, render, own, cancellationToken);
            }

            try
            {
                return await first.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The first request failed or was cancelled; this one takes its place.
            }
        }
    }

    /// <summary>Answers with a document, or 304 where the caller has it (RFC 9110, 13.2.2).</summary>
    public static IResult Answer(HttpContext http, RenderedDocument document)
    {
        var headers = http.Response.Headers;
        (headers.ETag, headers.LastModified) = (document.ETag, document.LastModified);
        if (document.Link is { } link)
        {
            headers.Link = link;
        }

        return IsCurrent(http, document)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new BytesResult(document.Body, document.ContentType);
    }

    // Only the very date that was sent confirms a copy: a later one, such as that of the response, says nothing about its content.
    private static bool IsCurrent(HttpContext http, RenderedDocument document)
    {
        var request = http.Request.Headers;
        return request.IfNoneMatch.Count > 0
            ? ConditionalResult.Has(http, document.ETag)
            : document.LastModified is { } sent && request.IfModifiedSince is [{ } given] && given == sent;
    }

    private async Task<RenderedDocument?> RenderAsync(
        object key,
        Func<Task<RenderedDocument?>> render,
        TaskCompletionSource<RenderedDocument?> waiting,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await turns.WaitAsync(cancellationToken);
            try
            {
                if (!kept.TryGetValue<RenderedDocument>(key, out var document))
                {
                    document = await render();
                    Keep(key, document);
                }

                waiting.SetResult(document);
                return document;
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            rendering.TryRemove(key, out _);
            waiting.TrySetCanceled(CancellationToken.None);
        }
    }

    private void Keep(object key, RenderedDocument? document)
    {
        if (document is not null)
        {
            var options = new MemoryCacheEntryOptions { Size = document.Body.Length, AbsoluteExpirationRelativeToNow = Longest };
            kept.Set(key, document, options);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        kept.Dispose();
        turns.Dispose();
    }
}
