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
            Screen.Words(line.Dismissal is { } dismissal ? $"{line.Words}\nDismissed by {dismissal.By.Split('@')[0]}: {dismissal.Reason}" : line.Words),
        }));
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
    string? Proposal = null);

/// <summary>Where they stand.</summary>
internal sealed record QuotedRange(int Start, int End);
