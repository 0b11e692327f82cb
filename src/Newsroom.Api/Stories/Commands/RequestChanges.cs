using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/request-changes</summary>
public static class RequestChangesEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/request-changes")]
    public static Task<IResult> Post(
        Guid storyId,
        RequestChanges command,
        StoryCommandHandler newsdesk,
        CancellationToken cancellationToken
    ) => newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.RequestChanges, cancellationToken);
}
