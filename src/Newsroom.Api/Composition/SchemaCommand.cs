using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Local;

namespace Newsroom.Api.Composition;

/// <summary>
/// The program's commands for the schema of its database, which end instead of serving requests: <c>db-apply</c>, <c>db-assert</c> and
/// <c>db-patch</c>. They need the connection strings, the environment and the ledger's key of the host.
/// </summary>
internal sealed class SchemaCommand
{
    private const string Prefix = "db-";

    private static readonly Dictionary<string, Func<SchemaCommand, Task<int>>> Known = new()
    {
        ["db-apply"] = command => command.ApplyAsync(),
        ["db-assert"] = command => command.AssertAsync(),
        ["db-patch"] = command => command.PatchAsync(),
    };

    private readonly Database database;
    private readonly WebApplicationBuilder builder;
    private readonly HostIdentity host;

    private SchemaCommand(Database database, WebApplicationBuilder builder, HostIdentity host) =>
        (this.database, this.builder, this.host) = (database, builder, host);

    /// <summary>Runs the command that the arguments name, and returns its exit code; null where they name none.</summary>
    /// <exception cref="SettingsException">There is no such command, or a setting is missing.</exception>
    public static async Task<int?> RunAsync(string[] arguments, WebApplicationBuilder builder, DataDirectory data)
    {
        if (!IsNamedBy(arguments))
        {
            return null;
        }

        var name = arguments[0];
        if (!Known.TryGetValue(name, out var run))
        {
            throw new SettingsException($"There is no command {name}. There are {string.Join(", ", Known.Keys)}.");
        }

        await using var database = await Database.OpenAsync(builder, data);
        var keys = LedgerKeys.Find(builder.Configuration, builder.Environment, data);
        return await run(new SchemaCommand(database, builder, new HostIdentity(DatabaseKinds.Of(builder.Environment), keys)));
    }

    /// <summary>Returns whether the arguments name a command.</summary>
    public static bool IsNamedBy(string[] arguments) =>
        arguments is [var name, ..] && name.StartsWith(Prefix, StringComparison.Ordinal);

    private SchemaMigrator Migrator =>
        new(database, builder.Environment, host, [.. Modules.Projections], DatabaseKinds.Given(builder.Configuration));

    private async Task<int> ApplyAsync()
    {
        await Migrator.RunAsync(Report);
        System.Console.WriteLine("The schema and the grants of the application are those of this build.");
        return 0;
    }

    private async Task<int> AssertAsync()
    {
        var missing = await Migrator.FindMissingAsync();
        foreach (var item in missing)
        {
            System.Console.WriteLine($"missing: {item}");
        }

        if (missing.Count == 0)
        {
            System.Console.WriteLine("The database has what this build needs.");
        }

        return missing.Count == 0 ? 0 : 1;
    }

    private async Task<int> PatchAsync()
    {
        await using var schema = StoreSchema.Of(database, builder.Environment, Modules.Projections);
        foreach (var change in await schema.CompareAsync(CancellationToken.None))
        {
            System.Console.WriteLine(change.Sql);
        }

        return 0;
    }

    private static void Report(IReadOnlyList<SchemaChange> changes)
    {
        foreach (var change in changes)
        {
            System.Console.WriteLine(change);
        }
    }
}
