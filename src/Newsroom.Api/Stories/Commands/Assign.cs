using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/assign</summary>
public static class AssignEndpoint
{
    /// <summary>Carries the command to its story.</summary>
    [WolverinePost("/stories/{storyId}/assign")]
    public static Task<IResult> Post(
        Guid storyId,
        Assign command,
        StoryCommandHandler newsdesk,
        CallingActor caller,
        CancellationToken cancellationToken
    ) =>
        newsdesk.Carry(
            storyId,
            command with
            {
                Assignee = command.Assignee is { } user ? caller.PersonOf(user) : null,
            },
            (batch, given) => batch.StatusOf(given.Assignee),
            (story, _, given, status, actor) => Domain.Stories.Decisions.Drafting.Assign(story, given, status, actor),
            cancellationToken
        );
}
