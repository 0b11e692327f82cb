using Newsroom.Api.Policies;
using Newsroom.Api.Publication;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Stories.Commands;

/// <summary>POST /stories/{storyId}/publish</summary>
public static class PublishEndpoint
{
    /// <summary>Carries the command to its story, with the edition readers have and the policy of its desk.</summary>
    [WolverinePost("/stories/{storyId}/publish")]
    public static Task<IResult> Post(Guid storyId, Publish command, StoryCommandHandler newsdesk, CancellationToken cancellationToken) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, _) => batch.LiveAndPolicies(storyId),
            (story, text, given, beside, actor, now) =>
                Domain.Stories.Decisions.Publishing.Publish(story, text, given, beside.Live, beside.Policies.Of(story), actor, now),
            cancellationToken
        );
}
