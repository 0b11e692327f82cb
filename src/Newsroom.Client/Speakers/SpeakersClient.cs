using Newsroom.Client.Http;

namespace Newsroom.Client.Speakers;

/// <summary>Reads and registers speakers.</summary>
public sealed class SpeakersClient
{
    private readonly ApiConnection connection;

    internal SpeakersClient(ApiConnection connection) => this.connection = connection;

    /// <summary>Reads all speakers.</summary>
    public Task<ApiResponse<Page<SpeakerDetails>>> ListAsync(CancellationToken cancellationToken = default) =>
        connection.SendAsync<Page<SpeakerDetails>>(ApiRequest.Get("speakers"), cancellationToken);

    /// <summary>Reads a speaker.</summary>
    public Task<ApiResponse<SpeakerDetails>> GetAsync(string speaker, CancellationToken cancellationToken = default) =>
        connection.SendAsync<SpeakerDetails>(ApiRequest.Get($"speakers/{Uri.EscapeDataString(speaker)}"), cancellationToken);

    /// <summary>Reads one page of the quotes of a speaker in all stories, latest first.</summary>
    public Task<ApiResponse<Page<SpeakerQuote>>> GetQuotesAsync(
        string speaker,
        PageRequest? page = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<Page<SpeakerQuote>>(
            ApiRequest.Get($"speakers/{Uri.EscapeDataString(speaker)}/quotes", (page ?? new PageRequest()).Parameters),
            cancellationToken
        );

    /// <summary>Registers a speaker.</summary>
    public Task<ApiResponse<SpeakerDetails>> RegisterAsync(
        SpeakerRegistration registration,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<SpeakerDetails>(ApiRequest.Post("speakers/register-speaker", registration, idempotencyKey), cancellationToken);

    /// <summary>Seals the identity of a confidential source.</summary>
    public Task<ApiResponse<SpeakerDetails>> SealIdentityAsync(
        string speaker,
        string identity,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<SpeakerDetails>(
            ApiRequest.Post($"speakers/{Uri.EscapeDataString(speaker)}/seal-identity", new { identity }, idempotencyKey),
            cancellationToken
        );

    /// <summary>Reveals the identity of a confidential source; the request is recorded with its reason.</summary>
    public Task<ApiResponse<RevealedIdentity>> RevealIdentityAsync(
        string speaker,
        string reason,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) =>
        connection.SendAsync<RevealedIdentity>(
            ApiRequest.Post($"speakers/{Uri.EscapeDataString(speaker)}/reveal-identity", new { reason }, idempotencyKey),
            cancellationToken
        );
}
