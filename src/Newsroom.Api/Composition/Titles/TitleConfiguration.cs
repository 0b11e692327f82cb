using Newsroom.Api.Distribution.Broker;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Console.Configuration;
using Newsroom.Console.Hosting;
using Newsroom.Local;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// Makes the settings of a title: those of its file, and those of the installation that titles can share. What holds data, or a key, is
/// never shared.
/// </summary>
internal static class TitleConfiguration
{
    private const string Console = "Console:Sessions";
    private const string Evidence = "Evidence:Directory";
    private const string Bucket = "Evidence:S3:Bucket";
    private const string Subscribers = "Subscribers:KeyDirectory";
    private const string FileSuffix = "_FILE";

    /// <summary>Settings, with all below them, that belong to the process: a title can neither inherit nor change them.</summary>
    private static readonly string[] OfProcess =
    [
        TitleSettings.DirectorySetting.Split(':')[0],
        "Kestrel",
        "urls",
        "http_ports",
        "https_ports",
        "ForwardedHeaders",
        "ForwardedHeaders_Enabled",
        "Metrics",
        GracefulShutdown.DrainSetting,
        DataDirectory.Setting,
        "NEWSROOM_SECRETS",
        "NEWSROOM_PUBLIC_ADDRESS",
        ConnectionBudget.NodesSetting,
        ConnectionBudget.TitlesSetting,
        "environment",
        "contentRoot",
        "applicationName",
    ];

    /// <summary>Settings, with all below them, that a title has as members of its file.</summary>
    private static readonly string[] OfMembers =
    [
        "ConnectionStrings",
        "Ledger:Key",
        "Ledger:KeyFile",
        "Site:Name",
        "Site:Url",
        "Development:Welcome",
        IssuerSettings.AuthoritySetting,
        IssuerSettings.AudienceSetting,
    ];

    /// <summary>Settings that a title does not inherit, because they name what only one newsroom can use.</summary>
    private static readonly string[] OfOne =
    [
        "ConnectionStrings",
        "Ledger:Key",
        "Ledger:KeyFile",
        "Site:Url",
        "Database:CreatedAs",
        "Development:Welcome",
        ConsoleSettings.Api,
        Console,
        Evidence,
        Bucket,
        Subscribers,
        BrokerSettings.ExchangeSetting,
    ];

    /// <summary>Returns the settings of a title.</summary>
    /// <exception cref="SettingsException">A setting of the file is one of the process, or has a member of its own.</exception>
    public static Dictionary<string, string?> Of(IConfiguration installation, TitleFile file, TitleSettings titles)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in installation.AsEnumerable().Where(setting => setting.Value is not null && IsShared(setting.Key)))
        {
            settings[name] = value;
        }

        Derive(settings, installation, file, titles);
        foreach (var (given, value) in file.Settings)
        {
            var name = given.Replace("__", ":", StringComparison.Ordinal);
            Require(name);
            settings[name] = value;
            if (name.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase))
            {
                settings.Remove(name[..^FileSuffix.Length]);
            }
        }

        return installation[Bucket] is { Length: > 0 } shared && (settings.GetValueOrDefault(Bucket) ?? shared) == shared
            ? throw new SettingsException(
                "The installation stores evidence files in a bucket. Give the title a bucket for itself: "
                    + $"settings {{ \"{Bucket}\": \"…\" }}."
            )
            : settings;
    }

    private static void Derive(Dictionary<string, string?> settings, IConfiguration installation, TitleFile file, TitleSettings titles)
    {
        settings[DataDirectory.Setting] = DataDirectory.Find(installation[DataDirectory.Setting]).OfTitle(file.Name).Path;
        foreach (var directory in new[] { Console, Evidence, Subscribers })
        {
            if (installation[directory] is { Length: > 0 } shared)
            {
                settings[directory] = Path.Combine(Path.GetFullPath(shared), "titles", file.Name);
            }
        }

        var exchange = installation[BrokerSettings.ExchangeSetting] is { Length: > 0 } given ? given : BrokerSettings.DefaultExchange;
        settings[BrokerSettings.ExchangeSetting] = $"{exchange}.{file.Name}";
        settings[ConnectionBudget.NodesSetting] = installation[ConnectionBudget.NodesSetting];
        settings[ConnectionBudget.TitlesSetting] = $"{titles.PerServer}";
        // The front drains for all titles; one that is stopped alone has no other host to hand over to.
        settings[GracefulShutdown.DrainSetting] = "00:00:00";
        settings["Development:Welcome"] = file.Samples ? "true" : "false";
        Set("ConnectionStrings:Newsroom", file.ConnectionString);
        Set("ConnectionStrings:Newsroom_FILE", file.ConnectionStringFile);
        Set("ConnectionStrings:Maintenance_FILE", file.MaintenanceFile);
        Set("Ledger:KeyFile", file.LedgerKeyFile);
        Set("Site:Url", file.Address);
        Set("Site:Name", file.Publisher);
        Set(IssuerSettings.AuthoritySetting, file.Authentication?.Authority);
        Set(IssuerSettings.AudienceSetting, file.Authentication?.Audience);

        void Set(string setting, string? value)
        {
            if (value is not null)
            {
                settings[setting] = value;
            }
        }
    }

    private static void Require(string name)
    {
        if (Has(OfProcess, name) || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingsException($"The setting {name} is one of the installation: a title cannot change it.");
        }

        if (Has(OfMembers, WithoutSuffix(name)))
        {
            throw new SettingsException($"The setting {name} is a member of the file, and not one of its settings.");
        }
    }

    // Secrets that a file holds were read already.
    private static bool IsShared(string name) =>
        !Has(OfProcess, name)
        && !Has(OfOne, name)
        && !name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase);

    private static string WithoutSuffix(string name) =>
        name.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase) ? name[..^FileSuffix.Length] : name;

    private static bool Has(string[] settings, string name) =>
        settings.Any(setting =>
            name.Equals(setting, StringComparison.OrdinalIgnoreCase) || name.StartsWith($"{setting}:", StringComparison.OrdinalIgnoreCase)
        );
}
