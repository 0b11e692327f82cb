using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newsroom.Cli.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Rendering;

/// <summary>
/// Writes paragraphs and tables for people. Text is never read as markup, and control characters never reach the terminal.
/// </summary>
internal sealed partial class ConsoleRenderer
{
    private const int FingerprintDigits = 12;

    // The width of a file or pipe: lines are not wrapped.
    private const int MaxWidth = 1 << 28;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole console;

    private readonly bool isTerminal;

    private readonly TextWriter writer;

    private readonly TimeProvider clock;

    private ConsoleRenderer(TextWriter writer, bool colors, bool isTerminal, CliEnvironment environment)
    {
        this.writer = writer;
        this.isTerminal = isTerminal;
        clock = environment.Clock;
        console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = colors ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = colors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = colors ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
                EnvironmentVariables = new Dictionary<string, string>(),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Width = isTerminal ? environment.Width : MaxWidth;
        console.Profile.Capabilities.Unicode = true;
    }

    public static ConsoleRenderer ForOutput(CliEnvironment environment) =>
        new(environment.Out, environment.OutColors, environment.OutIsTerminal, environment);

    public static ConsoleRenderer ForErrors(CliEnvironment environment) =>
        new(environment.Error, environment.ErrorColors, environment.ErrorIsTerminal, environment);

    /// <summary>Returns the first digits of a fingerprint.</summary>
    public static string ShortFingerprint(string fingerprint) =>
        fingerprint.Length > FingerprintDigits ? fingerprint[..FingerprintDigits] : fingerprint;

    /// <summary>Returns an identity without its issuer.</summary>
    public static string PersonName(string person) => person.LastIndexOf('@') is > 0 and var at ? person[..at] : person;

    /// <summary>Creates the text of a table cell.</summary>
    public static Text Cell(string text, Style? style = null) => new(ReplaceControlCharacters(text), style);

    /// <summary>Creates a cell of several styles.</summary>
    public static Paragraph Cell(IEnumerable<(string Text, Style? Style)> runs)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in runs)
        {
            paragraph.Append(ReplaceControlCharacters(text), style);
        }

        return paragraph;
    }

    public void WriteBlankLine() => console.WriteLine();

    /// <summary>Writes a paragraph.</summary>
    public void Write(string text, Style? style = null)
    {
        console.Write(Cell(text, style));
        console.WriteLine();
    }

    /// <summary>Writes a paragraph of several styles.</summary>
    public void Write(IEnumerable<(string Text, Style? Style)> runs)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in runs)
        {
            paragraph.Append(ReplaceControlCharacters(text), style);
        }

        console.Write(paragraph);
        console.WriteLine();
    }

    /// <summary>Writes a question; the answer is typed behind it.</summary>
    public void WritePrompt(string question)
    {
        writer.Write($"{ReplaceControlCharacters(question)} ");
        writer.Flush();
    }

    public void WriteIndented(string text, Style? style = null)
    {
        if (isTerminal)
        {
            console.Write(new Padder(Cell(text, style), new Padding(4, 0, 0, 0)));
        }
        else
        {
            Write($"    {text}");
        }
    }

    public void WriteHeading(string text)
    {
        WriteBlankLine();
        Write(text, Styles.Heading);
    }

    /// <summary>Writes a line for programs: not wrapped, every character as it is.</summary>
    public void WriteRaw(string line) => writer.WriteLine(line);

    public void WriteJson(JsonElement json) => WriteRaw(JsonSerializer.Serialize(json, Indented));

    /// <summary>
    /// Writes a table whose last column takes the remaining width. A file or pipe gets a line for each row, with tabs between the cells.
    /// </summary>
    /// <param name="headings">One for each column; all empty for a table without headings.</param>
    /// <param name="rows">The cells.</param>
    public void WriteTable(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<IRenderable>> rows)
    {
        var lines = rows.ToList();
        if (!isTerminal)
        {
            WriteTabSeparated(headings, lines);
            return;
        }

        var noWrap = LeavesRoomForLastColumn([headings.Select(h => Cell(h)), .. lines]);
        var table = new Table { Border = TableBorder.None, ShowHeaders = headings.Any(h => h.Length > 0) };
        foreach (var (index, heading) in headings.Index())
        {
            table.AddColumn(
                new TableColumn(Cell(heading, Styles.Muted))
                {
                    NoWrap = noWrap && index < headings.Count - 1,
                    Padding = new Padding(0, 0, 2, 0),
                }
            );
        }

        foreach (var line in lines)
        {
            table.AddRow(line);
        }

        console.Write(table);
    }

    private void WriteTabSeparated(IReadOnlyList<string> headings, List<IReadOnlyList<IRenderable>> rows)
    {
        if (headings.Any(h => h.Length > 0))
        {
            WriteRaw(string.Join('\t', headings));
        }

        var options = RenderOptions.Create(console);
        foreach (var row in rows)
        {
            WriteRaw(string.Join('\t', row.Select(cell => PlainText(cell, options))));
        }
    }

    private static string PlainText(IRenderable cell, RenderOptions options)
    {
        var text = string.Concat(cell.Render(options, MaxWidth).Select(segment => segment.IsLineBreak ? "\n" : segment.Text));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Does work with a progress bar, rate and remaining time, if this is a terminal. A file or pipe gets nothing, however long it takes.
    /// </summary>
    /// <param name="activity">What is done.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="work">Does the work; gets a setter of the total and an incrementer of what is done.</param>
    public Task WithProgressAsync(string activity, string unit, Func<Action<long>, Action<long>, Task> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return work(_ => { }, _ => { });
        }

        return console
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RateColumn(unit),
                new RemainingTimeColumn()
            )
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(activity);
                await work(total => task.MaxValue = Math.Max(total, 1), done => task.Increment(done));
            });
    }

    /// <summary>Formats a time in the local time zone, with its offset.</summary>
    public string FormatTime(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone);
        return local.ToString(
            local.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm zzz",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Formats a day in the local time zone.</summary>
    public string FormatDay(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Formats how long ago a time is, in the largest unit that fits.</summary>
    public string FormatAge(DateTimeOffset since) =>
        (clock.GetUtcNow() - since) switch
        {
            { TotalDays: >= 2 } age => $"{age.Days} days",
            { TotalHours: >= 2 } age => $"{(int)age.TotalHours} h",
            { TotalMinutes: >= 1 } age => $"{(int)age.TotalMinutes} min",
            _ => "now",
        };

    /// <summary>Describes priority and due time; empty where neither is set.</summary>
    public string Plan(string priority, DateTimeOffset? due) =>
        string.Join(
            ", ",
            new[] { priority == "normal" ? "" : priority, due is { } time ? $"due {FormatTime(time)}" : "" }.Where(part => part.Length > 0)
        );

    /// <summary>Converts the UTC time in the sentence of an embargo, a due time or a claim to the local time zone.</summary>
    /// <param name="type">The storage name of the event. Sentences of other events quote people and stay unchanged.</param>
    /// <param name="sentence">The sentence.</param>
    public string LocalizeTimes(string? type, string sentence) =>
        type is "embargo_set" or "story_planned" or "check_claimed"
            ? UtcTime().Replace(sentence, found => FormatTime(ParseUtc(found.Groups[1].Value)))
            : sentence;

    private static DateTimeOffset ParseUtc(string time) =>
        DateTimeOffset.ParseExact(
            time,
            ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    private static string ReplaceControlCharacters(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            printable.Append(
                c switch
                {
                    '\n' => "\n",
                    '\t' => "    ",
                    _ when char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "\uFFFD",
                    _ => c.ToString(),
                }
            );
        }

        return printable.ToString();
    }

    /// <summary>Returns whether the columns before the last fit without wrapping; otherwise text would be cut off.</summary>
    private bool LeavesRoomForLastColumn(IReadOnlyList<IEnumerable<IRenderable>> lines)
    {
        var options = RenderOptions.Create(console);
        var widths = lines[0]
            .SkipLast(1)
            .Select((_, column) => lines.Max(line => line.ElementAt(column).Measure(options, int.MaxValue).Max) + 2);
        return widths.Sum() <= console.Profile.Width * 2 / 3;
    }

    [GeneratedRegex("([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?) UTC")]
    private static partial Regex UtcTime();

    private sealed class RateColumn(string unit) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text($"{task.Speed ?? 0:N0} {unit}/s");
    }
}
