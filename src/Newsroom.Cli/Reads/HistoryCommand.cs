using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom history</c>: lists the events of a story.</summary>
internal static class HistoryCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var paging = new PagingOptions("version");
        return new CliCommand(
            "history",
            "List the events of a story, oldest first.",
            [story, .. paging.All],
            async context =>
            {
                var id = context.FindStory(story);
                var history = paging.AreGiven(context)
                    ? context.Client.Stories.GetHistoryAsync(id, paging.Read(context), context.CancellationToken)
                    : ReadAllAsync(context, id);
                await context.ShowAsync(history, WriteEntries);
            }
        );
    }

    private static Task<ApiResponse<Page<HistoryEntry>>> ReadAllAsync(CommandContext context, StoryKey story)
    {
        var stories = context.Client.Stories;
        var cancellationToken = context.CancellationToken;
        return PageMerger.MergeAsync(
            PageRequest.ReadPagesAsync(page => stories.GetHistoryAsync(story, page, cancellationToken), cancellationToken)
        );
    }

    private static void WriteEntries(ConsoleRenderer console, IReadOnlyList<HistoryEntry> entries) =>
        console.WriteTable(
            ["Version", "When", "What"],
            entries.Select(entry =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(entry.From == entry.To ? $"{entry.To}" : $"{entry.From}-{entry.To}"),
                    ConsoleRenderer.Cell(console.FormatTime(entry.Happened ?? entry.At)),
                    ConsoleRenderer.Cell(string.Join('\n', Lines(console, entry))),
                }
            )
        );

    private static IEnumerable<string> Lines(ConsoleRenderer console, HistoryEntry entry) =>
        [
            .. entry.Sentences.Select(sentence => console.LocalizeTimes(entry.Type, sentence)),
            .. entry.Why is { } why ? [$"Why: {why}"] : Array.Empty<string>(),
            .. EvidenceLines.Of(entry.Check),
            .. GateLines(entry),
        ];

    private static IEnumerable<string> GateLines(HistoryEntry entry)
    {
        if (entry.Gates is not { } gates)
        {
            yield break;
        }

        yield return $"Policy {entry.Policy}: {string.Join(", ", gates.Select(g => $"{g.Gate} {g.Outcome}"))}";
        foreach (var gate in gates)
        {
            foreach (var reason in gate.Reasons.Where(r => r.Waiver is not null))
            {
                var waiver = reason.Waiver!;
                yield return $"{gate.Gate} waived for {reason.Subject} by {ConsoleRenderer.PersonName(waiver.By)}: {waiver.Reason}";
            }
        }
    }
}
