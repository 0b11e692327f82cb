using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom dismissed-phrases</c>: lists the phrases that stories dismissed.</summary>
internal static class DismissedPhrasesCommand
{
    public static CliCommand Create()
    {
        var paging = new PagingOptions("place");
        const string summary = "List the titles, names and mottos that stories dismissed, latest first.";
        return new CliCommand(
            "dismissed-phrases",
            summary,
            paging.All,
            context =>
                context.ShowAsync(
                    context.Client.Stories.GetDismissedPhrasesAsync(paging.Read(context), context.CancellationToken),
                    WritePhrases
                )
        );
    }

    private static void WritePhrases(ConsoleRenderer console, IReadOnlyList<DismissedPhrase> phrases)
    {
        if (phrases.Count == 0)
        {
            console.Write("No dismissed phrases.");
            return;
        }

        console.WriteTable(
            ["Words", "Story", "Dismissed by"],
            phrases.Select(phrase =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{phrase.Words}\n{phrase.Language}"),
                    ConsoleRenderer.Cell($"{phrase.Slug}\n{phrase.Field}"),
                    ConsoleRenderer.Cell($"{ConsoleRenderer.PersonName(phrase.By)}, {console.FormatTime(phrase.At)}\n{phrase.Reason}"),
                }
            )
        );
    }
}
