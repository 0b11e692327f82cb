using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Projections;

namespace Newsroom.Cli.Projections;

/// <summary><c>newsroom verify-views</c> and <c>newsroom rebuild-views</c>: compare projections with the events, and repair them.</summary>
internal static class ProjectionCommands
{
    public static IEnumerable<CliCommand> CreateAll() => [CreateVerify(), CreateRebuild()];

    private static CliCommand CreateVerify()
    {
        var views = NewViews();
        return new CliCommand(
            "verify-views",
            "Compare projections with the events.",
            [views],
            context => ShowAsync(context, context.Client.Projections.VerifyAsync(context.GetValue(views) ?? [], context.CancellationToken))
        )
        {
            Details =
            [
                "The server stays available, and nothing is changed. Exit code: 3 if there are discrepancies.",
                "Allowed roles: auditor, admin.",
            ],
        };
    }

    private static CliCommand CreateRebuild()
    {
        var views = NewViews();
        return new CliCommand(
            "rebuild-views",
            "Rebuild projections from the events while they are served.",
            [views],
            context => ShowAsync(context, context.Client.Projections.RebuildAsync(context.GetValue(views) ?? [], context.CancellationToken))
        )
        {
            Details = ["Rows that differ are repaired and listed.", "Allowed roles: admin."],
        };
    }

    private static Option<string[]> NewViews() => new("--view") { HelpName = "view", Description = "Only this projection; repeatable." };

    private static async Task ShowAsync(CommandContext context, IAsyncEnumerable<ViewReport> results)
    {
        ViewReport? latest = null;
        await context.ErrorConsole.WithProgressAsync(
            "Comparing",
            "events",
            async (setTotal, increment) =>
            {
                await foreach (var result in results)
                {
                    setTotal(result.Of);
                    increment(result.Events - (latest?.Events ?? 0));
                    latest = result;
                }
            }
        );
        if (latest is not { IsDone: true })
        {
            context.ReportIncomplete("The server stopped before all events were compared. Run the command again.");
            return;
        }

        VerificationRenderer.Show(context, latest);
    }
}
