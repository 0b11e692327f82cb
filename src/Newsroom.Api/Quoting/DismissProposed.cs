using Newsroom.Api.Desks;
using Newsroom.Api.Stories;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Quoting;

/// <summary>POST /stories/{storyId}/dismiss-proposed</summary>
public static class DismissProposedEndpoint
{
    /// <summary>Handles the command with the policy of the story's desk.</summary>
    [WolverinePost("/stories/{storyId}/dismiss-proposed")]
    public static Task<IResult> Post(Guid storyId, DismissProposed command, Newsdesk newsdesk, CancellationToken cancel) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, _) => batch.Policies(),
            (story, text, given, policies, actor) => Domain.Stories.Quoting.DismissAll(story, text, given, policies.Of(story).FewestWords, actor),
            cancel);
}
