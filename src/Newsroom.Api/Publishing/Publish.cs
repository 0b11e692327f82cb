using Newsroom.Api.Desks;
using Newsroom.Api.Published;
using Newsroom.Api.Stories;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Publishing;

/// <summary>POST /stories/{storyId}/publish</summary>
public static class PublishEndpoint
{
    /// <summary>Carries the command to its story, with the edition readers have and the policy of its desk.</summary>
    [WolverinePost("/stories/{storyId}/publish")]
    public static Task<IResult> Post(Guid storyId, Publish command, Newsdesk newsdesk, CancellationToken cancel) =>
        newsdesk.Carry(
            storyId,
            command,
            async (batch, _) =>
            {
                var (published, policies) = (batch.Load<PublishedStory>(storyId), batch.Policies());
                return (Published: await published, Policies: await policies);
            },
            (story, text, given, beside, actor, now) => Domain.Stories.Publishing.Publish(story, text, given, beside.Published?.Edition, beside.Policies.Of(story.Desk), actor, now),
            cancel);
}
