using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>The quoted words of a story at one version.</summary>
/// <param name="Version">The story's version.</param>
/// <param name="Language">The language whose typography applies.</param>
/// <param name="FewestWords">The fewest words of a quotation, by the desk's policy.</param>
/// <param name="Quoted">The quoted words by headline, standfirst and body.</param>
public sealed record StoryQuotations(long Version, string Language, int FewestWords, ImmutableArray<QuotedWords> Quoted);

/// <summary>
/// Caches lists that are longer than a page, so that reading all pages parses the text once. An entry is valid for one version of its row.
/// The size is bounded.
/// </summary>
public sealed class QuotedLists(TimeProvider clock) : IDisposable
{
    private const long MaxBytes = 64 << 20;
    private const int BytesOfOne = 200;

    /// <summary>How long a list is kept.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The number of lists that are kept.</summary>
    internal int Count => kept.Count;

    /// <summary>Returns the list of a story, from the cache where its row is unchanged.</summary>
    /// <param name="row">The version of the row.</param>
    /// <param name="compute">Creates the list; null if the story no longer exists.</param>
    public async Task<StoryQuotations?> OfAsync(RowVersion row, Func<Task<StoryQuotations?>> compute)
    {
        if (kept.TryGetValue(row, out StoryQuotations? known))
        {
            return known;
        }

        var list = await compute();
        if (list is not null && list.Version == row.Version && list.Quoted.Length > Keyset.DefaultPage)
        {
            var size = list.Quoted.Sum(words => (long)BytesOfOne + (sizeof(char) * words.Words.Length));
            kept.Set(row, list, Expiring(size));
        }

        return list;
    }

    // A memory cache looks for expired entries when it is used, which an idle host does not do; a token removes its entry by itself.
    private MemoryCacheEntryOptions Expiring(long size)
    {
        var expiry = new CancellationTokenSource(KeptFor, clock);
        return new MemoryCacheEntryOptions { Size = size }
            .AddExpirationToken(new CancellationChangeToken(expiry.Token))
            .RegisterPostEvictionCallback((_, _, _, _) => expiry.Dispose());
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();
}
