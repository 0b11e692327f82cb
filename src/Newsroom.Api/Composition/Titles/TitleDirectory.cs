using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// The directory with the files of titles. File systems that several machines share do not report changes, so it is also read at an
/// interval.
/// </summary>
internal sealed partial class TitleDirectory : IDisposable
{
    private const string Extension = ".json";

    private readonly TitleSettings settings;
    private readonly TimeProvider clock;
    private readonly ILogger<TitleDirectory> log;
    private readonly FileSystemWatcher? watcher;
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Creates it, and watches the directory where the file system can report changes.</summary>
    public TitleDirectory(TitleSettings settings, TimeProvider clock, ILogger<TitleDirectory> log)
    {
        (this.settings, this.clock, this.log) = (settings, clock, log);
        try
        {
            watcher = new FileSystemWatcher(settings.Directory, $"*{Extension}");
            watcher.Created += Report;
            watcher.Changed += Report;
            watcher.Deleted += Report;
            watcher.Renamed += Report;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or PlatformNotSupportedException)
        {
            NotWatched(log, settings.ReadEvery, failure);
        }
    }

    /// <summary>Reads all files, by the name of the title.</summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public ImmutableSortedDictionary<string, TitleText> Read() => Read(settings.Directory);

    /// <summary>Reads all files of a directory, by the name of the title.</summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static ImmutableSortedDictionary<string, TitleText> Read(string directory)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, TitleText>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, $"*{Extension}"))
        {
            // Not the files that Kubernetes and editors add.
            if (Path.GetFileNameWithoutExtension(path) is var name && !name.StartsWith('.') && ReadFile(path) is { } text)
            {
                files[name] = text;
            }
        }

        return files.ToImmutable();
    }

    /// <summary>Waits for a change, or for the interval.</summary>
    public async Task ChangedAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (change, interval) = (
            changes.Reader.ReadAsync(waiting.Token).AsTask(),
            Task.Delay(settings.ReadEvery, clock, waiting.Token)
        );
        await Task.WhenAny(change, interval);
        await waiting.CancelAsync();
        await Task.WhenAll(change, interval).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose() => watcher?.Dispose();

    // Null where the file was deleted in between.
    private static TitleText? ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var buffer = new byte[TitleFile.MaxBytes + 1];
            var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return count <= TitleFile.MaxBytes
                ? new TitleText(Encoding.UTF8.GetString(buffer.AsSpan(0, count)), null)
                : new TitleText("", $"The file has more than {TitleFile.MaxBytes} bytes.");
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new TitleText("", $"The file cannot be read: {failure.Message}");
        }
    }

    private void Report(object sender, FileSystemEventArgs change) => changes.Writer.TryWrite(true);

    [LoggerMessage(LogLevel.Warning, "Changes of titles are not reported here; the directory is read each {Interval}.")]
    private static partial void NotWatched(ILogger log, TimeSpan interval, Exception failure);
}

/// <summary>What the file of a title has.</summary>
/// <param name="Text">The text.</param>
/// <param name="Fault">Why it cannot be read; null where it can.</param>
internal sealed record TitleText(string Text, string? Fault);
