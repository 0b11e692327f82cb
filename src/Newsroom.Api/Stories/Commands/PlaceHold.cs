using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/place-hold</summary>
public static class PlaceHoldEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/place-hold")]
    public static Task<IResult> Post(Guid storyId, PlaceHold command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.PlaceHold, cancellationToken);
}
