using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom gates</c>: shows why a story can or cannot be published.</summary>
internal static class GatesCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        return new CliCommand(
            "gates",
            "Show the gates that block publication, and who can clear them.",
            [story],
            async context =>
            {
                var id = context.FindStory(story);
                await context.ShowAsync(context.Client.Stories.GetGatesAsync(id, context.CancellationToken), WriteReport);
            }
        );
    }

    private static void WriteReport(ConsoleRenderer console, GateReport report)
    {
        console.Write($"Version {report.Version}, {report.Stage}: {Readiness(report)}", Styles.Heading);
        if (report.DesksLeft is { Count: > 0 } left)
        {
            console.Write($"The policies of desks left during this review also apply: {string.Join(", ", left)}.", Styles.Muted);
        }

        foreach (var gate in report.Gates)
        {
            console.WriteGate(gate);
        }

        foreach (var way in report.Next ?? [])
        {
            console.Write($"Next: {GateRenderer.Describe(way)}", Styles.Heading);
        }
    }

    private static string Readiness(GateReport report)
    {
        if (report.Ready)
        {
            return "ready to publish";
        }

        return report switch
        {
            { Publication: "retracted" or "killed" } => $"the story is {report.Publication}",
            { Publication: "withheld" } => "the story is withheld; release it before a further edition",
            _ when report.Gates.Any(g => g.Outcome == "failed") => "not ready",
            { Stage: "in-review" } => "readers have this article",
            _ => "every gate holds, but the story is not in review",
        };
    }
}
