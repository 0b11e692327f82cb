using System.Collections.Immutable;
using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Handles GET /subscribers/{subscriber}/deliveries and GET /deliveries/unacknowledged.</summary>
internal static class GetDeliveriesEndpoint
{
    /// <summary>Returns a page of the deliveries to a subscriber, newest first.</summary>
    [EndpointSummary("List the deliveries to a subscriber, newest first, with their latest attempts.")]
    [ProducesResponseType<Page<Delivery>>(StatusCodes.Status200OK)]
    public static async Task<IResult> ListAsync(
        string subscriber,
        [OneOf<DeliveryState>] string? state,
        long? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        DeliveryLog log,
        CancellationToken cancellationToken
    )
    {
        if (await session.LoadAsync<Subscriber>(subscriber, cancellationToken) is null)
        {
            return SubscribersEndpoint.UnknownSubscriber(subscriber).ToProblem();
        }

        var lines = Paging.Lines(limit);
        var read = await log.ReadAsync(subscriber, state, after ?? long.MaxValue, lines + 1, cancellationToken);
        return Paging.Page(http, read, lines, last => last.Sequence.ToString(CultureInfo.InvariantCulture), line => line);
    }

    /// <summary>Returns a page of the notices that are not acknowledged, oldest first.</summary>
    [EndpointSummary(
        "List the corrections, retractions and kills that subscribers who received the story have not acknowledged, oldest first."
    )]
    [ProducesResponseType<Page<Delivery>>(StatusCodes.Status200OK)]
    public static async Task<IResult> UnacknowledgedAsync(
        Guid? after,
        int? limit,
        HttpContext http,
        DeliveryLog log,
        CancellationToken cancellationToken
    )
    {
        var lines = Paging.Lines(limit);
        var read = await log.ReadUnacknowledgedAsync(after ?? Guid.Empty, lines + 1, cancellationToken);
        return Paging.Page(http, read, lines, last => last.Id, line => line);
    }
}

/// <summary>A notice for a subscriber.</summary>
/// <param name="Id">The id of the delivery, which is the id of the message (<c>webhook-id</c>).</param>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story that the notice is of.</param>
/// <param name="Sequence">The position of the event in the record.</param>
public sealed record Delivery(Guid Id, string Subscriber, Guid Story, long Version, long Sequence)
{
    /// <summary>Gets the kind of notice.</summary>
    public required DeliveryKind Kind { get; init; }

    /// <summary>Gets when the event was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the state.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Gets when it is sent next; null where it is not pending.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Gets when the subscriber accepted it; null where it did not.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Gets whether the subscriber has to acknowledge it.</summary>
    public bool NeedsAcknowledgement { get; init; }

    /// <summary>Gets when it was acknowledged; null where it was not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>Gets who acknowledged it: <c>response</c> where the response to it did; null where nobody did.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>Gets the latest attempts, at most ten, oldest first.</summary>
    public ImmutableArray<AttemptEntry> Attempts { get; init; } = [];
}

/// <summary>An attempt to send a notice.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it ended.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The status of the response; null where there was none.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="Response">The beginning of the response; null where it was empty.</param>
public sealed record AttemptEntry(int Number, DateTimeOffset At, int Milliseconds, int? Status, string? Error, string? Response);
