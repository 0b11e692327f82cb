using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;

namespace Newsroom.Cli.Histories;

/// <summary>What was brought in, and what could not be.</summary>
internal sealed class ImportReport : IDisposable
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> stories = new(StringComparer.Ordinal);
    private readonly List<NotKeptLine> notKept = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly StreamWriter? file;
    private int recorded;
    private int had;

    private ImportReport(StreamWriter? file) => this.file = file;

    /// <summary>Gets whether everything was kept.</summary>
    public bool IsComplete => notKept.Count == 0;

    /// <summary>Begins a report.</summary>
    /// <param name="path">The file that lists what is not kept, written as it happens; null for none.</param>
    /// <exception cref="LocalProblem">The file cannot be written.</exception>
    public static ImportReport Open(string? path)
    {
        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return new ImportReport(path is null ? null : new StreamWriter(path, append: false, encoding) { AutoFlush = true });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LocalProblem($"--report: {path} cannot be written: {problem.Message}");
        }
    }

    /// <summary>Takes a change that cannot even be sent.</summary>
    public void NotKept(FileSteps steps, NotKeptLine line) => Add(line with { Began = steps.Began });

    /// <summary>Takes what the newsroom answered.</summary>
    public void Take(ImportedLines answer)
    {
        foreach (var line in answer.Files)
        {
            if (line.Story is not null)
            {
                stories.Add(line.Began);
            }

            recorded += line.Recorded;
            had += line.Had;
            foreach (var lost in line.NotKept)
            {
                Add(lost with { Began = line.Began });
            }
        }
    }

    /// <summary>Shows it.</summary>
    public void Show(Run run)
    {
        if (run.Json)
        {
            run.Screen.Verbatim(JsonSerializer.Serialize(new { stories = stories.Count, recorded, had, notKept }, JsonSerializerOptions.Web));
            return;
        }

        run.Screen.Say($"{stories.Count:N0} stories: {recorded:N0} changes brought in{(had > 0 ? $", {had:N0} were there already" : "")}, {notKept.Count:N0} not kept.");
        run.Aside.Say($"{recorded + had:N0} changes in {watch.Elapsed.TotalSeconds:N0} s, {(recorded + had) / watch.Elapsed.TotalSeconds:N0} a second.", Styles.Aside);
        foreach (var line in notKept)
        {
            run.Screen.SayInside($"{line.Path} in {Screen.Short(line.Commit)}: {line.Why}", Styles.Warning);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void Add(NotKeptLine line)
    {
        notKept.Add(line);
        file?.WriteLine(JsonSerializer.Serialize(line, Lines));
    }
}

/// <summary>The newsroom's answer to an import.</summary>
internal sealed record ImportedLines(IReadOnlyList<ImportedLine> Files);

/// <summary>What has become of a file.</summary>
internal sealed record ImportedLine(string Began, int Had, int Recorded, IReadOnlyList<NotKeptLine> NotKept, Guid? Story = null);

/// <summary>A change that was not kept.</summary>
internal sealed record NotKeptLine(string Commit, string Path, string Code, string Why, string Began = "");
