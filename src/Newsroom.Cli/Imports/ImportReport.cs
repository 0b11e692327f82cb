using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Imports;

namespace Newsroom.Cli.Imports;

/// <summary>Collects what was imported and what was skipped.</summary>
internal sealed class ImportReport : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HashSet<string> stories = new(StringComparer.Ordinal);
    private readonly List<SkippedChange> skipped = [];
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly StreamWriter? file;
    private int imported;
    private int importedBefore;

    private ImportReport(StreamWriter? file, TimeProvider clock)
    {
        (this.file, this.clock) = (file, clock);
        started = clock.GetTimestamp();
    }

    /// <summary>Gets whether nothing was skipped.</summary>
    public bool IsComplete => skipped.Count == 0;

    /// <param name="path">The file for skipped changes, written as they are found; null for none.</param>
    /// <param name="clock">The clock that the duration is taken from.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ImportReport Open(string? path, TimeProvider clock)
    {
        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return new ImportReport(path is null ? null : new StreamWriter(path, append: false, encoding) { AutoFlush = true }, clock);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--report: cannot write {path}: {failure.Message}");
        }
    }

    /// <summary>Adds a change that cannot be sent.</summary>
    public void AddSkipped(FileHistory history, SkippedChange change) => Add(change with { Began = history.Origin });

    /// <summary>Adds the server's result.</summary>
    public void Add(ImportResult result)
    {
        foreach (var file in result.Files)
        {
            if (file.Story is not null)
            {
                stories.Add(file.Began);
            }

            imported += file.Recorded;
            importedBefore += file.Had;
            foreach (var change in file.NotKept)
            {
                Add(change with { Began = file.Began });
            }
        }
    }

    public void Show(CommandContext context)
    {
        if (context.Preview)
        {
            context.ErrorConsole.Write("Preview: nothing is stored. The import would have this result:");
        }

        if (context.Json)
        {
            var result = new
            {
                stories = stories.Count,
                recorded = imported,
                had = importedBefore,
                notKept = skipped,
            };
            context.Output.WriteRaw(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
            return;
        }

        var before = importedBefore > 0 ? $", {importedBefore:N0} imported before" : "";
        context.Output.Write($"{stories.Count:N0} stories: {imported:N0} changes imported{before}, {skipped.Count:N0} skipped.");
        var (total, seconds) = (imported + importedBefore, clock.GetElapsedTime(started).TotalSeconds);
        context.ErrorConsole.Write($"{total:N0} changes in {seconds:N0} s, {total / seconds:N0} a second.", Styles.Muted);
        foreach (var change in skipped)
        {
            context.Output.WriteIndented(
                $"{change.Path} in {ConsoleRenderer.ShortFingerprint(change.Commit)}: {change.Why}",
                Styles.Warning
            );
        }
    }

    public void Dispose() => file?.Dispose();

    private void Add(SkippedChange change)
    {
        skipped.Add(change);
        file?.WriteLine(JsonSerializer.Serialize(change, Json));
    }
}
