using System.Runtime.CompilerServices;
using Newsroom.Api.EvidenceFiles;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>A store whose content was stored long ago.</summary>
internal sealed class AgedStore(IEvidenceStore inner) : IEvidenceStore
{
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    /// <summary>What happens before content is deleted.</summary>
    public Func<Task> Deleting { get; init; } = () => Task.CompletedTask;

    public Task SaveAsync(string digest, string path, CancellationToken cancellationToken) =>
        inner.SaveAsync(digest, path, cancellationToken);

    public Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken) => inner.OpenAsync(digest, cancellationToken);

    public async Task<DateTimeOffset?> FindTimeAsync(string digest, CancellationToken cancellationToken) =>
        await inner.FindTimeAsync(digest, cancellationToken) is null ? null : LongAgo;

    public async IAsyncEnumerable<StoredContent> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in inner.ListAsync(cancellationToken))
        {
            yield return stored with
            {
                Stored = LongAgo,
            };
        }
    }

    public async Task DeleteAsync(string digest, CancellationToken cancellationToken)
    {
        await Deleting();
        await inner.DeleteAsync(digest, cancellationToken);
    }
}
