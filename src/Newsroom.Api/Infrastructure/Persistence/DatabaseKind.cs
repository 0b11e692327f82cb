namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>States which environment created a database.</summary>
public enum DatabaseKind
{
    /// <summary>A host in Development, which issues tokens and generates keys itself.</summary>
    Development,

    /// <summary>A host in any other environment.</summary>
    Production,
}

/// <summary>Maps environments and settings to kinds of databases.</summary>
internal static class DatabaseKinds
{
    private const string Setting = "Database:CreatedAs";

    /// <summary>Returns the kind that a host in an environment works on.</summary>
    public static DatabaseKind Of(IHostEnvironment environment) =>
        environment.IsDevelopment() ? DatabaseKind.Development : DatabaseKind.Production;

    /// <summary>
    /// Returns the kind that <c>Database:CreatedAs</c> gives for a database of an earlier build that does not show its own.
    /// </summary>
    /// <exception cref="SettingsException">The setting is neither development nor production.</exception>
    public static DatabaseKind? Given(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } given)
        {
            return null;
        }

        return Find(given) ?? throw new SettingsException($"{Setting} is “{given}”; it may be development or production.");
    }

    /// <summary>Returns the kind with a name as the database stores it; null for another name.</summary>
    public static DatabaseKind? Find(string name) =>
        name switch
        {
            "development" => DatabaseKind.Development,
            "production" => DatabaseKind.Production,
            _ => null,
        };

    /// <summary>Returns the name of a kind as the database stores it.</summary>
    public static string ToKebabCase(this DatabaseKind kind) => kind == DatabaseKind.Development ? "development" : "production";
}
