using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom passage</c>: shows everything about one passage.</summary>
internal static class PassageCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var passage = new Argument<string>("passage") { Description = "The quote or claim, such as q1." };
        var paging = new PagingOptions("version");
        return new CliCommand(
            "passage",
            "Show a quote or claim: its words over time, its checks with their evidence, its speaker's other quotes.",
            [story, passage, .. paging.All],
            async context =>
            {
                var id = context.FindStory(story);
                await context.ShowAsync(
                    context.Client.Stories.GetPassageAsync(id, context.GetValue(passage)!, paging.Read(context), context.CancellationToken),
                    WritePassage
                );
            }
        );
    }

    private static void WritePassage(ConsoleRenderer console, PassageHistory passage)
    {
        var state = passage.Current?.State ?? "withdrawn";
        console.Write($"{passage.Slug} {passage.Passage}: {state}, version {passage.Version}", Styles.Heading);
        if (passage.Current is { } current)
        {
            console.Write(current.WithAttribution());
            console.Write($"fingerprint {ConsoleRenderer.ShortFingerprint(current.Fingerprint)}", Styles.Muted);
            foreach (var line in current.Checks.SelectMany(check => StoryRenderer.Describe(console, check, current.Words)))
            {
                console.Write(line);
            }
        }

        WriteNamed(console, passage);
        console.WriteHeading("History");
        console.WriteTable(
            ["Version", "When", "What"],
            passage.Events.Select(e =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{e.Version}"),
                    ConsoleRenderer.Cell(console.FormatTime(e.At)),
                    ConsoleRenderer.Cell(string.Join('\n', Lines(console, e))),
                }
            )
        );
        if (passage.OtherQuotes.Count > 0)
        {
            console.WriteHeading($"Other quotes of {passage.Speaker?.Name ?? passage.Current?.Speaker}");
            SpeakerQuotesCommand.WriteQuotes(console, passage.OtherQuotes);
        }
    }

    private static void WriteNamed(ConsoleRenderer console, PassageHistory passage)
    {
        foreach (var file in passage.Files ?? [])
        {
            var state = file.State == "not-stored" ? "not stored here" : file.State;
            console.Write($"File {file.Sha256}: {(file.Confidential ? "confidential, " : "")}{state}", Styles.Muted);
        }

        foreach (var supplier in passage.Suppliers ?? [])
        {
            console.Write($"Supplier {supplier.Reference}: {supplier.Name} ({supplier.Kind})", Styles.Muted);
        }
    }

    private static IEnumerable<string> Lines(ConsoleRenderer console, PassageEvent happened)
    {
        IEnumerable<string?> lines =
        [
            console.LocalizeTimes(happened.Type, happened.Sentence),
            happened.Cause is { } cause ? $"  by {cause.Command ?? cause.Type} of {happened.Name}, version {cause.Version}" : null,
            happened.Changes is { } changes ? $"  {string.Concat(changes.Select(Describe))}" : null,
            happened.Why is { } why ? $"Why: {why}" : null,
        ];
        return lines.OfType<string>().Concat(EvidenceLines.Of(happened.Check));
    }

    private static string Describe(TextStretch stretch) =>
        stretch.Change switch
        {
            "removed" or "moved-away" => $"[-{stretch.Words}-]",
            "added" or "moved-here" => $"{{+{stretch.Words}+}}",
            _ => stretch.Words,
        };
}
