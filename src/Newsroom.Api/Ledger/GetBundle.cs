using Marten;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Stories;
using Newsroom.Evidence.Bundles;

namespace Newsroom.Api.Ledger;

/// <summary>GET /stories/{storyId}/bundle</summary>
public static class GetBundleEndpoint
{
    /// <summary>Builds the evidence of a story.</summary>
    [EndpointSummary(
        "Download the evidence of a story as a zip. It has the events with proofs, every edition, what changed, the history of each check, "
            + "and how to verify all that without this newsroom (newsroom verify). With an earlier checkpoint (since) also that "
            + "the ledger was "
            + "only added to. With files=true it has the files of evidence that checks name, except confidential ones."
    )]
    [ProducesResponseType<byte[]>(StatusCodes.Status200OK, "application/zip")]
    [DisableRequestTimeout]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        string? since,
        bool? files,
        BundleBuilder bundles,
        LedgerKeys keys,
        IQuerySession session,
        StoryGuard guard,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (CheckpointParser.Read(since, keys, out var checkpoint) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var batch = session.CreateBatchQuery();
        var loading = batch.Load<Story>(storyId);
        guard.Watch(batch, storyId);
        await batch.Execute(cancellationToken);
        if (await loading is not { } story)
        {
            return StoryNotFound.Problem(storyId);
        }

        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        var bundle = await bundles.BuildAsync(storyId, checkpoint, files ?? false, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return bundle is not null
            ? Results.File(BundleArchive.Write(bundle, clock.GetUtcNow()), "application/zip", $"{story.Slug}.bundle.zip")
            : Problems.LedgerBehind("The ledger does not have all events of the story yet. Try again in a moment.");
    }
}
