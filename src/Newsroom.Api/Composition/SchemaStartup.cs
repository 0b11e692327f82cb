using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Ledger;

namespace Newsroom.Api.Composition;

/// <summary>
/// What a host that starts does with the schema. In Development it migrates the database. Elsewhere it requires that
/// <see cref="SchemaCommand"/> has done so.
/// </summary>
internal static class SchemaStartup
{
    /// <summary>The setting: whether a host that starts migrates its database.</summary>
    public const string ApplySetting = "Database:ApplyAtStart";

    private const int Shown = 5;

    /// <summary>Migrates the database, or compares it.</summary>
    /// <exception cref="SettingsException">The database belongs to another host, or lacks what this build needs.</exception>
    public static async Task RunAsync(Database database, WebApplication app, HostIdentity host)
    {
        var projections = app.Services.GetServices<ProjectionRegistration>().ToList();
        var given = DatabaseKinds.Given(app.Configuration);
        var migrator = new SchemaMigrator(database, app.Environment, host, projections, given);
        if (Applies(app.Configuration, app.Environment))
        {
            await migrator.RunAsync();
            return;
        }

        var missing = await migrator.AdmitAsync();
        if (missing.Count > 0)
        {
            throw new SettingsException(Refusal(missing));
        }
    }

    /// <summary>Returns the message for a database that lacks something.</summary>
    internal static string Refusal(IReadOnlyList<string> missing)
    {
        var more = missing.Count > Shown ? $" and {missing.Count - Shown} more" : "";
        return $"The database lacks what this build needs: {string.Join(", ", missing.Take(Shown))}{more}. Run "
            + "`dotnet Newsroom.Api.dll db-apply` once with the settings of this host, then start it. A host that starts with "
            + $"{ApplySetting}=true does it itself.";
    }

    private static bool Applies(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[ApplySetting] is not { Length: > 0 } given)
        {
            return environment.IsDevelopment();
        }

        return bool.TryParse(given, out var applies)
            ? applies
            : throw new SettingsException($"{ApplySetting} is “{given}”; it may be true or false.");
    }
}
