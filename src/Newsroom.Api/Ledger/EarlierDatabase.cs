using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Ledger;
using Newsroom.Local;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>
/// Derives the kind of a database that an earlier build created without recording it: from its first checkpoint, or else from the
/// issuers of its events.
/// </summary>
internal static class EarlierDatabase
{
    private const string Unclear =
        "Set Database:CreatedAs to production or to development for one start, to say where it was created; it is recorded then.";

    /// <summary>Derives the identity; null for a database without events and checkpoints.</summary>
    /// <param name="connection">The database, as its owner.</param>
    /// <param name="given">The configured kind, used where the database does not show one.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="SettingsException">The database does not show its kind, and none is configured.</exception>
    public static async Task<DatabaseIdentity?> DeriveAsync(
        NpgsqlConnection connection,
        DatabaseKind? given,
        CancellationToken cancellationToken
    )
    {
        if (
            await IdentityTables.ExistsAsync(connection, LedgerTables.Checkpoints, cancellationToken)
            && await OriginsAsync(connection, cancellationToken) is { Count: > 0 } origins
        )
        {
            return await OfCheckpointsAsync(connection, origins, given, cancellationToken);
        }

        return await IdentityTables.ExistsAsync(connection, MartenNames.Events, cancellationToken)
            ? await OfIssuersAsync(connection, given, cancellationToken)
            : null;
    }

    private static async Task<DatabaseIdentity> OfCheckpointsAsync(
        NpgsqlConnection connection,
        List<string> origins,
        DatabaseKind? given,
        CancellationToken cancellationToken
    )
    {
        // The first checkpoint names the ledger that the database was created with. Later names are of hosts that did not belong to it.
        var kind = given is not null && origins.Select(KindOf).Distinct().Count() > 1 ? given : KindOf(origins[0]);
        if (kind == DatabaseKind.Development && given is null && origins.Any(o => KindOf(o) != DatabaseKind.Development))
        {
            throw new SettingsException(
                $"Checkpoints of this database name the ledgers {string.Join(", ", origins)}. The first is of a Development host, others "
                    + $"are not, so the kind of the database is unclear. {Unclear}"
            );
        }

        var origin = origins.First(o => KindOf(o) == kind);
        return new DatabaseIdentity(kind!.Value, origin, [], [])
        {
            LatestCheckpoint = await LatestAsync(connection, origin, cancellationToken),
        };
    }

    private static async Task<DatabaseIdentity?> OfIssuersAsync(
        NpgsqlConnection connection,
        DatabaseKind? given,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            select bool_or(user_name like $1), bool_or(user_name not like $1 and user_name <> $2)
            from {MartenNames.Events}
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = $"%@{DevelopmentIssuer.Name}" },
                new() { Value = RecordingSessionFactory.SystemActor },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var (development, other) = (!row.IsDBNull(0) && row.GetBoolean(0), !row.IsDBNull(1) && row.GetBoolean(1));
        if (development && other && given is null)
        {
            throw new SettingsException(
                $"People of {DevelopmentIssuer.Name} and of other issuers recorded events in this database, and it has no checkpoint, "
                    + $"so its kind is unclear. {Unclear}"
            );
        }

        if (!development && !other)
        {
            return null;
        }

        var shown = development ? DatabaseKind.Development : DatabaseKind.Production;
        return new DatabaseIdentity(development && other ? given!.Value : shown, null, [], []);
    }

    private static DatabaseKind? KindOf(string origin) =>
        origin.StartsWith(LedgerKeys.DevelopmentPrefix, StringComparison.Ordinal) ? DatabaseKind.Development : DatabaseKind.Production;

    /// <summary>Returns the names of ledgers in checkpoints, in the order of their first checkpoint.</summary>
    private static async Task<List<string>> OriginsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select split_part(note, E'\\n', 1) from {LedgerTables.Checkpoints} group by 1 order by min(size)",
            connection
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var origins = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            origins.Add(rows.GetString(0));
        }

        return origins;
    }

    private static async Task<SignedNote> LatestAsync(NpgsqlConnection connection, string origin, CancellationToken cancellationToken)
    {
        var sql = $"select note from {LedgerTables.Checkpoints} where split_part(note, E'\\n', 1) = $1 order by size desc limit 1";
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = origin } } };
        try
        {
            return SignedNote.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
        }
        catch (FormatException problem)
        {
            throw new SettingsException(
                $"The latest checkpoint of the ledger {origin} in this database is damaged ({problem.Message}). Restore the database "
                    + "from a backup that verifies."
            );
        }
    }
}
