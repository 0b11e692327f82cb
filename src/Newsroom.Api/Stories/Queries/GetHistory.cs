using System.Collections.Immutable;
using System.Globalization;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/history.</summary>
public static class GetHistoryEndpoint
{
    private static readonly string Revised = StoryEvents.ByName.Single(e => e.Value == typeof(StoryEvent.ArticleRevised)).Key;

    /// <summary>Returns a page of a story's events as sentences, oldest first; one author's consecutive revisions are one entry.</summary>
    [EndpointSummary(
        "List a story's events as sentences, oldest first or after a version. Consecutive revisions by one author are one entry. limit "
            + "counts events; a page of very large events has fewer."
    )]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        long? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        StoryGuard guard,
        CancellationToken cancellationToken
    )
    {
        var (seen, lines) = (Math.Clamp(after ?? 0, 0, int.MaxValue), Paging.Lines(limit));
        var batch = session.CreateBatchQuery();
        var loadingEvents = batch.AddItem(new EventPageQuery(storyId, seen, seen + lines + 1, cancellationToken));
        var loadingNames = batch.PeopleAsync();
        guard.Watch(batch, storyId);
        await batch.Execute(cancellationToken);

        var (page, names) = (await loadingEvents, await loadingNames);
        var events = page.Events;
        if (page.IsCut)
        {
            lines = Math.Min(lines, events.Count - 1);
        }

        if (events.Count == 0 && (seen == 0 || await session.LoadAsync<Story>(storyId, cancellationToken) is null))
        {
            return StoryNotFound.Problem(storyId);
        }

        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        var (entries, next) = Group(events, lines, names, cancellationToken);
        return Paging.Page(http, entries, next);
    }

    private static (List<HistoryEntry> Entries, string? Next) Group(
        IReadOnlyList<IEvent> events,
        int lines,
        PersonNames names,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<HistoryEntry>();
        foreach (var entry in events.Take(lines).Select(e => Entry(e, names)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entries is [.., var last] && entry.Continues(last))
            {
                entries[^1] = last with { To = entry.To, At = entry.At, Sentences = last.Sentences.AddRange(entry.Sentences) };
            }
            else
            {
                entries.Add(entry);
            }
        }

        string? next = null;
        if (events.Count > lines)
        {
            // Revisions that continue on the next page are grouped there, unless they are the whole of this page.
            if (entries.Count > 1 && Entry(events[^1], names).Continues(entries[^1]))
            {
                entries.RemoveAt(entries.Count - 1);
            }

            next = entries[^1].To.ToString(CultureInfo.InvariantCulture);
        }

        return (entries, next);
    }

    private static HistoryEntry Entry(IEvent recorded, PersonNames names)
    {
        var (happened, metadata) = ((StoryEvent)recorded.Data, recorded.Metadata());
        return new HistoryEntry(
            metadata.Version,
            metadata.Version,
            metadata.At,
            metadata.By,
            names.Of(metadata.By),
            metadata.As,
            recorded.EventTypeName,
            [names.Resolve(Sentences.Of(happened, metadata.By))],
            Sentences.Why(happened)
        )
        {
            Check = happened is StoryEvent.FactChecked check ? CheckRecord.Of(check, recorded.Id) : null,
            Policy = (happened as StoryEvent.EditionEvent)?.Policy,
            OnBehalfOf = metadata.Origin?.By,
            Happened = metadata.Origin?.At,
            Commit = metadata.Origin?.Commit,
            Path = metadata.Origin?.Path,
            Gates = happened is StoryEvent.EditionEvent published ? names.Resolve(PublishedGateSentences.Render(published.Gates)) : null,
        };
    }

    private static bool Continues(this HistoryEntry entry, HistoryEntry last) =>
        entry.Type == Revised && last.Type == Revised && last.By == entry.By && last.OnBehalfOf is null && entry.OnBehalfOf is null;
}

/// <summary>An entry of a story's history.</summary>
/// <param name="From">The first version.</param>
/// <param name="To">The last version; equal unless revisions are grouped.</param>
/// <param name="At">When the last version was recorded.</param>
/// <param name="By">The actor's identity.</param>
/// <param name="Name">The actor's name.</param>
/// <param name="As">The role in which the actor acted.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="Sentences">What happened, as sentences.</param>
/// <param name="Why">The reason.</param>
public sealed record HistoryEntry(
    long From,
    long To,
    DateTimeOffset At,
    string By,
    string Name,
    Role? As,
    string Type,
    ImmutableArray<string> Sentences,
    string? Why
)
{
    /// <summary>Gets the check with its evidence, for a check.</summary>
    public CheckRecord? Check { get; init; }

    /// <summary>Gets the version of the desk's policy, for a publication.</summary>
    public int? Policy { get; init; }

    /// <summary>Gets the original author of an imported event; <see cref="By"/> imported it.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Gets the business time of an imported event.</summary>
    public DateTimeOffset? Happened { get; init; }

    /// <summary>Gets the commit of an imported event.</summary>
    public string? Commit { get; init; }

    /// <summary>Gets the file's new name, where an imported event renamed it.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the outcome of each gate, for a publication; waived gates with their waivers.</summary>
    public ImmutableArray<GateResult>? Gates { get; init; }
}
