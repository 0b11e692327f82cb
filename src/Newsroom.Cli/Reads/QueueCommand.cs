using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Worklists;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom queue</c>: lists the passages that await a check.</summary>
internal static class QueueCommand
{
    public static CliCommand Create()
    {
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Only passages of this desk." };
        var order = OrderOption.Create("Order; due lists passages of stories with a due time.", "lapsed", "priority", "due");
        var paging = new PagingOptions();
        const string summary = "List the quotes and claims that await a check: lapsed ones first, then by waiting time.";
        return new CliCommand(
            "queue",
            summary,
            [desk, order, .. paging.All],
            context =>
                context.ShowAsync(
                    context.Client.Worklists.GetFactCheckQueueAsync(
                        context.GetValue(desk),
                        paging.Read(context),
                        context.GetValue(order),
                        context.CancellationToken
                    ),
                    WritePassages
                )
        );
    }

    private static void WritePassages(ConsoleRenderer console, IReadOnlyList<QueuedPassage> passages)
    {
        if (passages.Count == 0)
        {
            console.Write("No passages await a check.");
            return;
        }

        console.WriteTable(
            ["Waiting", "", "Passage"],
            passages.Select(passage =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatAge(passage.Since)),
                    ConsoleRenderer.Cell(State(passage), passage.Lapsed ? Styles.Failure : Styles.Pending),
                    ConsoleRenderer.Cell(Describe(console, passage)),
                }
            )
        );
    }

    private static string Describe(ConsoleRenderer console, QueuedPassage passage)
    {
        var speaker = passage.Speaker is { } name ? $", {name}" : "";
        var fingerprint = ConsoleRenderer.ShortFingerprint(passage.Fingerprint);
        var claim = passage.Checking is { } checking
            ? $"{ConsoleRenderer.PersonName(checking.By)} is checking it until {console.FormatTime(checking.Until)}"
            : "";
        string[] lines =
        [
            $"{passage.Slug} {passage.Passage}{speaker}",
            console.Plan(passage.Priority, passage.Due),
            passage.Words,
            claim,
            $"fingerprint {fingerprint}",
        ];
        var checks = (passage.Checks ?? []).SelectMany(check => StoryRenderer.Describe(console, check, passage.Words));
        return string.Join('\n', lines.Where(line => line.Length > 0).Concat(checks));
    }

    private static string State(QueuedPassage passage)
    {
        if (passage.AwaitedFrom is { } checker)
        {
            return $"for {ConsoleRenderer.PersonName(checker)}";
        }

        return passage.Lapsed ? "lapsed" : "new";
    }
}
