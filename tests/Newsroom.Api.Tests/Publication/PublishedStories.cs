using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Publishes stories, and what follows a publication.</summary>
internal static class PublishedStories
{
    /// <summary>The body of a story.</summary>
    public const string Words = "The wall is thirteen metres long, and it leans.";

    /// <summary>The note of a correction.</summary>
    public const string Note = "The wall is fourteen metres long.";

    /// <summary>Publishes a story after some preparation of its draft.</summary>
    public static async Task<StoryDriver> PublishAsync(
        Newsroom newsroom,
        string headline,
        string body = Words,
        Func<StoryDriver, Task>? prepare = null,
        string desk = "world"
    )
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, body, desk: desk);
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { standfirst = "A wall that leans" })).Is(200);
        await (prepare?.Invoke(story) ?? Task.CompletedTask);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        await ApproveAndPublishAsync(story, "publish");
        return story;
    }

    /// <summary>Publishes an update.</summary>
    public static async Task UpdateAsync(StoryDriver story)
    {
        await ReviseAsync(story, "it leans", "it leans to the west");
        await ApproveAndPublishAsync(story, "publish", new { kind = "update" });
    }

    /// <summary>Publishes a correction.</summary>
    public static async Task CorrectAsync(StoryDriver story)
    {
        await ReviseAsync(story, "thirteen", "fourteen");
        await ApproveAndPublishAsync(story, "correct", new { kind = "correction", note = Note });
    }

    private static async Task ReviseAsync(StoryDriver story, string from, string to)
    {
        (await story.ReplaceAsync("rita", Role.Reporter, from, to)).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
    }

    private static async Task ApproveAndPublishAsync(StoryDriver story, string command, object? body = null)
    {
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.DoAsync(command, "pia", Role.Publisher, body)).Is(200);
    }
}
