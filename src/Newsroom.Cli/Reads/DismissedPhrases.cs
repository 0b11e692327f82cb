using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom dismissed-phrases</c>: the short quotations that stories dismissed.</summary>
internal static class DismissedPhrases
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var paging = new PagingOptions("place");
        return new Verb(
            "dismissed-phrases",
            "List the titles, names and mottos that stories dismissed, latest first.",
            [.. paging.All],
            run => run.Read<IReadOnlyList<DismissedPhraseLine>>(Query.Of("dismissed-phrases", [.. paging.Of(run)]), Lines));
    }

    private static void Lines(Screen screen, IReadOnlyList<DismissedPhraseLine> phrases)
    {
        if (phrases.Count == 0)
        {
            screen.Say("No story dismissed a phrase.");
            return;
        }

        screen.Table(["Words", "Story", "Dismissed by"], phrases.Select(line => new IRenderable[]
        {
            Screen.Words($"{line.Words}\n{line.Language}"),
            Screen.Words($"{line.Slug}\n{line.Field}"),
            Screen.Words($"{line.By.Split('@')[0]}, {screen.Time(line.At)}\n{line.Reason}"),
        }));
    }
}

/// <summary>A phrase, and who dismissed it in which story.</summary>
internal sealed record DismissedPhraseLine(
    string Words, string Language, string Slug, string By, string Reason, DateTimeOffset At, string? Field = null);
