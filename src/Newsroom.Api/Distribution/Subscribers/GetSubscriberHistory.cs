using System.Globalization;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Domain.People;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Handles GET /subscribers/{subscriber}/history.</summary>
internal static class GetSubscriberHistoryEndpoint
{
    /// <summary>Returns a page of the events of a subscriber as sentences, oldest first.</summary>
    [EndpointSummary("List the events of a subscriber as sentences, oldest first or after a version.")]
    [ProducesResponseType<Page<SubscriberHistoryEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string subscriber,
        long? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var (seen, lines) = (Math.Clamp(after ?? 0, 0, int.MaxValue), Paging.Lines(limit));
        var stream = StreamIds.Of(SubscriberProjection.StreamKind, subscriber);
        var events = await session.Events.FetchStreamAsync(
            stream,
            version: seen + lines + 1,
            fromVersion: seen + 1,
            token: cancellationToken
        );
        if (events.Count == 0 && (seen == 0 || await session.Events.FetchStreamStateAsync(stream, cancellationToken) is null))
        {
            return SubscribersEndpoint.UnknownSubscriber(subscriber).ToProblem();
        }

        var names = await PersonNameLookup.LoadAsync(session, cancellationToken);
        var next = events.Count > lines ? events[lines - 1].Version.ToString(CultureInfo.InvariantCulture) : null;
        return Paging.Page(http, events.Take(lines).Select(e => EntryOf(e, names)), next);
    }

    private static SubscriberHistoryEntry EntryOf(IEvent recorded, PersonNames names)
    {
        var metadata = recorded.Metadata();
        return new SubscriberHistoryEntry(
            metadata.Version,
            metadata.At,
            metadata.By,
            names.Of(metadata.By),
            recorded.EventTypeName,
            names.Resolve(AuditSentences.Of(AuditSummaries.Of(recorded.Data), metadata.By)),
            AuditSummaries.Why(recorded.Data)
        );
    }
}

/// <summary>An event of a subscriber.</summary>
/// <param name="Version">The version of the subscriber after it, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who acted.</param>
/// <param name="Name">Their name.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Why">The reason given; null for none.</param>
public sealed record SubscriberHistoryEntry(
    long Version,
    DateTimeOffset At,
    string By,
    string Name,
    string Type,
    string Sentence,
    string? Why
);
