using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;

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
                var id = context.FindStory(story);
                var past = point.Read(context);
                var reading = context.Client.Stories.GetAsync(id, past, context.CancellationToken);
                await context.ShowAsync(reading, StoryRenderer.WriteStory);
                if (past == new PointInTime())
                {
                    var response = await reading;
                    ShownVersions.Observe(
                        context,
                        shown => shown.RememberWhole(response.Value.Id, response.Value.Slug, response.Value.Version)
                    );
                }
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
