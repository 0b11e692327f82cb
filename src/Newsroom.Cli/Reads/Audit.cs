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
        var role = new Option<string?>("--role") { HelpName = "role", Description = "In which role." };
        var desk = new Option<string?>("--desk") { HelpName = "desk", Description = "The desk it happened on." };
        var export = new Option<string?>("--export") { HelpName = "format", Description = "Print everything that is asked for, not a page of it, for other programs." };
        export.OneOf(["csv", "jsonl"]);
        var type = new Option<string?>("--type") { HelpName = "event", Description = "What happened, such as quote_attributed." };
        var from = new TimeOption("--from", $"Recorded then or later; written {TimeOption.Written}.");
        var to = new TimeOption("--to", "Recorded before then.");
        var text = new Option<string?>("--text") { HelpName = "words", Description = "Words in what happened or why." };
        var paging = new PagingOptions();
        return new Verb("audit", "The audit trail, newest first; for auditors and chief editors.", [actor, role, story, desk, type, from, to, text, export, .. paging.All], async run =>
        {
            var id = run.Of(story) is { } name ? await run.Find(name) : (Guid?)null;
            (string, object?)[] filter = [("actor", run.Of(actor)), ("role", run.Of(role)), ("story", id), ("desk", run.Of(desk)), ("type", run.Of(type)), ("from", run.Of(from)), ("to", run.Of(to)), ("text", run.Of(text))];
            if (run.Of(export) is { } format)
            {
                await run.Server.Copy(Query.Of($"audit.{format}", filter), run.Machine.Out, run.Cancel);
            }
            else
            {
                await run.Read<IReadOnlyList<AuditLine>>(Query.Of("audit", [.. filter, .. paging.Of(run)]), Lines);
            }
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
            Screen.Words($"{screen.Sentence(line.Type, line.Sentence)}{(line.Why is { } why ? $"\nWhy: {why}" : "")}{(line.Story is { } story ? $"\n{story}{(line.Version is { } version ? $" v{version}" : "")}" : "")}"),
        }));
    }
}

/// <summary>A line of the audit trail.</summary>
internal sealed record AuditLine(
    DateTimeOffset At,
    string Sentence,
    long? Version = null,
    string? As = null,
    Guid? Story = null,
    string? Why = null,
    string? Type = null);
