using System.Collections.Immutable;
using System.Globalization;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.People.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>GET /stories/{storyId}/history</summary>
public static class GetHistoryEndpoint
{
    private static readonly string Revised = StoryEvents.ByName.Single(e => e.Value == typeof(StoryEvent.ArticleRevised)).Key;

    /// <summary>A page of a story's events in words, from the first; one author's consecutive revisions are one entry.</summary>
    [EndpointSummary(
        "A story's events in words, from the first, or from the one after a version; one author's consecutive revisions are one entry. "
            + "limit counts events; a page of very large ones has fewer."
    )]
    [ProducesResponseType<IReadOnlyList<HistoryEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        long? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var (seen, lines) = (Math.Clamp(after ?? 0, 0, int.MaxValue), Paging.Lines(limit));
        var batch = session.CreateBatchQuery();
        var loadingEvents = batch.AddItem(new EventPageQuery(storyId, seen, seen + lines + 1, cancellationToken));
        var loadingNames = batch.PeopleAsync();
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

        if (events.Count > lines)
        {
            // Revisions that go on on the next page are told there, all together, unless they are all there is on this one.
            if (entries.Count > 1 && Entry(events[^1], names).Continues(entries[^1]))
            {
                entries.RemoveAt(entries.Count - 1);
            }

            Paging.LinkNext(http, entries[^1].To.ToString(CultureInfo.InvariantCulture));
        }

        return Results.Ok(entries);
    }

    private static HistoryEntry Entry(IEvent recorded, Names names)
    {
        var (happened, stamp) = ((StoryEvent)recorded.Data, recorded.Metadata());
        return new HistoryEntry(
            stamp.Version,
            stamp.Version,
            stamp.At,
            stamp.By,
            names.Of(stamp.By),
            stamp.As,
            recorded.EventTypeName,
            [names.Fill(Sentences.Of(happened, stamp.By))],
            Sentences.Why(happened)
        )
        {
            Policy = (happened as StoryEvent.EditionEvent)?.Policy,
            OnBehalfOf = stamp.Origin?.By,
            Happened = stamp.Origin?.At,
            Commit = stamp.Origin?.Commit,
            Path = stamp.Origin?.Path,
            Gates = happened is StoryEvent.EditionEvent published ? names.Fill(PublishedGateSentences.Render(published.Gates)) : null,
        };
    }

    private static bool Continues(this HistoryEntry entry, HistoryEntry last) =>
        entry.Type == Revised && last.Type == Revised && last.By == entry.By && last.OnBehalfOf is null && entry.OnBehalfOf is null;
}

/// <summary>One entry of a story's history.</summary>
/// <param name="From">The version of its first event.</param>
/// <param name="To">The version of its last; the same unless revisions are grouped.</param>
/// <param name="At">When the last was recorded.</param>
/// <param name="By">Who did it.</param>
/// <param name="Name">Their name.</param>
/// <param name="As">In which role.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="Sentences">What happened, in words.</param>
/// <param name="Why">The reason given.</param>
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
    /// <summary>Of a publication, the version of the desk's policy it was made under.</summary>
    public int? Policy { get; init; }

    /// <summary>Of what was imported, who did it; <see cref="By"/> brought it in.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Of what was imported, when it happened: business time.</summary>
    public DateTimeOffset? Happened { get; init; }

    /// <summary>Of what was imported, the commit it was.</summary>
    public string? Commit { get; init; }

    /// <summary>Of what was imported, the name of the file, where it got a new one.</summary>
    public string? Path { get; init; }

    /// <summary>Of a publication, what each gate said; waived ones with who waived them, and why.</summary>
    public ImmutableArray<GateResult>? Gates { get; init; }
}
