using System.Collections.Immutable;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Policies;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/dismiss-proposed</summary>
public static class DismissProposedEndpoint
{
    /// <summary>Handles the command with the policy of the story's desk.</summary>
    [WolverinePost("/stories/{storyId}/dismiss-proposed")]
    public static Task<IResult> Post(
        Guid storyId,
        DismissProposed command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, given) => Load(batch, storyId, given.Phrases.IsDefault ? [] : given.Phrases),
            (story, text, given, context, actor) =>
                Domain.Stories.Decisions.Quoting.DismissAll(
                    story,
                    text,
                    given,
                    (context.Policies.Of(story).FewestWords, context.Dismissed),
                    actor
                ),
            cancellationToken
        );

    private static async Task<(IReadOnlyList<DeskPolicies> Policies, IReadOnlyList<DismissedPhrase> Dismissed)> Load(
        IBatchedQuery batch,
        Guid story,
        ImmutableArray<Fingerprint> phrases
    )
    {
        var (loadingPolicies, loadingDismissed) = (batch.Policies(), batch.DismissedElsewhere(story, phrases));
        return (await loadingPolicies, await loadingDismissed);
    }
}
