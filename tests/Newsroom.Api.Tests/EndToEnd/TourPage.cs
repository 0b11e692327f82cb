using System.Text.RegularExpressions;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>The page docs/tour.md: its blocks of commands, and the stated output of each.</summary>
internal sealed partial class TourPage
{
    private const string Fence = "```";
    private const string Commands = "```sh";
    private const string Output = "```text";

    private readonly List<string> lines;

    private TourPage(List<string> lines) => this.lines = lines;

    /// <summary>Gets the blocks of commands, in the order of the page.</summary>
    public IEnumerable<Step> Steps => Enumerable.Range(0, lines.Count).Where(i => lines[i] == Commands).Select(StepAt);

    /// <summary>Reads a page.</summary>
    public static TourPage Parse(string text) => new([.. text.ReplaceLineEndings("\n").Split('\n')]);

    /// <summary>Returns the page with the output of each step that has one.</summary>
    public string With(IReadOnlyDictionary<Step, string> printed)
    {
        var page = new List<string>(lines);
        foreach (var (step, text) in printed.Where(p => p.Key.Stated is not null).OrderByDescending(p => p.Key.Line))
        {
            var first = page.IndexOf(Output, step.Line) + 1;
            page.RemoveRange(first, page.IndexOf(Fence, first) - first);
            page.InsertRange(first, text.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()));
        }

        return string.Join('\n', page);
    }

    private Step StepAt(int line)
    {
        var end = lines.IndexOf(Fence, line);
        var next = lines.FindIndex(end + 1, l => l.Length > 0);
        var stated = next >= 0 && lines[next] == Output ? lines[(next + 1)..lines.IndexOf(Fence, next)] : null;
        return new Step(line, string.Join('\n', lines[(line + 1)..end]), stated is null ? null : string.Join('\n', stated));
    }

    /// <summary>A block of commands.</summary>
    /// <param name="Line">The index of its first line on the page.</param>
    /// <param name="Script">The commands.</param>
    /// <param name="Stated">The stated output; null where there is none. A line with only … matches any lines.</param>
    public sealed record Step(int Line, string Script, string? Stated)
    {
        /// <summary>Compares output with the stated output. Times, ids and counts of events and bytes may differ.</summary>
        public bool Matches(string printed) =>
            Stated is null
            || new Regex(
                $"^{string.Join(".*", AnyLines().Split(Stated).Select(part => Regex.Escape(Plain(part))))}$",
                RegexOptions.Singleline
            ).IsMatch(Plain(printed));

        private static string Plain(string text) => WhiteSpace().Replace(Varying().Replace(text, "#"), " ").Trim();
    }

    [GeneratedRegex(@"^…$", RegexOptions.Multiline)]
    private static partial Regex AnyLines();

    [GeneratedRegex(
        """
            [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}   # an id
            | \d{4}-\d\d-\d\d([ ]\d\d:\d\d)?          # a time
            | newsroom-development/[0-9a-f]+            # a ledger
            | [\d,]+(?=\s+(events|bytes)\b)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Varying();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
