using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/set-embargo</summary>
public static class SetEmbargoEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/set-embargo")]
    public static Task<IResult> Post(Guid storyId, SetEmbargo command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Reviewing.SetEmbargo, cancellationToken);
}
