using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Cli.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom diff</c>: what is different between a story at two moments.</summary>
internal static class Diff
{
    private const int Around = 70;

    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        var from = new MomentOption("--from", $"The earlier moment: a version, or a time written {TimeOption.Written}.");
        var to = new MomentOption("--to", "The later moment; otherwise now.");
        var fromAsOf = new TimeOption("--from-as-of", "The earlier moment, in business time.");
        var toAsOf = new TimeOption("--to-as-of", "The later moment, in business time.");
        return new Verb("diff", "What is different between a story at two moments: words, passages, checks, approvals.", [story, from, to, fromAsOf, toAsOf], async run =>
        {
            if (!run.Gave(from) && !run.Gave(fromAsOf))
            {
                throw new LocalProblem("Say since when: --from takes a version or a time, --from-as-of a time.");
            }

            var id = await run.Find(run.Of(story)!);
            await run.Read<DiffPage>(Query.Of($"stories/{id}/diff", ("from", run.Of(from)), ("to", run.Of(to)), ("fromAsOf", run.Of(fromAsOf)), ("toAsOf", run.Of(toAsOf))), Page);
        })
        {
            Details = ["[-so-] is gone, {+so+} is new, [1<so<1] moved to where [1>so>1] is."],
        };
    }

    private static void Page(Screen screen, DiffPage diff)
    {
        screen.Say($"From version {diff.From} to version {diff.To}", Styles.Title);
        foreach (var text in diff.Texts)
        {
            screen.Title(text.Field);
            screen.Say(text.Stretches.Index().SelectMany(s => Told(s.Item, first: s.Index == 0, last: s.Index == text.Stretches.Count - 1)));
        }

        Section(screen, "Story", diff.Described, what => what);
        Section(screen, "Quotes and claims", diff.Passages, p => $"{p.State}: {p.Words}{(p.Speaker is null ? "" : $" ({p.Speaker})")}");
        Section(screen, "Checks", diff.Checks.Select(c => c with { Id = Named(c, x => x.Passage) }), c => $"{c.Verdict} by {Screen.Person(c.Checker)}{(c.Standing ? "" : ", lapsed")}");
        Section(screen, "Approvals", diff.Approvals.Select(a => a with { Id = Named(a, x => Screen.Person(x.By)) }), a => $"as {a.As}{(a.Standing ? "" : ", lapsed")}");
        Section(screen, "Holds", diff.Holds, h => $"{Screen.Person(h.By)}, as {h.Role}: {h.Reason}");
        Section(screen, "Notes", diff.Notes, n => $"{Screen.Person(n.By)}: {n.Text}");
        Section(screen, "Waivers", diff.Waivers.Select(w => w with { Id = Named(w, x => $"{x.Gate}, {x.Subject}") }), w => $"{Screen.Person(w.By)}: {w.Reason}");
        if (diff.IsEmpty)
        {
            screen.Say("Nothing is different.");
        }
    }

    private static string Named<T>(DiffLine<T> line, Func<T, string> name)
        where T : class => name((line.From ?? line.To)!);

    private static IEnumerable<(string, Style?)> Told(StretchPage stretch, bool first, bool last) => stretch.Change switch
    {
        "removed" => [($"[-{stretch.Words}-]", Styles.Gone)],
        "added" => [($"{{+{stretch.Words}+}}", Styles.New)],
        "moved-away" => [($"[{stretch.Move}<{stretch.Words}<{stretch.Move}]", Styles.MovedAway)],
        "moved-here" => [($"[{stretch.Move}>{stretch.Words}>{stretch.Move}]", Styles.MovedHere)],
        _ => [(Shortened(stretch.Words, first, last), null)],
    };

    /// <summary>Of words that are the same, those beside what is not.</summary>
    private static string Shortened(string words, bool first, bool last)
    {
        var (head, tail) = (first ? 0 : Around, last ? 0 : Around);
        if (words.Length <= head + tail + Around)
        {
            return words;
        }

        var start = head == 0 ? 0 : words.IndexOfAny([' ', '\n'], head);
        var end = tail == 0 ? words.Length : words.LastIndexOfAny([' ', '\n'], words.Length - tail);
        return start < 0 || end <= start ? words : $"{words[..start].TrimEnd('\n')}{(first ? "" : " ")}…{(last ? "\n" : " ")}{words[end..].TrimStart()}";
    }

    private static void Section<T>(Screen screen, string title, IEnumerable<DiffLine<T>> lines, Func<T, string> told)
        where T : class
    {
        var rows = lines.Select(line => new IRenderable[] { Screen.Words(line.Id), new Rows(Both(line, told)) }).ToList();
        if (rows.Count > 0)
        {
            screen.Title(title);
            screen.Table(["", ""], rows);
        }
    }

    private static IEnumerable<IRenderable> Both<T>(DiffLine<T> line, Func<T, string> told)
        where T : class
    {
        if (line.From is { } from)
        {
            yield return Screen.Words($"- {told(from)}", Styles.Gone);
        }

        if (line.To is { } to)
        {
            yield return Screen.Words($"+ {told(to)}", Styles.New);
        }
    }
}

/// <summary>What is different.</summary>
internal sealed record DiffPage(
    long From,
    long To,
    IReadOnlyList<TextPage> Texts,
    IReadOnlyList<DiffLine<string>> Described,
    IReadOnlyList<DiffLine<PassageThenPage>> Passages,
    IReadOnlyList<DiffLine<CheckThenPage>> Checks,
    IReadOnlyList<DiffLine<ApprovalThenPage>> Approvals,
    IReadOnlyList<DiffLine<HoldPage>> Holds,
    IReadOnlyList<DiffLine<NotePage>> Notes,
    IReadOnlyList<DiffLine<WaiverPage>> Waivers)
{
    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => Texts.Count + Described.Count + Passages.Count + Checks.Count + Approvals.Count + Holds.Count + Notes.Count + Waivers.Count == 0;
}

/// <summary>A text that differs.</summary>
internal sealed record TextPage(string Field, IReadOnlyList<StretchPage> Stretches);

/// <summary>A stretch of it.</summary>
internal sealed record StretchPage(string Change, string Words, int? Move = null);

/// <summary>Something at both moments.</summary>
internal sealed record DiffLine<T>(string Id, T? From = null, T? To = null)
    where T : class;

/// <summary>A passage at one of them.</summary>
internal sealed record PassageThenPage(string Words, string State, string? Speaker = null);

/// <summary>A check at one of them.</summary>
internal sealed record CheckThenPage(string Passage, string Checker, string Verdict, bool Standing);

/// <summary>An approval at one of them.</summary>
internal sealed record ApprovalThenPage(string By, string As, bool Standing);

/// <summary>A waiver at one of them.</summary>
internal sealed record WaiverPage(string Gate, string Subject, string By, string Reason);
