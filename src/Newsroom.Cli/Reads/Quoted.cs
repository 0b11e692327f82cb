using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom quoted</c>: everything that stands in quotation marks in a story, and what has become of it.</summary>
internal static class Quoted
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        var paging = new PagingOptions("place");
        return new Verb("quoted", "What stands in quotation marks in a story, and what has become of it.", [story, .. paging.All], async run =>
        {
            var path = $"stories/{await run.Find(run.Of(story)!)}/quoted";
            await (
                paging.AreGiven(run)
                    ? run.Read<QuotedPage>(Query.Of(path, [.. paging.Of(run)]), Page)
                    : run.ReadAll<QuotedPage>(path, "quoted", Page));
        });
    }

    private static void Page(Screen screen, QuotedPage page)
    {
        screen.Say($"Version {page.Version}: of {page.FewestWords} words or more it is a quotation.", Styles.Title);
        screen.Table(["Where", "State", "Words"], page.Quoted.Select(line => new IRenderable[]
        {
            Screen.Words($"{line.Field} {line.Range.Start}"),
            Screen.Words(State(line), line.State is "unattributed" or "unclosed" ? Styles.Bad : Styles.Aside),
            Screen.Words($"{line.Words}{Dismissal(line)}"),
        }));
    }

    private static string Dismissal(QuotedLine line)
    {
        if (line.Dismissal is { } dismissal)
        {
            return $"\nDismissed by {dismissal.By.Split('@')[0]}: {dismissal.Reason}";
        }

        return line.DismissedBefore is { } before ? $"\nDismissed in {before.Slug} by {before.By.Split('@')[0]}: {before.Reason}" : "";
    }

    private static string State(QuotedLine line)
    {
        var state = line.Proposal is { } proposal ? $"{line.State}, proposed as {proposal}" : line.State;
        var check = line.Check is { } checkState ? $", {checkState}" : "";
        return line.Quote is { } quote ? $"{state}: {quote}{check}" : state;
    }
}

/// <summary>What stands in quotation marks in a story.</summary>
internal sealed record QuotedPage(long Version, int FewestWords, IReadOnlyList<QuotedLine> Quoted);

/// <summary>Words in quotation marks.</summary>
internal sealed record QuotedLine(
    string Field,
    QuotedRange Range,
    string Words,
    string State,
    string? Quote = null,
    string? Check = null,
    WaiverLine? Dismissal = null,
    string? Proposal = null)
{
    /// <summary>What dismissals are looked up by in other stories.</summary>
    public string? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story.</summary>
    public DismissedPhraseLine? DismissedBefore { get; init; }
}

/// <summary>Where they stand.</summary>
internal sealed record QuotedRange(int Start, int End);
