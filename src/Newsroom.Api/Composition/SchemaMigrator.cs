using JasperFx;
using JasperFx.Resources;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>Migrates the schema as the database's owner. The application connects afterwards, in its restricted role.</summary>
internal static class SchemaMigrator
{
    private const string Role = $$"""
        do $$
        begin
            if not exists (select from pg_roles where rolname = '{{ApplicationGrants.Role}}') then
                create role {{ApplicationGrants.Role}} nologin;
            end if;
        exception when duplicate_object or unique_violation then
            -- Another host that starts at the same time was first.
        end
        $$;
        """;

    // Marten's daemon skips a sequence gap after three seconds, unless it sees the transaction that may own it. PostgreSQL hides the
    // transactions of other logins from the application's role. A superuser has to grant this if the owner may not.
    private const string SeesTransactions = $$"""
        do $$
        begin
            if not pg_has_role('{{ApplicationGrants.Role}}', 'pg_read_all_stats', 'member') then
                grant pg_read_all_stats to {{ApplicationGrants.Role}};
            end if;
        exception
            when unique_violation then
                -- Another host that starts at the same time was first.
            when insufficient_privilege then
                raise warning 'As a superuser, grant pg_read_all_stats to {{ApplicationGrants.Role}}.';
        end
        $$;
        """;

    /// <summary>Migrates the schema unless this build has done so, and grants the application's privileges.</summary>
    /// <exception cref="SettingsException">
    /// The host does not fit the database, or the owner lacks a privilege; the message says which.
    /// </exception>
    /// <param name="database">The database.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="host">The identity that the database must have.</param>
    /// <param name="given">The configured kind of a database of an earlier build, where it cannot be derived.</param>
    public static async Task RunAsync(Database database, IHostEnvironment environment, HostIdentity host, DatabaseKind? given = null)
    {
        await using var owner = NpgsqlDataSource.Create(database.Maintenance);
        await using var connection = await owner.OpenConnectionAsync();
        await LockAsync(connection);
        await AdmitAsync(connection, host, given);
        var isCurrent = await SchemaVersion.IsOnAsync(owner);
        if (!isCurrent)
        {
            await SchemaVersion.TakeOffAsync(owner);
            await SetUpAsync(database, environment);
        }

        try
        {
            await owner.CreateCommand(Role).ExecuteNonQueryAsync();
            await owner.CreateCommand($"grant {ApplicationGrants.Role} to current_user").ExecuteNonQueryAsync();
            await owner.CreateCommand(SeesTransactions).ExecuteNonQueryAsync();
            await owner.CreateCommand(AppendOnlyGuard.MakeFunctions).ExecuteNonQueryAsync();
            await owner
                .CreateCommand(
                    AppendOnlyGuard.Guard(ApplicationGrants.Role, await CatalogEntry.AllAsync(connection, CancellationToken.None))
                )
                .ExecuteNonQueryAsync();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SettingsException(
                $"The database's owner cannot grant privileges to the application ({refused.MessageText}). As a superuser, run "
                    + "`create role "
                    + $"{ApplicationGrants.Role}; grant {ApplicationGrants.Role} to <the login>`."
            );
        }

        await IdentityTables.RecordAsync(connection, host, CancellationToken.None);
        if (!isCurrent)
        {
            await owner.CreateCommand(AppendOnlyGuard.AddEarlierSignings).ExecuteNonQueryAsync();
            await SchemaVersion.PutOnAsync(owner);
        }
    }

    // If two hosts start on a new database at the same time, the second reads the record of the first. The lock ends with the connection.
    private static async Task LockAsync(NpgsqlConnection connection)
    {
        await using var wait = new NpgsqlCommand($"select pg_advisory_lock(hashtextextended('{IdentityTables.Identity}', 0))", connection)
        {
            CommandTimeout = 0,
        };
        await wait.ExecuteNonQueryAsync();
    }

    /// <summary>Refuses a host that does not fit the database, before anything is changed.</summary>
    private static async Task AdmitAsync(NpgsqlConnection connection, HostIdentity host, DatabaseKind? given)
    {
        try
        {
            var identity =
                await IdentityTables.ReadAsync(connection, CancellationToken.None)
                ?? await EarlierDatabase.DeriveAsync(connection, given, CancellationToken.None);
            if (host.Reject(identity) is { } reason)
            {
                throw new SettingsException(reason);
            }
        }
        catch (FormatException problem)
        {
            throw new SettingsException(
                $"The identity of this database cannot be read: {problem.Message} Restore it from a backup that verifies."
            );
        }
    }

    private static async Task SetUpAsync(Database database, IHostEnvironment environment)
    {
        await using var services = new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddConsole())
            .AddSingleton(environment)
            .AddNewsroomStore(database.Maintenance)
            .AddWolverine(options => options.Discovery.DisableConventionalDiscovery())
            .BuildServiceProvider();
        using var host = new NotStarted(services);
        await host.SetupResources();
    }

    // Resource discovery needs a host. A built host would be taken for the application by tools that wait for a program's host.
    private sealed class NotStarted(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StopAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose() { }
    }
}
