using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Speakers;

/// <summary>
/// Stores the keys of sealed identities, one for each source. No other table has them, so a backup without this table reveals no identity.
/// </summary>
public static class SourceKeys
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.source_keys";

    /// <summary>Gets the table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn("speaker", "text").AsPrimaryKey();
            table.AddColumn("key", "bytea").NotNull();
            return table;
        }
    }

    /// <summary>
    /// Returns the key of a source, which is the given one where it had none. The row is locked until the transaction ends.
    /// </summary>
    public static async Task<byte[]> KeepAsync(
        NpgsqlConnection connection,
        string speaker,
        byte[] fresh,
        CancellationToken cancellationToken
    )
    {
        await using var keep = new NpgsqlCommand("select newsroom.keep_source_key($1, $2)", connection)
        {
            Parameters =
            {
                new() { Value = speaker },
                new() { Value = fresh },
            },
        };
        return (byte[])(await keep.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Returns the key of a source; null where it was destroyed.</summary>
    public static async Task<byte[]?> FindAsync(NpgsqlConnection connection, string speaker, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand($"select key from {Name} where speaker = $1", connection)
        {
            Parameters = { new() { Value = speaker } },
        };
        return (byte[]?)await find.ExecuteScalarAsync(cancellationToken);
    }
}
