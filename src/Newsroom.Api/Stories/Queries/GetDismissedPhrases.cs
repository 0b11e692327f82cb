using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /dismissed-phrases.</summary>
public static class GetDismissedPhrasesEndpoint
{
    /// <summary>Lists the short quotations that stories dismissed, latest first.</summary>
    [EndpointSummary("List the short quotations that stories dismissed (titles, names, mottos), latest first.")]
    [ProducesResponseType<Page<DismissedPhrase>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CallingActor caller,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen, CursorList.DismissedPhrases) is { } malformed)
        {
            return malformed.ToProblem();
        }

        IQueryable<DismissedPhrase> phrases = session
            .Query<DismissedPhrase>()
            .ReadableBy(caller.Actor, $"d.{StoryTables.DismissedPhraseStory}");
        phrases = seen is null ? phrases : phrases.Where(p => p.At < seen.At || (p.At == seen.At && p.Id.CompareTo(seen.Id) < 0));
        var lines = Paging.Lines(limit);
        var page = await phrases.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Take(lines + 1).ToListAsync(cancellationToken);
        return Paging.Page(http, page, lines, p => new Keyset(p.At, p.Id) { List = CursorList.DismissedPhrases }, p => p);
    }
}
