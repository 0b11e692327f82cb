using JasperFx;
using JasperFx.Resources;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>
/// Makes the tables, as the database's owner, before the application comes in a role that may add to the record and never change it.
/// </summary>
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

    // Marten's daemon passes over a sequence number that has had no event for three seconds, unless it sees the transaction that took the
    // number.
    // PostgreSQL shows the application's role no transaction of the login, which the host's own connections have. Where the owner may not
    // grant this,
    // a superuser has to.
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

    /// <summary>
    /// Brings the database up to this program, unless this program has done so before, and says what the application may do in it.
    /// </summary>
    /// <exception cref="SettingsException">The host and the database do not belong together, or the owner may not do that; the message
    /// says what is missing.</exception>
    /// <param name="database">The database.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="host">What the host needs the database to be.</param>
    /// <param name="given">The kind of a database of an earlier build that does not show its own.</param>
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
                $"The database's owner may not say what the application may do ({refused.MessageText}): as a superuser, `create role "
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

    // Of two hosts that start on a new database at the same time, the second finds what the first recorded. The lock ends with the
    // connection.
    private static async Task LockAsync(NpgsqlConnection connection)
    {
        await using var wait = new NpgsqlCommand($"select pg_advisory_lock(hashtextextended('{IdentityTables.Identity}', 0))", connection)
        {
            CommandTimeout = 0,
        };
        await wait.ExecuteNonQueryAsync();
    }

    /// <summary>Refuses a host that the database is not for, before anything in it is changed.</summary>
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
            throw new SettingsException($"What this database is cannot be read: {problem.Message} Restore it from a backup that verifies.");
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

    // What finds the resources asks for a host. One that is built would be taken for the application by whatever waits for a program's
    // host.
    private sealed class NotStarted(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StopAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose() { }
    }
}
