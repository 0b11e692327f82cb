using Npgsql;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Has no delivery, until notices are sent.</summary>
internal sealed class NoDeliveries : IDeliveries
{
    /// <inheritdoc/>
    public Task<bool> HasAsync(NpgsqlConnection connection, string subscriber, string delivery, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    /// <inheritdoc/>
    public Task<Acknowledgement> AcknowledgeAsync(
        NpgsqlConnection connection,
        string subscriber,
        string delivery,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => throw new InvalidOperationException($"There is no delivery {delivery}.");
}
