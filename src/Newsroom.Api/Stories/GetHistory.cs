using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Api.People;
using Newsroom.Domain;
using Newsroom.Domain.Gates;
using Newsroom.Domain.Stories;
using Wolverine.Http;

namespace Newsroom.Api.Stories;

/// <summary>GET /stories/{storyId}/history</summary>
public static class GetHistoryEndpoint
{
    /// <summary>Every event of a story in words, from the first; one author's consecutive revisions are one entry.</summary>
    [EndpointSummary("Every event of a story in words, from the first; one author's consecutive revisions are one entry.")]
    [ProducesResponseType<IReadOnlyList<HistoryEntry>>(StatusCodes.Status200OK)]
    [WolverineGet("/stories/{storyId}/history")]
    public static async Task<IResult> Get(Guid storyId, IQuerySession session, CancellationToken cancel)
    {
        var events = await session.Events.FetchStreamAsync(storyId, token: cancel);
        var names = await KnownNames.Load(session, cancel);
        var entries = new List<HistoryEntry>();
        foreach (var recorded in events)
        {
            if (recorded.Data is not StoryEvent happened)
            {
                continue;
            }

            var stamp = recorded.Stamp();
            var entry = new HistoryEntry(
                stamp.Version,
                stamp.Version,
                stamp.At,
                stamp.By,
                names.Of(stamp.By),
                stamp.As,
                recorded.EventTypeName,
                [names.Fill(Sentences.Of(happened, stamp.By))],
                Sentences.Why(happened))
            {
                Policy = (happened as StoryEvent.EditionEvent)?.Policy,
                OnBehalfOf = stamp.Origin?.By,
                Happened = stamp.Origin?.At,
                Commit = stamp.Origin?.Commit,
                Path = stamp.Origin?.Path,
                Gates = happened is StoryEvent.EditionEvent published ? names.Fill(published.Gates) : null,
            };
            if (happened is StoryEvent.ArticleRevised && entries is [.., var last] && last.Type == entry.Type && last.By == entry.By && last.OnBehalfOf is null && entry.OnBehalfOf is null)
            {
                entries[^1] = last with { To = entry.To, At = entry.At, Sentences = last.Sentences.AddRange(entry.Sentences) };
            }
            else
            {
                entries.Add(entry);
            }
        }

        return entries.Count > 0 ? Results.Ok(entries) : GetStoryEndpoint.NotFound(storyId);
    }
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
public sealed record HistoryEntry(long From, long To, DateTimeOffset At, string By, string Name, Role? As, string Type, ImmutableArray<string> Sentences, string? Why)
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
