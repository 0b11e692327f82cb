using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Hosting;
using Newsroom.Domain;
using Newsroom.Domain.Stories;
using Wolverine.Http;

namespace Newsroom.Api.Stories;

/// <summary>GET /stories/{storyId}</summary>
public static class GetStoryEndpoint
{
    /// <summary>The story now, or as it was at a version.</summary>
    [EndpointSummary("The story now, or as it was at a version.")]
    [ProducesResponseType<StoryView>(StatusCodes.Status200OK)]
    [WolverineGet("/stories/{storyId}")]
    public static async Task<IResult> Get(Guid storyId, long? version, HttpContext http, IQuerySession session, CancellationToken cancel)
    {
        var found = version is { } wanted
            ? await StoryAt.Version(session, storyId, wanted, cancel)
            : await StoryAt.Now(session, storyId, cancel);
        return found is { } at
            ? Conditional.Answer(http, IfMatch.ETag(at.Story.Version), StoryView.Of(at.Story, at.Text))
            : NotFound(storyId, version);
    }

    /// <summary>There is no such story, or it has no such version.</summary>
    public static IResult NotFound(Guid storyId, long? version = null) => version is { } wanted
        ? Refusal.NotFound("unknown-version", $"There is no version {wanted} of story {storyId}.").ToProblem()
        : Refusal.NotFound("unknown-story", $"There is no story {storyId}.").ToProblem();
}
