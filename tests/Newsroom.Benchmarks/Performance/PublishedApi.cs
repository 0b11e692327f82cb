using System.Diagnostics;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Represents the API published by <c>dotnet publish</c> to a temporary folder.</summary>
internal sealed class PublishedApi : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-published-");

    private PublishedApi() { }

    /// <summary>Publishes the API.</summary>
    /// <param name="properties">MSBuild properties.</param>
    /// <exception cref="InvalidOperationException">Publishing failed; the message says why.</exception>
    public static async Task<PublishedApi> MakeAsync(params string[] properties)
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

    /// <summary>Returns how to start it.</summary>
    public ProcessStartInfo Start() =>
        new(Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "Newsroom.Api.exe" : "Newsroom.Api"))
        {
            WorkingDirectory = folder.FullName,
        };

    /// <summary>Returns how to start it with usage reporting.</summary>
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
                ?? throw new InvalidOperationException("This program is not inside the repository that it publishes from.");
        }

        return Path.Combine(directory.FullName, "src", "Newsroom.Api");
    }
}
