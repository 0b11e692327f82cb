using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>Compares the privileges of the application's role, and of others, with <see cref="ApplicationGrants"/>.</summary>
internal static class PermissionComparison
{
    // Privileges by grantee: of the application and of PUBLIC all, of others than the owner those that write.
    private const string Held = """
        select coalesce(r.rolname, 'PUBLIC'), o.kind, o.name, lower(o.privilege) || coalesce(' (' || o.columns || ')', '')
        from (
            select case c.relkind when 'S' then 'sequence' else 'table' end as kind, c.relname as name, a.grantee, a.privilege_type as privilege, null as columns, c.relowner as owner
            from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'newsroom'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
            union all
            select 'table', c.relname, a.grantee, a.privilege_type, string_agg(t.attname, ', ' order by t.attname), c.relowner
            from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a where c.relnamespace = 'newsroom'::regnamespace group by c.relname, a.grantee, a.privilege_type, c.relowner
            union all
            select 'function', p.proname, a.grantee, a.privilege_type, null, p.proowner
            from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where p.pronamespace = 'newsroom'::regnamespace
            union all
            select 'schema', n.nspname, a.grantee, a.privilege_type, null, n.nspowner from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'newsroom') o
        left join pg_roles r on r.oid = o.grantee
        where o.grantee <> o.owner and (o.grantee = 0 or r.rolname = $1 or o.privilege in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'CREATE'))
        """;

    private const string Owned =
        "select 'table', oid::regclass::text from pg_class where relnamespace = 'newsroom'::regnamespace and relowner = to_regrole($1)";

    /// <summary>Returns the differences, one sentence each.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(
        NpgsqlConnection connection,
        ApplicationGrants grants,
        CancellationToken cancellationToken
    )
    {
        var wanted = await WantedAsync(connection, grants, cancellationToken);
        var held = await ReadAsync(connection, cancellationToken);
        return
        [
            .. held.Except(wanted)
                .Select(p => $"{p.Grantee} has {p.Privilege} on the {p.Kind} {p.Name}, which this build does not grant.")
                .Order(StringComparer.Ordinal),
            .. Missing(wanted, held),
            .. await OwnedByApplicationAsync(connection, cancellationToken),
        ];
    }

    /// <summary>Returns the privileges that the application lacks, one sentence each.</summary>
    public static async Task<IReadOnlyList<string>> FindMissingAsync(
        NpgsqlConnection connection,
        ApplicationGrants grants,
        CancellationToken cancellationToken
    ) => [.. Missing(await WantedAsync(connection, grants, cancellationToken), await ReadAsync(connection, cancellationToken))];

    private static IEnumerable<string> Missing(HashSet<Permission> wanted, HashSet<Permission> held) =>
        wanted
            .Except(held)
            .Select(p => $"{p.Grantee} lacks {p.Privilege} on the {p.Kind} {p.Name}, which this build grants.")
            .Order(StringComparer.Ordinal);

    private static async Task<HashSet<Permission>> WantedAsync(
        NpgsqlConnection connection,
        ApplicationGrants grants,
        CancellationToken cancellationToken
    )
    {
        var entries = await CatalogEntry.ReadAllAsync(connection, cancellationToken);
        return entries
            .SelectMany(e => Split(grants.On(e)).Select(p => new Permission(ApplicationGrants.Role, e.Kind, e.Name, p)))
            .Append(new(ApplicationGrants.Role, "schema", "newsroom", "usage"))
            .ToHashSet();
    }

    /// <summary>Splits a list of privileges as GRANT takes them; columns are sorted.</summary>
    private static IEnumerable<string> Split(string privileges)
    {
        var rest = privileges;
        while (rest.Length > 0)
        {
            var (comma, open) = (rest.IndexOf(", ", StringComparison.Ordinal), rest.IndexOf(" (", StringComparison.Ordinal));
            if (open >= 0 && (comma < 0 || open < comma))
            {
                var close = rest.IndexOf(')', StringComparison.Ordinal);
                yield return $"{rest[..open]} ({string.Join(", ", rest[(open + 2)..close].Split(", ").Order(StringComparer.Ordinal))})";
                rest = rest[(close + 1)..].TrimStart(',', ' ');
                continue;
            }

            yield return comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? "" : rest[(comma + 2)..];
        }
    }

    private static async Task<HashSet<Permission>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Held, connection) { Parameters = { new() { Value = ApplicationGrants.Role } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var held = new HashSet<Permission>();
        while (await rows.ReadAsync(cancellationToken))
        {
            held.Add(new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)));
        }

        return held;
    }

    private static async Task<List<string>> OwnedByApplicationAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Owned, connection) { Parameters = { new() { Value = ApplicationGrants.Role } } };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var owned = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            owned.Add(
                $"The {rows.GetString(0)} {rows.GetString(1)} belongs to {ApplicationGrants.Role}, which can then do anything with it."
            );
        }

        return owned;
    }

    private sealed record Permission(string Grantee, string Kind, string Name, string Privilege);
}
