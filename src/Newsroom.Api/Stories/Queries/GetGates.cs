using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/gates.</summary>
public static class GetGatesEndpoint
{
    /// <summary>Evaluates all gates: outcome, reasons, and who can resolve them.</summary>
    [EndpointSummary("Evaluate all gates of a story: outcome, reasons, and who can resolve them.")]
    [ProducesResponseType<GatesView>(StatusCodes.Status200OK)]
    [HasETag]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        HttpContext http,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await stories.WithPolicyAndNamesAsync(session, storyId, cancellationToken) is not var (at, policy, names))
        {
            return StoryNotFound.Problem(storyId);
        }

        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var gates = GateList.Evaluate(at.Story, at.Text, policy, clock.GetUtcNow());
        cancellationToken.ThrowIfCancellationRequested();
        var dismissed = await session.DismissedElsewhereAsync(storyId, RememberedPhrases.KeysOf(gates), cancellationToken);
        gates = new RememberedPhrases(storyId, dismissed).Propose(gates);
        http.Response.Headers.ETag = IfMatch.ETag(at.Story.Version);
        return Results.Ok(
            new GatesView(
                storyId,
                at.Story.Version,
                at.Story.Stage,
                GateList.IsReady(at.Story, at.Text, gates),
                policy.Version,
                names.Resolve(gates)
            )
            {
                Publication = at.Story.Publication.Status,
                DesksLeft = at.Story.DesksLeft,
                Next = NextSteps.Of(at.Story, at.Text, gates),
            }
        );
    }
}

/// <summary>The gates of a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stage">The stage; a story is published from review.</param>
/// <param name="Ready">Whether it is in review, no gate fails, and readers do not have exactly this article.</param>
/// <param name="Policy">The version of the policy applied.</param>
/// <param name="Gates">All gates.</param>
public sealed record GatesView(Guid Story, long Version, Stage Stage, bool Ready, int Policy, ImmutableArray<GateResult> Gates)
{
    /// <summary>Gets what readers see. A withheld story is released before a further edition, a retracted or killed one has none.</summary>
    public PublicationStatus Publication { get; init; }

    /// <summary>Gets the desks that it left during this review, whose policies apply too; null when there are none.</summary>
    public ImmutableArray<string>? DesksLeft { get; init; }

    /// <summary>
    /// Gets the next step and who can take it: submission of a draft, publication of a ready story, and for a spiked story its return.
    /// Empty while gates fail in review, and for a draft that readers have.
    /// </summary>
    public ImmutableArray<GateWay> Next { get; init; } = [];
}
