using Npgsql;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Finds and acknowledges deliveries of notices, in the transaction of a command.</summary>
public interface IDeliveries
{
    /// <summary>Returns whether a subscriber has a delivery.</summary>
    Task<bool> HasAsync(NpgsqlConnection connection, string subscriber, string delivery, CancellationToken cancellationToken);

    /// <summary>Stores that a delivery was acknowledged. Where it was before, that is kept.</summary>
    /// <param name="connection">The connection of the command's transaction.</param>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="delivery">The delivery, which exists.</param>
    /// <param name="by">The identity in the token.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The acknowledgement that is stored: the first one.</returns>
    Task<Acknowledgement> AcknowledgeAsync(
        NpgsqlConnection connection,
        string subscriber,
        string delivery,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}

/// <summary>The acknowledgement of a delivery.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Delivery">The id of the delivery.</param>
/// <param name="AcknowledgedBy">The identity in the token that acknowledged it.</param>
/// <param name="AcknowledgedAt">When it was acknowledged first.</param>
public sealed record Acknowledgement(string Subscriber, string Delivery, string AcknowledgedBy, DateTimeOffset AcknowledgedAt);
