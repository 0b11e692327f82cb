using System.Runtime.CompilerServices;

namespace Newsroom.Client.Http;

/// <summary>Selects a page of a list.</summary>
/// <param name="After">The cursor that the page before ended with; null for the first page.</param>
/// <param name="Limit">The most entries; null for the server's default.</param>
public sealed record PageRequest(string? After = null, long? Limit = null)
{
    /// <summary>The most entries that the server puts on a page.</summary>
    public const int MaxLimit = 200;

    internal IEnumerable<(string Name, object? Value)> Parameters => [("after", After), ("limit", Limit)];

    /// <summary>Reads pages until the last.</summary>
    /// <param name="read">Reads one page.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static IAsyncEnumerable<ApiResponse<T>> ReadPagesAsync<T>(
        Func<PageRequest, Task<ApiResponse<T>>> read,
        CancellationToken cancellationToken = default
    ) => ReadPagesAsync(read, MaxLimit, cancellationToken);

    internal static async IAsyncEnumerable<ApiResponse<T>> ReadPagesAsync<T>(
        Func<PageRequest, Task<ApiResponse<T>>> read,
        long? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        string? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await read(new PageRequest(after, limit));
            yield return page;
            after = page.Next;
        } while (after is not null);
    }

    internal static async IAsyncEnumerable<T> ReadAllAsync<T>(
        Func<PageRequest, Task<ApiResponse<Page<T>>>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var page in ReadPagesAsync(read, cancellationToken))
        {
            foreach (var entry in page.Value.Items)
            {
                yield return entry;
            }
        }
    }
}
