using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom diff</c>: compares a story at two points in time.</summary>
internal static class DiffCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var from = new VersionOrTimeOption("--from", $"Earlier state: a version, or a time such as {TimeOption.Format}.");
        var to = new VersionOrTimeOption("--to", "Later state. Default: the current one.");
        var fromAsOf = new TimeOption("--from-as-of", "Earlier state, by business time.");
        var toAsOf = new TimeOption("--to-as-of", "Later state, by business time.");
        const string summary = "Compare the words, passages, checks and approvals of a story at two points in time.";
        return new CliCommand(
            "diff",
            summary,
            [story, from, to, fromAsOf, toAsOf],
            async context =>
            {
                if (!context.IsGiven(from) && !context.IsGiven(fromAsOf))
                {
                    throw new UsageException(
                        "The earlier state is missing: use --from with a version or a time, or --from-as-of with a time."
                    );
                }

                var id = context.FindStory(story);
                var range = new DiffRange(
                    context.GetValue(from),
                    context.GetValue(to),
                    context.GetValue(fromAsOf),
                    context.GetValue(toAsOf)
                );
                await context.ShowAsync(context.Client.Stories.GetDiffAsync(id, range, context.CancellationToken), DiffRenderer.WriteDiff);
            }
        )
        {
            Details = ["Symbols: [-removed-], {+added+}, [1<moved away<1] to [1>moved here>1]."],
        };
    }
}
