using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Screens;

/// <summary>Where people read. Nothing written here is read as markup, and no text can steer the terminal.</summary>
internal sealed partial class Screen
{
    private const int Digits = 12;

    private readonly IAnsiConsole console;

    private readonly TextWriter writer;

    private readonly TimeProvider clock;

    /// <summary>A screen of a width, in the clock's time zone.</summary>
    public Screen(TextWriter writer, int width, bool colours, TimeProvider clock)
    {
        this.writer = writer;
        this.clock = clock;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = colours ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            EnvironmentVariables = new Dictionary<string, string>(),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>The first digits of a fingerprint, enough to name it.</summary>
    public static string Short(string fingerprint) => fingerprint.Length > Digits ? fingerprint[..Digits] : fingerprint;

    /// <summary>A person without the issuer of their tokens.</summary>
    public static string Person(string person) => person.LastIndexOf('@') is > 0 and var at ? person[..at] : person;

    /// <summary>Text for a cell or a line.</summary>
    public static Text Words(string text, Style? style = null) => new(Harmless(text), style);

    /// <summary>An empty line.</summary>
    public void Line() => console.WriteLine();

    /// <summary>A paragraph.</summary>
    public void Say(string text, Style? style = null)
    {
        console.Write(Words(text, style));
        console.WriteLine();
    }

    /// <summary>A paragraph of several looks.</summary>
    public void Say(IEnumerable<(string Text, Style? Style)> runs)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in runs)
        {
            paragraph.Append(Harmless(text), style);
        }

        console.Write(paragraph);
        console.WriteLine();
    }

    /// <summary>A line for programs: not wrapped, every character as it is.</summary>
    public void Verbatim(string line) => writer.WriteLine(line);

    /// <summary>A paragraph set in.</summary>
    public void SayInside(string text, Style? style = null) => console.Write(new Padder(Words(text, style), new Padding(4, 0, 0, 0)));

    /// <summary>A title above what follows.</summary>
    public void Title(string text)
    {
        Line();
        Say(text, Styles.Title);
    }

    /// <summary>A table whose last column takes the room that is left.</summary>
    /// <param name="headings">One for each column; all empty for none.</param>
    /// <param name="rows">The cells.</param>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<IRenderable>> rows)
    {
        var lines = rows.ToList();
        var narrow = LeaveRoom([headings.Select(h => Words(h)), .. lines]);
        var table = new Table { Border = TableBorder.None, ShowHeaders = headings.Any(h => h.Length > 0) };
        foreach (var (index, heading) in headings.Index())
        {
            table.AddColumn(new TableColumn(Words(heading, Styles.Aside)) { NoWrap = narrow && index < headings.Count - 1, Padding = new Padding(0, 0, 2, 0) });
        }

        foreach (var line in lines)
        {
            table.AddRow(line);
        }

        console.Write(table);
    }

    /// <summary>Long work, with a bar, the rate and the time it will still take.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="work">Does it; says how many there are, and how many more are done.</param>
    public Task Progress(string what, string unit, Func<Action<long>, Action<long>, Task> work) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(unit), new RemainingTimeColumn())
        .StartAsync(async progress =>
        {
            var task = progress.AddTask(what);
            await work(total => task.MaxValue = Math.Max(total, 1), done => task.Increment(done));
        });

    /// <summary>A time as the reader's clock shows it.</summary>
    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// A sentence of the record with its time in this machine's zone, like every other time: the newsroom writes the end of an embargo in
    /// UTC.
    /// </summary>
    /// <param name="type">The event's storage name. Other sentences show people's own words, which stay as they are.</param>
    /// <param name="sentence">The sentence.</param>
    public string Sentence(string? type, string sentence) => type != "embargo_set" ? sentence
        : InUtc()
            .Replace(
                sentence,
                found =>
                    Time(
                        DateTimeOffset.ParseExact(
                            found.Groups[1].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));

    /// <summary>A day as the reader's clock has it.</summary>
    public string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public string Age(DateTimeOffset since) => (clock.GetUtcNow() - since) switch
    {
        { TotalDays: >= 2 } age => $"{age.Days} days",
        { TotalHours: >= 2 } age => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 1 } age => $"{(int)age.TotalMinutes} min",
        _ => "now",
    };

    // Columns that do not wrap are good to read, but what they leave no room for would not be shown at all.
    private bool LeaveRoom(IReadOnlyList<IEnumerable<IRenderable>> lines)
    {
        var options = RenderOptions.Create(console);
        var widths = lines[0].SkipLast(1).Select((_, column) => lines.Max(line => line.ElementAt(column).Measure(options, int.MaxValue).Max) + 2);
        return widths.Sum() <= console.Profile.Width * 2 / 3;
    }

    private static string Harmless(string text)
    {
        var harmless = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            harmless.Append(c switch
            {
                '\n' => "\n",
                '\t' => "    ",
                _ when char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "\uFFFD",
                _ => c.ToString(),
            });
        }

        return harmless.ToString();
    }

    [GeneratedRegex("([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}) UTC")]
    private static partial Regex InUtc();

    private sealed class RateColumn(string unit) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text($"{task.Speed ?? 0:N0} {unit}/s");
    }
}
