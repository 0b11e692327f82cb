using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Published;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom corrections</c>: lists the notices to readers; needs no token.</summary>
internal static class CorrectionsCommand
{
    public static CliCommand Create()
    {
        var slug = new Argument<string?>("slug")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Only notices of the story with this slug.",
        };
        var paging = new PagingOptions();
        Symbol[] symbols = [slug, .. paging.All];
        return new CliCommand(
            "corrections",
            "List corrections, clarifications, editor's notes, retractions and kills, latest first.",
            symbols,
            context =>
                context.ShowAsync(
                    context.PublicClient.Published.ListCorrectionsAsync(
                        context.GetValue(slug),
                        paging.Read(context),
                        context.CancellationToken
                    ),
                    WriteList
                )
        );
    }

    private static void WriteList(ConsoleRenderer console, IReadOnlyList<PublicCorrection> notices)
    {
        if (notices.Count == 0)
        {
            console.Write("No corrections or other notices.");
            return;
        }

        console.WriteTable(
            ["Published", "Kind", "Notice"],
            notices.Select(notice =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatTime(notice.At)),
                    ConsoleRenderer.Cell(notice.Kind),
                    ConsoleRenderer.Cell(
                        string.Join('\n', new[] { notice.Slug, notice.Headline, notice.Text }.Where(text => !string.IsNullOrEmpty(text)))
                    ),
                }
            )
        );
    }
}
