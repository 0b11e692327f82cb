using Newsroom.Api.Published;
using Newsroom.Api.Stories;
using Newsroom.Domain.Gates;
using Wolverine.Http;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Api.Publishing;

/// <summary>POST /stories/{storyId}/publish</summary>
public static class PublishEndpoint
{
    /// <summary>Carries the command to its story, with the edition readers have.</summary>
    [WolverinePost("/stories/{storyId}/publish")]
    public static Task<IResult> Post(Guid storyId, Publish command, Newsdesk newsdesk, CancellationToken cancel) =>
        newsdesk.Carry(
            storyId,
            command,
            (batch, _) => batch.Load<PublishedStory>(storyId),
            (story, text, given, published, actor) => Domain.Stories.Publishing.Publish(story, text, given, published?.Edition, Policy.Default, actor),
            cancel);
}
