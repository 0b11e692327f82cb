using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.HistoryImport;

namespace Newsroom.Cli.Imports;

/// <summary>Collects what was imported and what was skipped.</summary>
internal sealed class ImportReport : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HashSet<string> _stories = new(StringComparer.Ordinal);
    private readonly List<SkippedChange> _skipped = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly StreamWriter? _file;
    private int _imported;
    private int _importedBefore;

    private ImportReport(StreamWriter? file) => _file = file;

    /// <summary>Gets whether nothing was skipped.</summary>
    public bool IsComplete => _skipped.Count == 0;

    /// <param name="path">The file for skipped changes, written as they are found; null for none.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ImportReport Open(string? path)
    {
        try
        {
            var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            return new ImportReport(path is null ? null : new StreamWriter(path, append: false, encoding) { AutoFlush = true });
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
                _stories.Add(file.Began);
            }

            _imported += file.Recorded;
            _importedBefore += file.Had;
            foreach (var change in file.NotKept)
            {
                Add(change with { Began = file.Began });
            }
        }
    }

    public void Show(CommandContext context)
    {
        if (context.Json)
        {
            var result = new { stories = _stories.Count, recorded = _imported, had = _importedBefore, notKept = _skipped };
            context.Output.WriteRaw(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
            return;
        }

        var before = _importedBefore > 0 ? $", {_importedBefore:N0} imported before" : "";
        context.Output.Write($"{_stories.Count:N0} stories: {_imported:N0} changes imported{before}, {_skipped.Count:N0} skipped.");
        var (total, seconds) = (_imported + _importedBefore, _watch.Elapsed.TotalSeconds);
        context.ErrorConsole.Write($"{total:N0} changes in {seconds:N0} s, {total / seconds:N0} a second.", Styles.Muted);
        foreach (var change in _skipped)
        {
            context.Output.WriteIndented(
                $"{change.Path} in {ConsoleRenderer.ShortFingerprint(change.Commit)}: {change.Why}", Styles.Warning);
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Add(SkippedChange change)
    {
        _skipped.Add(change);
        _file?.WriteLine(JsonSerializer.Serialize(change, Json));
    }
}
