using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Published;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom published</c>: lists published stories or shows one; needs no token.</summary>
internal static class PublishedCommand
{
    public static CliCommand Create()
    {
        var slug = new Argument<string?>("slug") { Arity = ArgumentArity.ZeroOrOne, Description = "Slug of the story to show." };
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Only stories of this desk." };
        var language = new Option<string?>("--language") { HelpName = "tag", Description = "Only stories in this language (BCP 47)." };
        var at = new TimeOption("--at", $"Show the story as published at this time, such as {TimeOption.Format}.");
        var paging = new PagingOptions();
        Symbol[] symbols = [slug, at, desk, language, .. paging.All];
        return new CliCommand("published", "List the published stories, latest first, or show one.", symbols, context =>
        {
            var published = context.PublicClient.Published;
            return context.GetValue(slug) is { } story
                ? context.ShowAsync(published.GetAsync(story, context.GetValue(at), context.CancellationToken), WriteStory)
                : context.ShowAsync(
                    published.ListAsync(
                        context.GetValue(desk),
                        context.GetValue(language),
                        paging.Read(context),
                        context.CancellationToken
                    ),
                    WriteList
                );
        });
    }

    private static void WriteList(ConsoleRenderer console, IReadOnlyList<PublishedSummary> stories)
    {
        if (stories.Count == 0)
        {
            console.Write("No published stories.");
            return;
        }

        console.WriteTable(
            ["Updated", "Edition", "Story"],
            stories.Select(story =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatTime(story.Updated)),
                    ConsoleRenderer.Cell($"{story.Edition}"),
                    ConsoleRenderer.Cell(
                        string.Join(
                            '\n',
                            new[] { story.Slug, story.Headline, story.Byline, Notice(story.Status, story.Notice) }.Where(text =>
                                text.Length > 0
                            )
                        )
                    ),
                }
            )
        );
    }

    private static void WriteStory(ConsoleRenderer console, PublishedStory story)
    {
        var article = new ArticleText(story.Headline, story.Standfirst, story.Body, story.Byline, story.Dateline);
        console.Write(story.Headline, Styles.Heading);
        if (Notice(story.Status, story.Notice) is { Length: > 0 } notice)
        {
            console.WriteBlankLine();
            console.Write(notice);
        }

        foreach (var line in Links(story))
        {
            console.Write(line, Styles.Muted);
        }

        foreach (var text in article.InReadingOrder().Where(t => t != story.Headline))
        {
            console.WriteBlankLine();
            console.Write(text.TrimEnd());
        }

        foreach (var check in story.FactChecks)
        {
            console.WriteHeading($"Fact check: {check.Rating.Name} ({check.Rating.Value}/{check.Rating.Best})");
            console.Write($"{check.Claim} ({check.Claimant})");
            console.WriteBlankLine();
            console.Write(check.Explanation.TrimEnd());
        }

        console.WriteHeading("Editions");
        console.WriteTable(
            ["", "", ""],
            story.Editions.Select(edition =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell($"{edition.Number}"),
                    ConsoleRenderer.Cell(console.FormatTime(edition.At)),
                    ConsoleRenderer.Cell(edition.Note is { } note ? $"{edition.Kind}: {note}" : edition.Kind),
                }
            )
        );
    }

    private static IEnumerable<string> Links(PublishedStory story) =>
        [
            .. story.ReplacedBy is { } substitute ? [$"replaced by {substitute}"] : Array.Empty<string>(),
            .. story.Replaces is { } replaced ? [$"replaces {replaced}"] : Array.Empty<string>(),
            .. story.Translations.Select(translation => $"in {translation.Language}: {translation.Slug}"),
        ];

    private static string Notice(string? status, string? notice) => notice is null ? "" : $"{status}: {notice}";
}
