using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/withdraw-approval</summary>
public static class WithdrawApprovalEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/withdraw-approval")]
    public static Task<IResult> Post(
        Guid storyId,
        WithdrawApproval command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.WithdrawApproval, cancellationToken);
}
