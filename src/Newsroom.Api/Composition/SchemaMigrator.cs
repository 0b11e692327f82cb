using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Npgsql;

namespace Newsroom.Api.Composition;

/// <summary>Migrates the schema as the database's owner. The application connects afterwards, in its restricted role.</summary>
/// <param name="database">The database.</param>
/// <param name="environment">The host's environment.</param>
/// <param name="host">What the host needs the database to be.</param>
/// <param name="projections">The registered projections, with their tables and functions.</param>
/// <param name="given">The kind of a database of an earlier build that does not show its own.</param>
internal sealed class SchemaMigrator(
    Database database,
    IHostEnvironment environment,
    HostIdentity host,
    IReadOnlyCollection<ProjectionRegistration> projections,
    DatabaseKind? given = null
)
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

    /// <summary>
    /// Migrates the database to the schema of this build, unless this build has done so before, and grants the application its privileges.
    /// </summary>
    /// <exception cref="SettingsException">
    /// The database cannot be opened, or belongs to another host, or its owner lacks a privilege; the message names what is missing.
    /// </exception>
    /// <param name="report">Called with the changes before they are made; null where nobody asks for them.</param>
    public async Task RunAsync(Action<IReadOnlyList<SchemaChange>>? report = null)
    {
        await using var owner = NpgsqlDataSource.Create(database.Maintenance);
        await using var connection = await OwnerConnection.OpenAsync(owner);
        await LockAsync(connection);
        await RefuseOtherAsync(connection);
        var isCurrent = await SchemaVersion.IsCurrentAsync(owner);
        if (!isCurrent)
        {
            await SchemaVersion.ClearAsync(owner);
            await using var schema = StoreSchema.Of(database, environment, projections);
            report?.Invoke(await schema.CompareAsync(CancellationToken.None));
            await schema.ApplyAsync();
        }
        else
        {
            report?.Invoke([]);
        }

        await TransientRetry.RunAsync(() => GrantAsync(owner, connection), TimeProvider.System, CancellationToken.None);
        await IdentityTables.RecordAsync(connection, host, CancellationToken.None);
        if (!isCurrent)
        {
            await owner.CreateCommand(AppendOnlyGuard.AddEarlierSignings).ExecuteNonQueryAsync();
            await SchemaVersion.SetAsync(owner);
        }
    }

    /// <summary>
    /// Returns what the database lacks of the schema and the grants of this build, unless this build has migrated it. Records the host's
    /// keys where nothing is missing.
    /// </summary>
    /// <exception cref="SettingsException">The database cannot be opened, or belongs to another host.</exception>
    public async Task<IReadOnlyList<string>> AdmitAsync()
    {
        await using var owner = NpgsqlDataSource.Create(database.Maintenance);
        await using var connection = await OwnerConnection.OpenAsync(owner);
        await LockAsync(connection);
        await RefuseOtherAsync(connection);
        var missing = await SchemaVersion.IsCurrentAsync(owner) ? [] : await CompareAsync(connection);
        if (missing.Count == 0)
        {
            await IdentityTables.RecordAsync(connection, host, CancellationToken.None);
        }

        return missing;
    }

    /// <summary>Returns what the database lacks of the schema and the grants of this build.</summary>
    /// <exception cref="SettingsException">The database cannot be opened, or belongs to another host.</exception>
    public async Task<IReadOnlyList<string>> FindMissingAsync()
    {
        await using var owner = NpgsqlDataSource.Create(database.Maintenance);
        await using var connection = await OwnerConnection.OpenAsync(owner);
        await LockAsync(connection);
        await RefuseOtherAsync(connection);
        return await CompareAsync(connection);
    }

    private ApplicationGrants Grants => new(projections.SelectMany(projection => projection.SchemaObjects));

    private async Task<IReadOnlyList<string>> CompareAsync(NpgsqlConnection connection)
    {
        await using var schema = StoreSchema.Of(database, environment, projections);
        var needed = (await schema.CompareAsync(CancellationToken.None)).Where(change => change.IsNeeded).ToList();
        if (needed.Count > 0)
        {
            return [.. needed.Select(change => change.ToString())];
        }

        return await SchemaComparison.FindMissingGuardAsync(connection, Grants, CancellationToken.None);
    }

    // The triggers lock tables that another node works with, which can end in a deadlock. All statements can be repeated.
    private async Task<bool> GrantAsync(NpgsqlDataSource owner, NpgsqlConnection connection)
    {
        try
        {
            await owner.CreateCommand(Role).ExecuteNonQueryAsync();
            await owner.CreateCommand($"grant {ApplicationGrants.Role} to current_user").ExecuteNonQueryAsync();
            await owner.CreateCommand(SeesTransactions).ExecuteNonQueryAsync();
            await owner.CreateCommand(AppendOnlyGuard.CreateFunctions).ExecuteNonQueryAsync();
            await owner
                .CreateCommand(AppendOnlyGuard.Guard(Grants, await CatalogEntry.ReadAllAsync(connection, CancellationToken.None)))
                .ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SettingsException(
                $"The database's owner cannot grant privileges to the application ({refused.MessageText}). As a superuser, run "
                    + "`create role "
                    + $"{ApplicationGrants.Role}; grant {ApplicationGrants.Role} to <the login>`."
            );
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
    private async Task RefuseOtherAsync(NpgsqlConnection connection)
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
}
