using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Ledger;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Ledger;

/// <summary>
/// Stores the identity of a database: its kind and its ledger's name, in one row, and its ledger's keys. Rows are never changed.
/// </summary>
internal static class IdentityTables
{
    /// <summary>The table of the database's kind and ledger; it has one row.</summary>
    public const string Identity = "newsroom.database_identity";

    /// <summary>The table of its ledger's public keys; a key with both states is retired.</summary>
    public const string Keys = "newsroom.database_keys";

    private const string IsSigning = "signing";
    private const string IsRetired = "retired";

    /// <summary>All tables.</summary>
    public static IEnumerable<Table> All
    {
        get
        {
            var identity = new Table(Identity);
            identity.AddColumn<bool>("single").AsPrimaryKey();
            identity.AddColumn("kind", "text").NotNull();
            identity.AddColumn("origin", "text").NotNull();
            yield return identity;

            var keys = new Table(Keys);
            keys.AddColumn("key", "text").AsPrimaryKey();
            keys.AddColumn("state", "text").AsPrimaryKey();
            yield return keys;
        }
    }

    /// <summary>Reads the identity of a database; null where none is stored.</summary>
    /// <exception cref="FormatException">The stored identity is damaged.</exception>
    public static async Task<DatabaseIdentity?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, Identity, cancellationToken))
        {
            return null;
        }

        var said = await PairsAsync(
            connection,
            $"select case when single then kind else kind || ' beside it' end, origin from {Identity}",
            cancellationToken
        );
        if (said.Count == 0)
        {
            return null;
        }

        if (said is not [var (name, origin)] || DatabaseKinds.Find(name) is not { } kind)
        {
            throw new FormatException(
                $"{Identity} says {string.Join(" and ", said.Select(s => $"({s.First}, {s.Second})"))}; one row of kind development or "
                    + "production is expected."
            );
        }

        var keys = (await PairsAsync(connection, $"select key, state from {Keys}", cancellationToken)).ToLookup(
            pair => pair.Second,
            pair => NoteKey.Parse(pair.First)
        );
        var retired = keys[IsRetired].ToImmutableHashSet();
        return new DatabaseIdentity(kind, origin, [.. keys[IsSigning].Where(key => !retired.Contains(key))], retired);
    }

    /// <summary>Stores the identity of a database and the keys of its ledger where they are missing.</summary>
    public static async Task RecordAsync(NpgsqlConnection connection, HostIdentity host, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            new($"insert into {Identity} (single, kind, origin) values (true, $1, $2) on conflict do nothing")
            {
                Parameters =
                {
                    new() { Value = host.Kind.ToKebabCase() },
                    new() { Value = host.Keys.Origin },
                },
            }
        );
        var signing = host.Keys.Signing.ToList();
        foreach (var key in host.Keys.All)
        {
            batch.BatchCommands.Add(
                new($"insert into {Keys} (key, state) values ($1, $2) on conflict do nothing")
                {
                    Parameters =
                    {
                        new() { Value = $"{key}" },
                        new() { Value = signing.Contains(key) ? IsSigning : IsRetired },
                    },
                }
            );
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Returns whether a table exists.</summary>
    public static async Task<bool> ExistsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection)
        {
            Parameters = { new() { Value = table } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<List<(string First, string Second)>> PairsAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var pairs = new List<(string, string)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            pairs.Add((rows.GetString(0), rows.GetString(1)));
        }

        return pairs;
    }
}
