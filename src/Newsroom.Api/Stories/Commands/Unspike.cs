using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/unspike</summary>
public static class UnspikeEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/unspike")]
    public static Task<IResult> Post(Guid storyId, Unspike command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(storyId, command, Domain.Stories.Decisions.Drafting.Unspike, cancellationToken);
}
