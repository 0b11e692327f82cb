using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/approve</summary>
public static class ApproveEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/approve")]
    public static Task<IResult> Post(Guid storyId, Approve command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.Approve, cancellationToken);
}
