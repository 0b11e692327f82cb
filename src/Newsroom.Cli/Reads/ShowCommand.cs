using Newsroom.Cli.Invocation;
using Newsroom.Cli.Stories;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom show</c>: shows a story.</summary>
internal static class ShowCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var point = new PointInTimeOptions();
        return new CliCommand(
            "show",
            "Show a story, now or at a point in time.",
            [story, .. point.All],
            async context =>
            {
                var id = await context.FindStoryAsync(story);
                await context.ShowAsync(
                    context.Client.Stories.GetAsync(id, point.Read(context), context.CancellationToken),
                    StoryRenderer.WriteStory
                );
            }
        )
        {
            Details =
            [
                "Shows the words, quotes, claims, notes, holds, embargo, legal review, waivers, dismissals and approvals; "
                    + "of a past state also the gates.",
            ],
        };
    }
}
