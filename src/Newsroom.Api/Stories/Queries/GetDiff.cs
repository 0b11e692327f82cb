using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/diff.</summary>
public static class GetDiffEndpoint
{
    /// <summary>Compares a story at two points in time.</summary>
    [EndpointSummary(
        "Compare a story at two points in time: texts, passages, checks, approvals, stage, publication. from and to are versions or "
            + "recorded times, fromAsOf and toAsOf business times; to is now by default."
    )]
    [ProducesResponseType<StoryDiff>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        string? from,
        string? to,
        string? fromAsOf,
        string? toAsOf,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        CancellationToken cancellationToken
    )
    {
        PointInTime? later = null;
        if ((PointInTime.ReadEnd(from, fromAsOf, out var earlier) ?? PointInTime.ReadEnd(to, toAsOf, out later)) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (earlier is null)
        {
            return new Refusal(
                RefusalKind.Malformed,
                "from-missing",
                "The earlier version or time is required: from=12, from=2026-03-12T09:30:00Z or fromAsOf=2026-03-12T09:30:00Z."
            ).ToProblem();
        }

        if (await StoryHistoryReader.AtAsync(session, storyId, earlier, guard, cancellationToken) is not { } before)
        {
            return StoryNotFound.Problem(storyId, earlier);
        }

        if (await guard.AdmitAsync(storyId, earlier, cancellationToken) is { } refused)
        {
            return refused;
        }

        var after = later is null
            ? await stories.LoadAsync(session, storyId, cancellationToken)
            : await StoryHistoryReader.AtAsync(session, storyId, later, guard, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return after is null ? StoryNotFound.Problem(storyId, later) : Results.Ok(StoryDiff.Compare(before, after, cancellationToken));
    }
}
