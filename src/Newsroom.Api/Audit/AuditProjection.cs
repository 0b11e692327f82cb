using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Audit;

/// <summary>Maintains the audit trail, asynchronously: one row for each event of the store.</summary>
public sealed class AuditProjection : IProjection
{
    /// <summary>The name that its progress is stored under.</summary>
    public const string Name = "audit";

    // A story's event without a desk happened on the desk of the row before it.
    private const string Insert = $"""
        insert into {AuditTable.Name} ({AuditTable.Columns})
        select e.sequence, e.at, e.by, e.role, e.story,
            coalesce(e.desk, (select before.desk from {AuditTable.Name} before
                where before.story = e.story and before.sequence < e.sequence order by before.sequence desc limit 1)),
            e.type, e.code, e.arguments::jsonb, e.why, e.words, ''
        from unnest(
            ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            as e(sequence, at, by, role, story, desk, type, code, arguments, why, words)
        on conflict (sequence) do nothing
        """;

    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => new AsyncProjection(Name, new AuditProjection(), new AuditTableView());

    /// <summary>Writes the rows of events.</summary>
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var rows = RowsOf(events, []).ToList();
        if (rows.Count > 0)
        {
            operations.QueueSqlCommand(
                Insert,
                rows.Select(r => r.Sequence).ToArray(),
                rows.Select(r => r.At).ToArray(),
                rows.Select(r => r.By).ToArray(),
                rows.Select(r => r.As).ToArray(),
                rows.Select(r => r.Story).ToArray(),
                rows.Select(r => r.Desk).ToArray(),
                rows.Select(r => r.Type).ToArray(),
                rows.Select(r => r.Code).ToArray(),
                rows.Select(r => r.Arguments).ToArray(),
                rows.Select(r => r.Why).ToArray(),
                rows.Select(r => r.Words).ToArray()
            );
        }

        return Task.CompletedTask;
    }

    /// <summary>Returns the rows of events, in order.</summary>
    /// <param name="events">The events.</param>
    /// <param name="desks">The known desks of stories; those in the events are added.</param>
    public static IEnumerable<AuditRow> RowsOf(IEnumerable<IEvent> events, Dictionary<Guid, string> desks)
    {
        // A tombstone replaces the events of a failed commit.
        return events.Where(e => e.Data is not Tombstone).Select(recorded => RowOf(recorded, desks));
    }

    /// <summary>Returns the row of an event that is no tombstone.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="desks">The known desks of stories; the event's is added.</param>
    public static AuditRow RowOf(IEvent recorded, Dictionary<Guid, string> desks)
    {
        var stamp = recorded.Metadata();
        var story = StoryOf(recorded);
        var desk = recorded.Data switch
        {
            StoryEvent.StoryDrafted e => e.Desk,
            StoryEvent.StoryDescribed e => e.Desk,
            DeskDefined e => e.Desk.Id,
            PolicyEvent e => e.Desk,
            _ => null,
        };
        if (story is { } id && (desk ?? desks.GetValueOrDefault(id)) is { } known)
        {
            desk = desks[id] = known;
        }

        var (summary, why) = (AuditSummaries.Of(recorded.Data), AuditSummaries.Why(recorded.Data));
        return new AuditRow(
            recorded.Sequence,
            stamp.At,
            IndexedKey.Of(stamp.By),
            stamp.As?.ToKebabCase(),
            story,
            IndexedKey.Of(desk),
            recorded.EventTypeName,
            summary.Code,
            summary.Arguments.Json,
            why,
            WordsOf(recorded.EventTypeName, stamp.By, summary, why)
        );
    }

    private static Guid? StoryOf(IEvent recorded) =>
        recorded.Data switch
        {
            StoryEvent => recorded.StreamId,
            CommandRefused e => e.Story,
            StoryRead e => e.Story,
            StoryReadsCounted e => e.Story,
            _ => null,
        };

    /// <summary>
    /// Returns the words that a row is searched by: those of the event's type, person, arguments and reason, cut to what PostgreSQL can
    /// index. Identities are split into words. Sentences are not included, so that a changed sentence changes no row.
    /// </summary>
    private static string WordsOf(string type, string by, EventSummary summary, string? why) =>
        SearchableText.Of(SearchWords.Of(string.Join(' ', [type.Replace('_', ' '), $"{{{by}}}", .. summary.Arguments.Texts, why])));
}

/// <summary>One row of the audit trail.</summary>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person who acted.</param>
/// <param name="As">The person's role, as stored.</param>
/// <param name="Story">The story that it happened to, or that a refused command was for; null for desks, people, speakers.</param>
/// <param name="Desk">The desk; null where there is none, or where it is that of the row before.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Code">The code of its summary.</param>
/// <param name="Arguments">The arguments of its summary, as JSON.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Words">The words to search.</param>
public sealed record AuditRow(
    long Sequence,
    DateTimeOffset At,
    string By,
    string? As,
    Guid? Story,
    string? Desk,
    string Type,
    string Code,
    string Arguments,
    string? Why,
    string Words
);
