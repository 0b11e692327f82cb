using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom published</c>: what readers read. Needs no token.</summary>
internal static class Published
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var slug = new Argument<string?>("slug") { Arity = ArgumentArity.ZeroOrOne, Description = "One story, whole." };
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Only of this desk." };
        var language = new Option<string?>("--language") { HelpName = "tag", Description = "Only in this language." };
        var at = new TimeOption("--at", $"One story as readers read it at this time; written {TimeOption.Written}.");
        var paging = new PagingOptions();
        return new Verb("published", "What readers read: everything, latest first, or one story.", [slug, at, desk, language, .. paging.All], run =>
            run.Of(slug) is { } one
                ? run.Read<PublishedPage>(Query.Of($"published/{Uri.EscapeDataString(one)}", ("at", run.Of(at))), Page, anonymous: true)
                : run.Read<IReadOnlyList<PublishedLine>>(Query.Of("published", [("desk", run.Of(desk)), ("language", run.Of(language)), .. paging.Of(run)]), Lines, anonymous: true));
    }

    private static void Lines(Screen screen, IReadOnlyList<PublishedLine> lines)
    {
        if (lines.Count == 0)
        {
            screen.Say("Nothing is published.");
            return;
        }

        screen.Table(["Updated", "Edition", "Story"], lines.Select(line => new IRenderable[]
        {
            Screen.Words(screen.Time(line.Updated)),
            Screen.Words($"{line.Edition}"),
            Screen.Words(string.Join('\n', new[] { line.Slug, line.Headline, line.Byline }.Where(text => text.Length > 0))),
        }));
    }

    private static void Page(Screen screen, PublishedPage page)
    {
        screen.Say(page.Headline, Styles.Title);
        foreach (var text in page.Article.Texts.Where(t => t != page.Headline))
        {
            screen.Line();
            screen.Say(text.TrimEnd());
        }

        screen.Title("Editions");
        screen.Table(["", "", ""], page.Editions.Select(e => new IRenderable[] { Screen.Words($"{e.Number}"), Screen.Words(screen.Time(e.At)), Screen.Words(e.Note is { } note ? $"{e.Kind}: {note}" : e.Kind) }));
    }
}

/// <summary>A published story in a list.</summary>
internal sealed record PublishedLine(string Slug, string Headline, string Byline, int Edition, DateTimeOffset Updated);

/// <summary>A published story whole.</summary>
internal sealed record PublishedPage(string Headline, string Standfirst, string Body, string Byline, string Dateline, IReadOnlyList<EditionLine> Editions)
{
    /// <summary>Its words.</summary>
    public ArticlePage Article => new(Headline, Standfirst, Body, Byline, Dateline);
}

/// <summary>One edition.</summary>
internal sealed record EditionLine(int Number, string Kind, DateTimeOffset At, string? Note = null);
