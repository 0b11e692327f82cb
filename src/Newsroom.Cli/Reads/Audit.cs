using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom audit</c>: who did what, when, as what, and why.</summary>
internal static class Audit
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var actor = new Option<string?>("--actor") { HelpName = "user", Description = "Who did it." };
        var story = new Option<string?>("--story") { HelpName = "story", Description = "The story it happened to: id or slug." };
        var type = new Option<string?>("--type") { HelpName = "event", Description = "What happened, such as quote_attributed." };
        var from = new TimeOption("--from", $"Recorded then or later; written {TimeOption.Written}.");
        var to = new TimeOption("--to", "Recorded before then.");
        var text = new Option<string?>("--text") { HelpName = "words", Description = "Words in what happened or why." };
        var paging = new PagingOptions();
        return new Verb("audit", "The audit trail, newest first; for auditors and chief editors.", [actor, story, type, from, to, text, .. paging.All], async run =>
        {
            var id = run.Of(story) is { } name ? await run.Find(name) : (Guid?)null;
            await run.Read<IReadOnlyList<AuditLine>>(
                Query.Of("audit", [("actor", run.Of(actor)), ("story", id), ("type", run.Of(type)), ("from", run.Of(from)), ("to", run.Of(to)), ("text", run.Of(text)), .. paging.Of(run)]),
                Lines);
        });
    }

    private static void Lines(Screen screen, IReadOnlyList<AuditLine> lines)
    {
        if (lines.Count == 0)
        {
            screen.Say("Nothing is recorded.");
            return;
        }

        screen.Table(["When", "As", "What"], lines.Select(line => new IRenderable[]
        {
            Screen.Words(screen.Time(line.At)),
            Screen.Words(line.As ?? ""),
            Screen.Words($"{line.Sentence}{(line.Why is { } why ? $"\nWhy: {why}" : "")}{(line.Story is { } story ? $"\n{story} v{line.Version}" : "")}"),
        }));
    }
}

/// <summary>A line of the audit trail.</summary>
internal sealed record AuditLine(DateTimeOffset At, string Sentence, long Version, string? As = null, Guid? Story = null, string? Why = null);
