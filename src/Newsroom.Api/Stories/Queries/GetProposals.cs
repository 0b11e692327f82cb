using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Speakers;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Stories.Proposals;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Handles GET /stories/{storyId}/proposals.</summary>
public static class GetProposalsEndpoint
{
    /// <summary>Proposes speakers of unmarked quotations, and sentences to check.</summary>
    [EndpointSummary(
        "Propose speakers of unmarked quotations, and at most limit sentences to check, each with its reason. Nothing is stored."
    )]
    [ProducesResponseType<ProposalsView>(StatusCodes.Status200OK)]
    [HasETag]
    public static async Task<IResult> GetAsync(
        Guid storyId,
        int? limit,
        HttpContext http,
        IQuerySession session,
        StoryReader stories,
        StoryGuard guard,
        CancellationToken cancellationToken
    )
    {
        if (await stories.WithPolicyAsync(session, storyId, cancellationToken) is not var (at, policy))
        {
            return StoryNotFound.Problem(storyId);
        }

        if (await guard.AdmitAsync(storyId, cancellationToken) is { } refused)
        {
            return refused;
        }

        var speakers = await session.Query<Speaker>().ToListAsync(cancellationToken);
        var quoted = QuotedList.Numbered(QuotedList.Of(at.Story, at.Text, policy.FewestWords));
        cancellationToken.ThrowIfCancellationRequested();
        var named = SpeakerProposals.Of(quoted, at.Text, at.Story.Language, speakers);
        cancellationToken.ThrowIfCancellationRequested();
        var claims = ClaimProposals.Of(at.Story, at.Text, Paging.Lines(limit));
        http.Response.Headers.ETag = IfMatch.ETag(at.Story.Version);
        return Results.Ok(
            new ProposalsView(
                storyId,
                at.Story.Version,
                at.Story.Language,
                [.. named.Select(proposal => new ProposedSpeaker(proposal, ProposalSentences.Of(proposal)))],
                [.. claims.Select(proposal => new ProposedClaim(proposal, ProposalSentences.Of(proposal)))]
            )
        );
    }
}

/// <summary>Proposals for a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language whose words apply.</param>
/// <param name="Speakers">The speakers of unmarked quotations, in text order; at most 500.</param>
/// <param name="Claims">The sentences to check, the most worth checking first.</param>
public sealed record ProposalsView(
    Guid Story,
    long Version,
    string Language,
    ImmutableArray<ProposedSpeaker> Speakers,
    ImmutableArray<ProposedClaim> Claims
);

/// <summary>A proposed speaker.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Message">The reason as a sentence.</param>
public sealed record ProposedSpeaker(SpeakerProposal Proposal, string Message);

/// <summary>A proposed claim.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Message">The reasons as a sentence.</param>
public sealed record ProposedClaim(ClaimProposal Proposal, string Message);
