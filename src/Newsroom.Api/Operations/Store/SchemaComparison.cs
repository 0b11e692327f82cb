using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Npgsql;
using Weasel.Core;

namespace Newsroom.Api.Operations.Store;

/// <summary>
/// Compares tables, indexes, functions, triggers and permissions with what this build creates. Replacing the append function or disabling a
/// trigger changes no row. Runs as the owner, who sees the whole catalog.
/// </summary>
public sealed class SchemaComparison(MaintenanceDatabase maintenance, IDocumentStore store, ApplicationGrants grants)
{
    private const string Extras = """
        select 'The trigger ' || tgname || ' on ' || tgrelid::regclass || ' is not enabled.'
        from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace = 'newsroom'::regnamespace and tgenabled <> 'O'
        union all
        select 'The rule ' || rulename || ' on ' || ev_class::regclass || ' is not created by this build.'
        from pg_rewrite r join pg_class c on c.oid = ev_class where c.relnamespace = 'newsroom'::regnamespace
        union all
        select oid::regclass || ' has row security: it hides rows.' from pg_class where relnamespace = 'newsroom'::regnamespace and relrowsecurity
        union all
        select oid::regclass || ' is not a plain table.' from pg_class where relnamespace = 'newsroom'::regnamespace and (relkind in ('v', 'm', 'f', 'p') or relkind = 'r' and relhassubclass)
        union all
        select 'The settings of the role ' || setrole::regrole || ' are ' || array_to_string(setconfig, ', ') || '; this build sets none.'
        from pg_db_role_setting where setrole = to_regrole($1) and setdatabase in (0, (select oid from pg_database where datname = current_database()))
        order by 1
        """;

    private const string Triggers = """
        select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'newsroom'::regnamespace and not t.tgisinternal order by 1
        """;

    /// <summary>Returns what differs.</summary>
    public async Task<IReadOnlyList<IntegrityIssue>> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await maintenance.OpenAsync(cancellationToken);
        return await FindAsync(connection, cancellationToken);
    }

    /// <summary>Returns the triggers that protect the record, and the privileges of the application, that are missing.</summary>
    internal static async Task<IReadOnlyList<string>> FindMissingGuardAsync(
        NpgsqlConnection connection,
        ApplicationGrants grants,
        CancellationToken cancellationToken
    )
    {
        // PostgreSQL qualifies names only where the search path is empty.
        await RowsAsync(connection, "select set_config('search_path', '', false)", cancellationToken);
        var triggers = await RowsAsync(connection, Triggers, cancellationToken);
        return
        [
            .. AppendOnlyGuard.Triggers.Except(triggers).Select(Missing),
            .. await PermissionComparison.FindMissingAsync(connection, grants, cancellationToken),
        ];
    }

    /// <summary>Returns what differs, as a connection of the owner sees it.</summary>
    internal async Task<IReadOnlyList<IntegrityIssue>> FindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var objects = store.Storage.Database.AllObjects().ToArray();
        var migration = await SchemaMigration.DetermineAsync(connection, cancellationToken, schemaObjects: objects);
        var found = migration
            .Deltas.Where(delta => delta.Difference != SchemaPatchDifference.None)
            .Select(delta =>
                $"{delta.SchemaObject.Identifier.QualifiedName} "
                + (delta.Difference == SchemaPatchDifference.Create ? "is missing." : "differs from what this build creates.")
            )
            .ToList();
        // PostgreSQL qualifies names only where the search path is empty.
        await RowsAsync(connection, "select set_config('search_path', '', false)", cancellationToken);
        found.AddRange(await FunctionsAsync(connection, [.. objects.Select(o => o.Identifier.Name)], cancellationToken));
        found.AddRange(await TriggersAsync(connection, cancellationToken));
        found.AddRange(await RowsAsync(connection, Extras, cancellationToken, ApplicationGrants.Role));
        return
        [
            .. found.Select(message => new IntegrityIssue(IntegrityIssueKind.SchemaChanged, message)),
            .. (await PermissionComparison.FindAsync(connection, grants, cancellationToken)).Select(message => new IntegrityIssue(
                IntegrityIssueKind.PermissionChanged,
                message
            )),
        ];
    }

    private static async Task<List<string>> FunctionsAsync(
        NpgsqlConnection connection,
        HashSet<string> known,
        CancellationToken cancellationToken
    )
    {
        const string sql =
            "select proname, prosrc, prosecdef, coalesce(array_to_string(proconfig, ', '), ''), oid::regprocedure::text from pg_proc "
            + "where pronamespace = 'newsroom'::regnamespace order by 5";
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (found, seen) = (new List<string>(), new HashSet<string>());
        while (await rows.ReadAsync(cancellationToken))
        {
            var (name, signature) = (rows.GetString(0), rows.GetString(4));
            var (isDefiner, settings) = name == "keep_source_key" ? (true, "search_path=pg_catalog, pg_temp") : (false, "");
            if (!seen.Add(name) || (!known.Contains(name) && !AppendOnlyGuard.Functions.ContainsKey(name)))
            {
                found.Add($"The function {signature} is not created by this build.");
            }
            else if (
                rows.GetBoolean(2) != isDefiner
                || rows.GetString(3) != settings
                || (
                    AppendOnlyGuard.Functions.TryGetValue(name, out var body)
                    && rows.GetString(1).ReplaceLineEndings("\n") != body.ReplaceLineEndings("\n")
                )
            )
            {
                found.Add($"The function {signature} differs from what this build creates.");
            }
        }

        found.AddRange(AppendOnlyGuard.Functions.Keys.Except(seen).Select(name => $"The function newsroom.{name} is missing."));
        return found;
    }

    private static async Task<IEnumerable<string>> TriggersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var there = await RowsAsync(connection, Triggers, cancellationToken);
        return
        [
            .. AppendOnlyGuard.Triggers.Except(there).Select(Missing),
            .. there.Except(AppendOnlyGuard.Triggers).Select(t => $"This trigger is not created by this build: {t}."),
        ];
    }

    private static string Missing(string trigger) => $"This trigger is missing: {trigger}.";

    private static async Task<List<string>> RowsAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params string[] parameters
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p }).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            read.Add(rows.GetString(0));
        }

        return read;
    }
}
