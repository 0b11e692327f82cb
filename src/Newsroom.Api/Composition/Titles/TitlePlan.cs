using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Console.Hosting;
using Newsroom.Local;
using Npgsql;

namespace Newsroom.Api.Composition.Titles;

/// <summary>A title that can be started: its settings, and what no other title may have.</summary>
/// <param name="File">Its file.</param>
/// <param name="Settings">All settings of its host, with secrets.</param>
/// <param name="Claim">The claim that its tokens must have; null where the issuer is of this title alone.</param>
/// <param name="Resources">What only one title can have.</param>
/// <param name="Server">The database server; null for the one that Development starts.</param>
internal sealed record TitlePlan(
    TitleFile File,
    IReadOnlyDictionary<string, string?> Settings,
    RequiredClaim? Claim,
    ImmutableArray<TitleResource> Resources,
    string? Server
)
{
    /// <summary>The setting of the connection string.</summary>
    public const string ConnectionSetting = "ConnectionStrings:Newsroom";

    /// <summary>Makes the plan of a file.</summary>
    /// <exception cref="SettingsException">A setting is missing or malformed.</exception>
    /// <exception cref="HostSettingsException">A secret cannot be read.</exception>
    public static TitlePlan Of(IConfiguration installation, IHostEnvironment environment, TitleFile file, TitleSettings titles)
    {
        var settings = TitleConfiguration.Of(installation, file, titles);
        SecretSettings.ReadFiles(settings);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var data = DataDirectory.Find(settings[DataDirectory.Setting]);
        var keys = LedgerKeys.Find(configuration, environment, data);
        var database = DatabaseOf(settings.GetValueOrDefault(ConnectionSetting), environment);
        var issuer = IssuerSettings.Of(configuration, environment);
        var isShared = issuer.Authority is not null && IsOfInstallation(issuer, installation);
        return new TitlePlan(
            file,
            settings,
            isShared ? new RequiredClaim(titles.Claim, file.Name) : null,
            [
                .. file.Hosts.Select(host => new TitleResource("host name", host)),
                .. Resource("database", database is { } named ? $"{named.Server}/{named.Name}" : null),
                .. keys.All.Select(key => new TitleResource("ledger key", key.Id)),
                .. isShared ? [] : Resource("issuer with that audience", issuer.Authority is { } own ? $"{own} ({issuer.Audience})" : null),
                .. Resource("bucket", settings.GetValueOrDefault("Evidence:S3:Bucket")),
            ],
            database?.Server
        );
    }

    private static IEnumerable<TitleResource> Resource(string kind, string? name) =>
        name is null ? [] : [new TitleResource(kind, name)];

    /// <summary>Creates a builder with the settings of the title, and no others.</summary>
    /// <param name="environment">The environment of the installation.</param>
    public WebApplicationBuilder CreateBuilder(IHostEnvironment environment)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = environment.ApplicationName,
                ContentRootPath = environment.ContentRootPath,
                EnvironmentName = environment.EnvironmentName,
            }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Settings);
        return builder;
    }

    private static bool IsOfInstallation(IssuerSettings issuer, IConfiguration installation) =>
        issuer.Authority == installation[IssuerSettings.AuthoritySetting]
        && issuer.Audience == installation[IssuerSettings.AudienceSetting];

    private static (string Server, string Name)? DatabaseOf(string? connectionString, IHostEnvironment environment)
    {
        if (connectionString is null)
        {
            return environment.IsDevelopment()
                ? null
                : throw new SettingsException("The title has no database. Give connectionStringFile, a file with its connection string.");
        }

        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connectionString);
            return ($"{parsed.Host?.ToLowerInvariant()}:{parsed.Port}", parsed.Database ?? parsed.Username ?? "");
        }
        catch (ArgumentException)
        {
            // Its message may have a part of the password.
            throw new SettingsException("The connection string of the title cannot be read.");
        }
    }
}

/// <summary>What only one title can have.</summary>
/// <param name="Kind">What it is, as an error names it.</param>
/// <param name="Name">Which one.</param>
internal sealed record TitleResource(string Kind, string Name);
