using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom history</c>: everything that happened to a story, in words.</summary>
internal static class History
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        var paging = new PagingOptions("version");
        return new Verb("history", "Everything that happened to a story, in words, from the first.", [story, .. paging.All], async run =>
        {
            var path = $"stories/{await run.Find(run.Of(story)!)}/history";
            await (paging.AreGiven(run) ? run.Read<IReadOnlyList<HistoryLine>>(Query.Of(path, [.. paging.Of(run)]), Lines) : run.ReadAll<HistoryLine>(path, Lines));
        });
    }

    private static void Lines(Screen screen, IReadOnlyList<HistoryLine> lines) =>
        screen.Table(["Version", "When", "What"], lines.Select(line => new IRenderable[]
        {
            Screen.Words(line.From == line.To ? $"{line.To}" : $"{line.From}-{line.To}"),
            Screen.Words(screen.Time(line.Happened ?? line.At)),
            Screen.Words(
                string.Join(
                    '\n',
                    [
                        .. line.Sentences.Select(s => screen.Sentence(line.Type, s)),
                        .. line.Why is { } why ? [$"Why: {why}"] : Array.Empty<string>(), .. Gates(line),
                    ])),
        }));

    private static IEnumerable<string> Gates(HistoryLine line) => line.Gates is null ? [] :
    [
        $"Policy {line.Policy}: {string.Join(", ", line.Gates.Select(g => $"{g.Gate} {g.Outcome}"))}",
        .. line.Gates.SelectMany(g => g.Reasons.Where(r => r.Waiver is not null).Select(r => $"{g.Gate} waived for {r.Subject} by {r.Waiver!.By.Split('@')[0]}: {r.Waiver.Reason}")),
    ];
}

/// <summary>One entry of a story's history.</summary>
internal sealed record HistoryLine(
    long From,
    long To,
    DateTimeOffset At,
    IReadOnlyList<string> Sentences,
    string? Why = null,
    int? Policy = null,
    IReadOnlyList<GateLine>? Gates = null,
    DateTimeOffset? Happened = null,
    string? Type = null);
