using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Worklists;

/// <summary>GET /speakers/{speaker}/quotes</summary>
public static class GetSpeakerQuotesEndpoint
{
    /// <summary>Lists the quotes of a speaker in all stories, latest first.</summary>
    [EndpointSummary("List the quotes of a speaker in all stories with the state of their checks, latest first.")]
    [ProducesResponseType<Page<SpeakerQuote>>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        string speaker,
        string? after,
        int? limit,
        HttpContext http,
        IQuerySession session,
        CallingActor caller,
        CancellationToken cancellationToken
    )
    {
        if (Keyset.Read(after, out var seen, CursorList.SpeakerQuotes) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var (lines, key, batch) = (Paging.Lines(limit), IndexedKey.Of(speaker), session.CreateBatchQuery());
        var loadingSpeaker = batch.Load<Speaker>(speaker);
        var quotes = batch.Query<SpeakerQuote>().Where(q => q.Speaker == key).ReadableBy(caller.Actor, ReadableStories.StoryOfDocument);
        quotes = seen is null ? quotes : quotes.Where(q => q.Since < seen.At || (q.Since == seen.At && q.Id.CompareTo(seen.Id) < 0));
        var loadingPage = quotes.OrderByDescending(q => q.Since).ThenByDescending(q => q.Id).Take(lines + 1).ToList();
        await batch.Execute(cancellationToken);
        var page = await loadingPage;
        if (await loadingSpeaker is null)
        {
            return Refusal.NotFound("unknown-speaker", $"There is no speaker \"{speaker}\".").ToProblem();
        }

        return Paging.Page(http, page, lines, q => new Keyset(q.Since, q.Id) { List = CursorList.SpeakerQuotes }, q => q);
    }
}
