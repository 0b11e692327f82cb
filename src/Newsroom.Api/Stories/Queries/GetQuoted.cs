using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/quoted.</summary>
public static class GetQuotedEndpoint
{
    // The list depends on the story, its words, and the policies of desks.
    private static readonly string Rows = $"""
        select s.id, s.{MartenNames.VersionColumn}, concat_ws('/', s.xmin, t.xmin,
            (select string_agg(p.xmin::text, ',' order by p.id) from {PolicyLookup.Table} p)), {ReadableStories.Guarded("s.id")}
        from {StoryTables.Story} s join {StoryTables.StoryText} t using (id) where s.id = $1
        """;

    /// <summary>Returns a page of the quoted words of a story, with their states.</summary>
    [EndpointSummary("List the quoted words of a story with their states, from the beginning or after a position (after).")]
    [ProducesResponseType<QuotedView>(StatusCodes.Status200OK)]
    [HasETag]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        ResponseCache rendered,
        QuotedLists lists,
        CancellationToken cancellationToken
    )
    {
        if (TextPlace.Read(after, out var place) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (
            await rendered.StateAsync(Rows, storyId, cancellationToken) is not { } row
            || await lists.OfAsync(row, () => NowAsync(stories, session, storyId, cancellationToken)) is not { } list
        )
        {
            return StoryNotFound.Problem(storyId);
        }

        guard.Watch(row.IsGuarded);
        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        http.Response.Headers.ETag = IfMatch.ETag(list.Version);
        var lines = Paging.Lines(limit);
        var quoted = list
            .Quoted.Where(words => place is null || new TextPlace(words.Field, words.Range.Start) > place)
            .Take(lines + 1)
            .ToImmutableArray();
        string? next = null;
        if (quoted.Length > lines)
        {
            quoted = quoted[..lines];
            next = new TextPlace(quoted[^1].Field, quoted[^1].Range.Start).ToString();
            Paging.LinkNext(http, next);
        }

        var dismissed = await session.DismissedElsewhereAsync(storyId, RememberedPhrases.KeysOf(quoted), cancellationToken);
        quoted = new RememberedPhrases(storyId, dismissed).Propose(quoted);
        return Results.Ok(new QuotedView(storyId, list.Version, list.Language, list.FewestWords, quoted) { Next = next });
    }

    private static async Task<StoryQuotations?> NowAsync(
        StoryReader stories,
        IQuerySession session,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        if (await stories.WithPolicyAsync(session, id, cancellationToken) is not var (at, policy))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var quoted = QuotedList.Numbered(QuotedList.Of(at.Story, at.Text, policy.FewestWords));
        return new StoryQuotations(at.Story.Version, at.Story.Language, policy.FewestWords, quoted);
    }
}

/// <summary>The quoted words of a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language whose typography applies.</param>
/// <param name="FewestWords">The fewest words of a quotation, by the desk's policy.</param>
/// <param name="Quoted">The quoted words by headline, standfirst and body; Next has the cursor of the next page.</param>
public sealed record QuotedView(Guid Story, long Version, string Language, int FewestWords, ImmutableArray<QuotedWords> Quoted)
{
    /// <summary>Gets the cursor of the next page; null on the last page.</summary>
    public string? Next { get; init; }
}
