using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Domain.Gates;
using Wolverine.Http;

namespace Newsroom.Api.Stories;

/// <summary>GET /stories/{storyId}/quoted</summary>
public static class GetQuotedEndpoint
{
    /// <summary>Everything that stands in quotation marks in the story, and what has become of it.</summary>
    [EndpointSummary("Everything that stands in quotation marks in the story, and what has become of it.")]
    [ProducesResponseType<QuotedView>(StatusCodes.Status200OK)]
    [WolverineGet("/stories/{storyId}/quoted")]
    public static async Task<IResult> Get(Guid storyId, HttpContext http, IQuerySession session, CancellationToken cancel)
    {
        if (await StoryNow.WithPolicy(session, storyId, cancel) is not var (at, policy))
        {
            return GetStoryEndpoint.NotFound(storyId);
        }

        http.Response.Headers.ETag = IfMatch.ETag(at.Story.Version);
        return Results.Ok(new QuotedView(storyId, at.Story.Version, at.Story.Language, policy.FewestWords, QuotedList.Of(at.Story, at.Text, policy.FewestWords)));
    }
}

/// <summary>What stands in quotation marks in a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language by whose typography it is read.</param>
/// <param name="FewestWords">From how many words on the desk's policy takes it for a quotation.</param>
/// <param name="Quoted">Headline, standfirst and body in order.</param>
public sealed record QuotedView(Guid Story, long Version, string Language, int FewestWords, ImmutableArray<QuotedWords> Quoted);
