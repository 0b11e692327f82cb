using System.Text;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;

namespace Newsroom.Client.Ledger;

/// <summary>Reads checkpoints and evidence, and verifies the event store.</summary>
public sealed class LedgerClient
{
    private readonly ApiConnection connection;

    internal LedgerClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads the latest signed checkpoint (C2SP tlog-checkpoint); needs no token.</summary>
    public async Task<string> GetCheckpointAsync(CancellationToken cancellationToken = default) =>
        Encoding.UTF8.GetString(await connection.GetBytesAsync(ApiRequest.Get("ledger/checkpoint"), cancellationToken));

    /// <summary>Reads the public keys that the ledger is and was signed with, one a line; needs no token.</summary>
    public async Task<string> GetKeysAsync(CancellationToken cancellationToken = default) =>
        Encoding.UTF8.GetString(await connection.GetBytesAsync(ApiRequest.Get("ledger/keys"), cancellationToken));

    /// <summary>Reads the proof of one event (C2SP tlog-proof).</summary>
    public Task<byte[]> GetProofAsync(Guid eventId, CancellationToken cancellationToken = default) =>
        connection.GetBytesAsync(ApiRequest.Get($"ledger/proofs/{eventId}"), cancellationToken);

    /// <summary>Reads the evidence of a story as a ZIP archive.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="since">An earlier checkpoint; the bundle then proves that the ledger is an extension of it.</param>
    /// <param name="files">Whether the archive has the files of evidence that checks name; confidential ones are left out.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<byte[]> GetBundleAsync(
        StoryKey storyId,
        string? since = null,
        bool files = false,
        CancellationToken cancellationToken = default
    ) =>
        connection.GetBytesAsync(
            ApiRequest.Get($"{storyId.Path}/bundle", ("since", since), ("files", files ? "true" : null)),
            cancellationToken
        );

    /// <summary>Compares every stored event with the ledger; each result is further than the one before.</summary>
    /// <param name="since">An earlier checkpoint that the ledger has to be an extension of.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<StoreReport> VerifyStoreAsync(string? since = null, CancellationToken cancellationToken = default) =>
        connection.ReadLinesAsync<StoreReport>(ApiRequest.Get("ledger/verify-store", ("since", since)), cancellationToken);
}
