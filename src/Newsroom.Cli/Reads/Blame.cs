using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom blame</c>: who wrote which words, and the checks that cover them.</summary>
internal static class Blame
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        var moment = new MomentOptions();
        return new Verb("blame", "Who wrote which words of a story, when, and the checks that cover them.", [story, .. moment.All], async run =>
        {
            var id = await run.Find(run.Of(story)!);
            await run.Read<BlamePage>(Query.Of($"stories/{id}/blame", moment.Of(run)), Page);
        });
    }

    private static void Page(Screen screen, BlamePage blame)
    {
        screen.Say($"Version {blame.Version}", Styles.Title);
        foreach (var text in blame.Texts)
        {
            screen.Title(text.Field);
            screen.Table(["", "", ""], text.Spans.Select(span => new IRenderable[]
            {
                Screen.Words($"{span.Name}{string.Concat((span.CoAuthors ?? []).Select(a => $"\n and {a.Name}"))}{string.Concat(span.Movers.Select(m => $"\n moved by {Screen.Person(m)}"))}", Styles.Hand(span.By)),
                Screen.Words($"v{span.Version} {screen.Day(span.Happened ?? span.At)}", Styles.Aside),
                new Rows([Screen.Words(span.Words.Trim('\r', '\n') is { Length: > 0 } words ? words : "¶", Styles.Hand(span.By)), .. span.Passages.Select(p => Screen.Words(Cover(p), Styles.OfState(p.State)))]),
            }));
        }
    }

    private static string Cover(CoverPage passage) =>
        $"  {passage.Id} {passage.State}{(passage.Checks.Count == 0 ? "" : $": {string.Join(", ", passage.Checks.Select(c => $"{c.Verdict} by {Screen.Person(c.Checker)}"))}")}";
}

/// <summary>Who wrote which words of a story.</summary>
internal sealed record BlamePage(long Version, IReadOnlyList<BlamePageText> Texts);

/// <summary>Who wrote which words of a text.</summary>
internal sealed record BlamePageText(string Field, IReadOnlyList<BlamePageSpan> Spans);

/// <summary>A run of words.</summary>
internal sealed record BlamePageSpan(
    string Words,
    string By,
    string Name,
    long Version,
    DateTimeOffset At,
    IReadOnlyList<string> Movers,
    IReadOnlyList<CoverPage> Passages,
    DateTimeOffset? Happened = null,
    IReadOnlyList<BlamePageAuthor>? CoAuthors = null);

/// <summary>A co-author.</summary>
internal sealed record BlamePageAuthor(string Name);

/// <summary>A passage they are of.</summary>
internal sealed record CoverPage(string Id, string State, IReadOnlyList<CoverCheckPage> Checks);

/// <summary>A check that covers them.</summary>
internal sealed record CoverCheckPage(string Checker, string Verdict);
