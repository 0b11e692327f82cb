using Newsroom.Cli.Rendering;
using Newsroom.Client.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

internal static class DiffRenderer
{
    private const int ContextLength = 70;

    public static void WriteDiff(ConsoleRenderer console, StoryDiff diff)
    {
        console.Write($"From version {diff.From} to version {diff.To}", Styles.Heading);
        foreach (var text in diff.Texts)
        {
            console.WriteHeading(text.Field);
            var last = text.Stretches.Count - 1;
            console.Write(text.Stretches.Index().Select(s => Describe(s.Item, isFirst: s.Index == 0, isLast: s.Index == last)));
        }

        WriteSection(console, "Story", diff.Described, value => value);
        WriteSection(console, "Quotes and claims", diff.Passages, Describe);
        WriteSection(console, "Checks", diff.Checks.Select(c => WithId(c, x => x.Passage)), Describe);
        WriteSection(
            console,
            "Approvals",
            diff.Approvals.Select(a => WithId(a, x => ConsoleRenderer.PersonName(x.By))),
            a => $"as {a.As}{Lapsed(a.Standing)}"
        );
        WriteSection(console, "Holds", diff.Holds, h => $"{ConsoleRenderer.PersonName(h.By)}, as {h.Role}: {h.Reason}");
        WriteSection(console, "Notes", diff.Notes, n => $"{ConsoleRenderer.PersonName(n.By)}: {n.Text}");
        WriteSection(
            console,
            "Waivers",
            diff.Waivers.Select(w => WithId(w, x => $"{x.Gate}, {x.Subject}")),
            w => $"{ConsoleRenderer.PersonName(w.By)}: {w.Reason}"
        );
        if (diff.IsEmpty)
        {
            console.Write("No differences.");
        }
    }

    private static string Describe(DiffPassage passage)
    {
        var speaker = passage.Speaker is null ? "" : $" ({passage.Speaker})";
        return $"{passage.State}: {passage.Words}{speaker}";
    }

    private static string Describe(DiffCheck check) =>
        $"{check.Verdict} by {ConsoleRenderer.PersonName(check.Checker)}{Lapsed(check.Standing)}";

    private static string Lapsed(bool standing) => standing ? "" : ", lapsed";

    private static Difference<T> WithId<T>(Difference<T> difference, Func<T, string> id)
        where T : class => difference with { Id = id((difference.From ?? difference.To)!) };

    private static (string, Style?) Describe(TextStretch stretch, bool isFirst, bool isLast) =>
        stretch.Change switch
        {
            "removed" => ($"[-{stretch.Words}-]", Styles.Removed),
            "added" => ($"{{+{stretch.Words}+}}", Styles.Added),
            "moved-away" => ($"[{stretch.Move}<{stretch.Words}<{stretch.Move}]", Styles.MovedAway),
            "moved-here" => ($"[{stretch.Move}>{stretch.Words}>{stretch.Move}]", Styles.MovedHere),
            _ => (Shorten(stretch.Words, isFirst, isLast), Style.Plain),
        };

    /// <summary>Shortens unchanged words to those beside a change.</summary>
    private static string Shorten(string words, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : ContextLength, isLast ? 0 : ContextLength);
        if (words.Length <= head + tail + ContextLength)
        {
            return words;
        }

        var start = head == 0 ? 0 : words.IndexOfAny([' ', '\n'], head);
        var end = tail == 0 ? words.Length : words.LastIndexOfAny([' ', '\n'], words.Length - tail);
        if (start < 0 || end <= start)
        {
            return words;
        }

        var before = isFirst ? "" : " ";
        var after = isLast ? "\n" : " ";
        return $"{words[..start].TrimEnd('\n')}{before}…{after}{words[end..].TrimStart()}";
    }

    private static void WriteSection<T>(
        ConsoleRenderer console,
        string title,
        IEnumerable<Difference<T>> differences,
        Func<T, string> describe
    )
        where T : class
    {
        var rows = differences.Select(d => new IRenderable[] { ConsoleRenderer.Cell(d.Id), new Rows(BothSides(d, describe)) }).ToList();
        if (rows.Count > 0)
        {
            console.WriteHeading(title);
            console.WriteTable(["", ""], rows);
        }
    }

    private static IEnumerable<IRenderable> BothSides<T>(Difference<T> difference, Func<T, string> describe)
        where T : class
    {
        if (difference.From is { } from)
        {
            yield return ConsoleRenderer.Cell($"- {describe(from)}", Styles.Removed);
        }

        if (difference.To is { } to)
        {
            yield return ConsoleRenderer.Cell($"+ {describe(to)}", Styles.Added);
        }
    }
}
