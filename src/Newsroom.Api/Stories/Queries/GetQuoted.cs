using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>GET /stories/{storyId}/quoted</summary>
public static class GetQuotedEndpoint
{
    // The list depends on the story, its words, and the policies of desks.
    private const string Rows = """
        select s.id, s.mt_version, concat_ws('/', s.xmin, t.xmin,
            (select string_agg(p.xmin::text, ',' order by p.id) from newsroom.mt_doc_deskpolicies p))
        from newsroom.mt_doc_story s join newsroom.mt_doc_storytext t using (id) where s.id = $1
        """;

    /// <summary>A page of what stands in quotation marks in the story, and what has become of it.</summary>
    [EndpointSummary(
        "What stands in quotation marks in the story, and what has become of it; from its beginning, or from behind a place (after)."
    )]
    [ProducesResponseType<QuotedView>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        ResponseCache rendered,
        QuotedLists lists,
        CancellationToken cancellationToken
    )
    {
        if (QuotedPlace.Read(after, out var place) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (
            await rendered.StateAsync(Rows, storyId, cancellationToken) is not { } row
            || await lists.OfAsync(row, () => NowAsync(session, storyId, cancellationToken)) is not { } list
        )
        {
            return StoryNotFound.Problem(storyId);
        }

        http.Response.Headers.ETag = IfMatch.ETag(list.Version);
        var lines = Paging.Lines(limit);
        var quoted = list.Quoted.Where(words => place is null || QuotedPlace.Of(words) > place).Take(lines + 1).ToImmutableArray();
        if (quoted.Length > lines)
        {
            quoted = quoted[..lines];
            Paging.LinkNext(http, QuotedPlace.Of(quoted[^1]).ToString());
        }

        var dismissed = await session.DismissedElsewhereAsync(storyId, RememberedPhrases.KeysOf(quoted), cancellationToken);
        quoted = new RememberedPhrases(storyId, dismissed).Propose(quoted);
        return Results.Ok(new QuotedView(storyId, list.Version, list.Language, list.FewestWords, quoted));
    }

    private static async Task<StoryQuotations?> NowAsync(IQuerySession session, Guid id, CancellationToken cancellationToken)
    {
        if (await StoryReader.WithPolicyAsync(session, id, cancellationToken) is not var (at, policy))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var quoted = QuotedList.Of(at.Story, at.Text, policy.FewestWords);
        return new StoryQuotations(at.Story.Version, at.Story.Language, policy.FewestWords, quoted);
    }
}

/// <summary>What stands in quotation marks in a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language by whose typography it is read.</param>
/// <param name="FewestWords">From how many words on the desk's policy takes it for a quotation.</param>
/// <param name="Quoted">Headline, standfirst and body in order; the Link header names the page that follows.</param>
public sealed record QuotedView(Guid Story, long Version, string Language, int FewestWords, ImmutableArray<QuotedWords> Quoted);
