using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}.</summary>
public static class GetStoryEndpoint
{
    private static readonly string Row = $"""
        select s.id, s.{MartenNames.VersionColumn}, s.xmin::text || '/' || t.xmin::text, {ReadableStories.Guarded("s.id")}
        from {StoryTables.Story} s join {StoryTables.StoryText} t using (id) where s.id = $1
        """;

    /// <summary>Returns a story, now or at a point in time.</summary>
    [EndpointSummary(
        "Get a story: now, at a version, at a recorded time (at) or at a business time (asOf). A past story has its gates at that time."
    )]
    [ProducesResponseType<StoryView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        long? version,
        string? at,
        string? asOf,
        HttpContext http,
        IDocumentStore store,
        StoryReader stories,
        StoryGuard guard,
        ResponseCache rendered,
        CancellationToken cancellationToken
    )
    {
        if (PointInTime.Read(version, at, asOf, out var moment) is { } malformed)
        {
            return malformed.ToProblem();
        }

        if (moment is null)
        {
            if (await rendered.StateAsync(Row, storyId, cancellationToken) is not { } row)
            {
                return StoryNotFound.Problem(storyId);
            }

            guard.Watch(row.IsGuarded);
            return await guard.AdmitAsync(storyId, cancellationToken)
                ?? await rendered.AnswerAsync(
                    http,
                    IfMatch.ETag(row.Version),
                    row,
                    () => NowAsync(stories, store, storyId, cancellationToken),
                    TagOf
                )
                ?? StoryNotFound.Problem(storyId);
        }

        await using var session = store.QuerySession();
        if (
            await StoryHistoryReader.LoadAsync(session, storyId, moment, StoryReader.PoliciesAndNamesAsync, guard, cancellationToken)
            is not var (past, (policies, names))
        )
        {
            return StoryNotFound.Problem(storyId, moment);
        }

        if (await guard.AdmitAsync(storyId, moment, cancellationToken) is { } refused)
        {
            return refused;
        }

        var view = await ThenAsync(session, past, policies, names, moment, cancellationToken);
        return ConditionalResult.Answer(http, TagOf(view), view);
    }

    private static async Task<(long Version, StoryView View)?> NowAsync(
        StoryReader stories,
        IDocumentStore store,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        await using var session = store.QuerySession();
        return await stories.WithChecksAsync(session, id, cancellationToken) is var (now, checks)
            ? (now.Story.Version, StoryView.Of(now, checks))
            : null;
    }

    /// <summary>Returns the entity tag. An erasure changes the response, but not the version of the story.</summary>
    private static string TagOf(StoryView view) => IfMatch.ETag(view.Version, view.ErasedEvidence());

    private static async Task<StoryView> ThenAsync(
        IQuerySession session,
        PastStory past,
        IReadOnlyList<DeskPolicies> policies,
        PersonNames names,
        PointInTime moment,
        CancellationToken cancellationToken
    )
    {
        var at = past.Snapshot.State;
        var instant = moment switch
        {
            PointInTime.Recorded { At: var time } => time,
            PointInTime.Happened { At: var time } => time,
            _ => at.Story.ChangedAt,
        };
        var policy = policies.Of(at.Story, instant);
        cancellationToken.ThrowIfCancellationRequested();
        return StoryView.Of(at, await CheckEventsQuery.ReadAsync(session, at.Story, past.Checks, cancellationToken)) with
        {
            Policy = policy.Version,
            Gates = names.Resolve(GateList.Evaluate(at.Story, at.Text, policy, instant)),
        };
    }
}
