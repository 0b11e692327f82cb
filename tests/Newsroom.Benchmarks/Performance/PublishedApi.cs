using System.Diagnostics;

namespace Newsroom.Benchmarks.Performance;

/// <summary>The API as <c>dotnet publish</c> makes it, in a folder of its own.</summary>
internal sealed class PublishedApi : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-published-");

    private PublishedApi() { }

    /// <summary>Publishes it.</summary>
    /// <param name="properties">Properties of the build.</param>
    /// <exception cref="InvalidOperationException">It cannot be published so; the message says why.</exception>
    public static async Task<PublishedApi> Make(params string[] properties)
    {
        var api = new PublishedApi();
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", "-c", "Release", Project(), "-o", api.folder.FullName, "-v", "quiet", .. properties.Select(p => $"-p:{p}")]
        )
        {
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(start)!;
        var said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        if (publishing.ExitCode == 0)
        {
            return api;
        }

        api.Dispose();
        throw new InvalidOperationException(said);
    }

    /// <summary>How it is started.</summary>
    public ProcessStartInfo Start() =>
        new(Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "Newsroom.Api.exe" : "Newsroom.Api"))
        {
            WorkingDirectory = folder.FullName,
        };

    /// <summary>How it is started where it is to tell what it uses.</summary>
    public ProcessStartInfo StartAnswering()
    {
        var start = Start();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        return start;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private static string Project()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Newsroom.sln")))
        {
            directory =
                directory.Parent
                ?? throw new InvalidOperationException("This program does not lie in the repository, which it publishes from.");
        }

        return Path.Combine(directory.FullName, "src", "Newsroom.Api");
    }
}
