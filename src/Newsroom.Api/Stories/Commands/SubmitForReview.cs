using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/submit-for-review</summary>
public static class SubmitForReviewEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/submit-for-review")]
    public static Task<IResult> Post(
        Guid storyId,
        SubmitForReview command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.Submit, cancellationToken);
}
