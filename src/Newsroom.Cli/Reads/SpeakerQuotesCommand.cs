using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Speakers;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom speaker-quotes</c>: lists the quotes of a speaker.</summary>
internal static class SpeakerQuotesCommand
{
    public static CliCommand Create()
    {
        var speaker = new Argument<string>("speaker") { Description = "Id of the speaker." };
        var paging = new PagingOptions();
        return new CliCommand(
            "speaker-quotes",
            "List the quotes of a speaker in all stories, latest first.",
            [speaker, .. paging.All],
            context =>
                context.ShowAsync(
                    context.Client.Speakers.GetQuotesAsync(context.GetValue(speaker)!, paging.Read(context), context.CancellationToken),
                    WriteQuotes
                )
        );
    }

    /// <summary>Writes a table of quotes.</summary>
    public static void WriteQuotes(ConsoleRenderer console, IReadOnlyList<SpeakerQuote> quotes)
    {
        if (quotes.Count == 0)
        {
            console.Write("No quotes.");
            return;
        }

        console.WriteTable(
            ["Story", "State", "Words"],
            quotes.Select(quote =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{quote.Slug} {quote.Passage}"),
                    ConsoleRenderer.Cell(quote.State, Styles.ForState(quote.State)),
                    ConsoleRenderer.Cell($"{quote.Words}\n{quote.Publication}, {console.FormatTime(quote.Since)}"),
                }
            )
        );
    }
}
