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

/// <summary>The audit trail, asynchronously: one row per event of the whole store.</summary>
public sealed class AuditProjection : IProjection
{
    /// <summary>The name that its progress is kept under.</summary>
    public const string Name = "audit";

    // A story's event that does not say its desk happened on the desk of the row before it.
    private const string Insert = $"""
        insert into {AuditTable.Name} (sequence, at, by, role, story, desk, type, sentence, why, words)
        select e.sequence, e.at, e.by, e.role, e.story,
            coalesce(e.desk, (select before.desk from {AuditTable.Name} before
                where before.story = e.story and before.sequence < e.sequence order by before.sequence desc limit 1)),
            e.type, e.sentence, e.why, e.words
        from unnest(
            ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            as e(sequence, at, by, role, story, desk, type, sentence, why, words)
        on conflict (sequence) do nothing
        """;

    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => new AsyncProjection(Name, new AuditProjection(), new AuditView());

    /// <summary>Writes the rows of these events.</summary>
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
                rows.Select(r => r.Sentence).ToArray(),
                rows.Select(r => r.Why).ToArray(),
                rows.Select(r => r.Words).ToArray()
            );
        }

        return Task.CompletedTask;
    }

    /// <summary>The rows of events, in order.</summary>
    /// <param name="events">The events.</param>
    /// <param name="desks">The desks of stories, as far as they are known; those that events say are added.</param>
    public static IEnumerable<AuditRow> RowsOf(IEnumerable<IEvent> events, Dictionary<Guid, string> desks)
    {
        // A tombstone marks the place in the record of a command whose commit failed: nothing happened there.
        return events.Where(e => e.Data is not Tombstone).Select(recorded => RowOf(recorded, desks));
    }

    /// <summary>Returns the row of an event that is no tombstone.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="desks">The desks of stories, as far as they are known; one that the event says is added.</param>
    public static AuditRow RowOf(IEvent recorded, Dictionary<Guid, string> desks)
    {
        var stamp = recorded.Metadata();
        var story = recorded.Data is StoryEvent ? recorded.StreamId : (recorded.Data as CommandRefused)?.Story;
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

        return new AuditRow(
            recorded.Sequence,
            stamp.At,
            IndexedKey.Of(stamp.By),
            stamp.As?.ToKebabCase(),
            story,
            IndexedKey.Of(desk),
            recorded.EventTypeName,
            AuditSentences.Of(recorded.Data, stamp.By),
            AuditSentences.Why(recorded.Data)
        );
    }
}

/// <summary>One row of the audit trail.</summary>
/// <param name="Sequence">The event's place in the record.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who.</param>
/// <param name="As">In which role, in words.</param>
/// <param name="Story">The story it happened to, or that somebody tried to change; null for desks, people, speakers.</param>
/// <param name="Desk">The desk it happened on; null where there is none, or where the rows before say it.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Sentence">What happened, with people as identities in braces.</param>
/// <param name="Why">The reason given.</param>
public sealed record AuditRow(
    long Sequence,
    DateTimeOffset At,
    string By,
    string? As,
    Guid? Story,
    string? Desk,
    string Type,
    string Sentence,
    string? Why
)
{
    /// <summary>The words to search, cut to what PostgreSQL can index; identities are split into words.</summary>
    public string Words { get; } = SearchableText.Of(SearchWords.Of($"{Sentence} {Why}"));
}
