using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Npgsql;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Ledger;

/// <summary>GET /published/{slug}.proof</summary>
public static class GetReceiptEndpoint
{
    /// <summary>Returns the receipt of the current edition.</summary>
    [EndpointSummary(
        "Download the receipt of the current edition. It discloses the record of the publication, and proves that it is in the ledger "
            + "(C2SP tlog-proof). Verify it offline with `newsroom verify`."
    )]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    [ProducesResponseType(StatusCodes.Status410Gone)]
    public static async Task<IResult> GetAsync(
        string slug,
        Checkpoints checkpoints,
        IQuerySession session,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        var story = await session.Query<PublishedStory>().FirstOrDefaultAsync(s => s.Slug == slug, cancellationToken);
        if (story is null || story.Refuse() is not null)
        {
            return (story?.Refuse() ?? PublishedStory.Unknown(slug)).ToProblem();
        }

        if (story.Takedown is not null || await EventAsync(session, story, cancellationToken) is not { } id)
        {
            const string detail =
                "The edition has no receipt: its story was retracted, or its record has words that are not public, such as the reason of a "
                + "waiver. An auditor verifies it with a bundle.";
            return Refusal.NotFound("no-receipt", detail).ToProblem();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await GetProofEndpoint.FindAsync(connection, id, cancellationToken) is { } found
            ? await GetProofEndpoint.ProofAsync(connection, checkpoints, found, $"{slug}.proof", cancellationToken)
            : Problems.LedgerBehind("The ledger does not have the edition yet. Try again in a moment.");
    }

    /// <summary>Returns the event of the edition; null where its record is not public.</summary>
    private static async Task<Guid?> EventAsync(IQuerySession session, PublishedStory story, CancellationToken cancellationToken)
    {
        Guid? id = null;
        foreach (var line in story.Editions.TakeLast(2))
        {
            var version = line.StoryVersion;
            var recorded = (
                await session.Events.FetchStreamAsync(story.Id, version, fromVersion: version, token: cancellationToken)
            ).Single();
            if (!IsPublic((EditionEvent)recorded.Data, isCurrent: line == story.Editions[^1]))
            {
                return null;
            }

            id = recorded.Id;
        }

        return id;
    }

    // A record also has comments of the Markdown, which readers do not get, and words that a correction removed from the edition before.
    private static bool IsPublic(EditionEvent edition, bool isCurrent) =>
        (!isCurrent || edition.Gates.All(gate => gate.Reasons.IsDefaultOrEmpty))
        && VisibleText.WithoutComments(edition.Article.Body) == edition.Article.Body;
}
