using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Newsroom.Console.Hosting;

/// <summary>
/// Reads secrets from files: the file that <c>{setting}_FILE</c> names, or the one with the name of the setting in the directory of
/// secrets. On a command line they are refused, because every user of the machine can read it.
/// </summary>
public static class SecretSettings
{
    /// <summary>The setting of the directory of secrets.</summary>
    public const string DirectorySetting = "NEWSROOM_SECRETS";

    private const string DefaultDirectory = "/run/secrets";

    private const string FileSuffix = "_FILE";

    private const int MaxBytes = 64 * 1024;

    /// <summary>Gets the settings that are secrets, or that have one.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "ConnectionStrings:Newsroom",
        "ConnectionStrings:Maintenance",
        "ConnectionStrings:Replica",
        "Authentication:ConsoleClientSecret",
        "Evidence:S3:AccessKey",
        "Evidence:S3:SecretKey",
        "Ledger:Key",
        "Messaging:RabbitMq",
    ];

    /// <summary>Adds the secrets of files to a configuration.</summary>
    /// <param name="configuration">The configuration, with the environment.</param>
    /// <param name="arguments">The arguments of the program.</param>
    /// <exception cref="HostSettingsException">A secret is on the command line, given twice, or cannot be read.</exception>
    public static void AddSecrets(this ConfigurationManager configuration, IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // A host in the process of a test gets settings as arguments that are on no command line.
        var visible = Environment.GetCommandLineArgs();
        RefuseArguments([.. arguments.Where(visible.Contains)]);
        var files = FilesIn(configuration[DirectorySetting]);
        var read = new Dictionary<string, string?>();
        foreach (var setting in All)
        {
            var named = configuration[$"{setting}{FileSuffix}"] is { Length: > 0 } path ? ReadFile(setting, path) : null;
            string?[] given = [Given(configuration[setting]), Given(files[setting]), named];
            if (given.Count(value => value is not null) > 1)
            {
                throw new HostSettingsException(
                    $"{setting} is given more than once. Give it in the environment, by {setting}{FileSuffix}, or in the directory of "
                        + "secrets."
                );
            }

            if ((given[1] ?? given[2]) is { } found)
            {
                read[setting] = found;
            }
        }

        configuration.AddInMemoryCollection(read);
    }

    /// <summary>Reads the secrets of the files that <c>{setting}_FILE</c> names, and only these, into some settings.</summary>
    /// <exception cref="HostSettingsException">A secret is given twice, or cannot be read.</exception>
    public static void ReadFiles(IDictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var setting in All)
        {
            if (!settings.TryGetValue($"{setting}{FileSuffix}", out var path) || string.IsNullOrEmpty(path))
            {
                continue;
            }

            if (settings.TryGetValue(setting, out var given) && Given(given) is not null)
            {
                throw new HostSettingsException($"{setting} is given more than once. Give it, or {setting}{FileSuffix}.");
            }

            settings[setting] = ReadFile(setting, path);
        }
    }

    /// <summary>Refuses arguments that set a secret.</summary>
    /// <exception cref="HostSettingsException">There is one.</exception>
    internal static void RefuseArguments(string[] arguments)
    {
        var given = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        if (All.FirstOrDefault(setting => given[setting] is not null) is { } secret)
        {
            throw new HostSettingsException(
                $"{secret} is on the command line, which every user of the machine can read. Set it in the environment, or name a file "
                    + $"with {secret}{FileSuffix}. Change the secret."
            );
        }
    }

    // Other files of the directory, such as those of the platform, are no settings.
    private static IConfigurationRoot FilesIn(string? directory)
    {
        var isNamed = directory is { Length: > 0 };
        var path = Path.GetFullPath(isNamed ? directory! : DefaultDirectory);
        if (isNamed && !Directory.Exists(path))
        {
            throw new HostSettingsException($"{DirectorySetting} is {path}, and there is no such directory.");
        }

        var names = All.Select(setting => setting.Replace(":", "__", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            return new ConfigurationBuilder()
                .AddKeyPerFile(source =>
                {
                    source.FileProvider = Directory.Exists(path)
                        ? new Microsoft.Extensions.FileProviders.PhysicalFileProvider(path)
                        : null;
                    source.Optional = true;
                    source.IgnoreCondition = name => !names.Contains(name);
                })
                .Build();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostSettingsException($"The secrets in {path} cannot be read: {failure.Message}", failure);
        }
    }

    private static string ReadFile(string setting, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var buffer = new byte[MaxBytes + 1];
            var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return count <= MaxBytes && Given(Encoding.UTF8.GetString(buffer.AsSpan(0, count)).TrimEnd('\r', '\n')) is { } secret
                ? secret
                : throw new HostSettingsException($"{setting}{FileSuffix} names {path}, which is empty or has more than {MaxBytes} bytes.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new HostSettingsException($"{setting}{FileSuffix} names {path}, which cannot be read: {failure.Message}", failure);
        }
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
