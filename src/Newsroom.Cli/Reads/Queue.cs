using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom queue</c>: what awaits a fact-checker.</summary>
internal static class Queue
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Only of this desk." };
        var limit = new NumberOption("--limit", "At most so many passages.");
        return new Verb("queue", "Quotes and claims that await a check: lapsed ones first, then those waiting longest.", [desk, limit], run =>
            run.Read<IReadOnlyList<QueueLine>>(Query.Of("fact-checks/queue", ("desk", run.Of(desk)), ("limit", run.Of(limit))), Lines));
    }

    private static void Lines(Screen screen, IReadOnlyList<QueueLine> queue)
    {
        if (queue.Count == 0)
        {
            screen.Say("Nothing awaits a check.");
            return;
        }

        screen.Table(["Waits", "", "Passage"], queue.Select(line => new IRenderable[]
        {
            Screen.Words(screen.Age(line.Since)),
            Screen.Words(State(line), line.Lapsed ? Styles.Bad : Styles.Open),
            Screen.Words($"{line.Slug} {line.Passage}{(line.Speaker is { } speaker ? $", {speaker}" : "")}\n{line.Words}\nfingerprint {Screen.Short(line.Fingerprint)}"),
        }));
    }

    private static string State(QueueLine line)
    {
        if (line.AwaitedFrom is { } checker)
        {
            return $"for {checker.Split('@')[0]}";
        }

        return line.Lapsed ? "lapsed" : "new";
    }
}

/// <summary>A passage that awaits a check.</summary>
internal sealed record QueueLine(
    string Slug,
    string Passage,
    string Words,
    string Fingerprint,
    bool Lapsed,
    DateTimeOffset Since,
    string? Speaker = null,
    string? AwaitedFrom = null);
