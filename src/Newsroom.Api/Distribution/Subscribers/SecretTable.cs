using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Stores the encrypted secrets of subscribers: the current one and, for an overlap, the one before.</summary>
internal static class SecretTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.subscriber_secrets";

    /// <summary>Gets the table. The current secret of a subscriber has no end.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<Guid>("id").AsPrimaryKey();
            table.AddColumn("subscriber", "text").NotNull();
            table.AddColumn("ciphertext", "bytea").NotNull();
            table.AddColumn("valid_from", "timestamptz").NotNull();
            table.AddColumn("valid_until", "timestamptz");
            table.Indexes.Add(new IndexDefinition("subscriber_secrets_subscriber") { Columns = ["subscriber", "valid_from"] });
            return table;
        }
    }

    /// <summary>Stores a new secret. The current one is kept until the end of the overlap, an earlier one is deleted.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection,
        StoredSecret secret,
        TimeSpan overlap,
        CancellationToken cancellationToken
    )
    {
        const string replace = $"delete from {Name} where subscriber = $1 and (valid_until is not null or $2 <= $3)";
        const string limit = $"update {Name} set valid_until = $2 where subscriber = $1 and valid_until is null";
        const string add = $"insert into {Name} (id, subscriber, ciphertext, valid_from) values ($1, $2, $3, $4)";
        var until = secret.ValidFrom + overlap;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(replace, secret.Subscriber, until, secret.ValidFrom),
                Command(limit, secret.Subscriber, until),
                Command(add, secret.Id, secret.Subscriber, secret.Ciphertext, secret.ValidFrom),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deletes the secrets of a subscriber.</summary>
    public static async Task DeleteAsync(NpgsqlConnection connection, string subscriber, CancellationToken cancellationToken)
    {
        await using var delete = new NpgsqlCommand($"delete from {Name} where subscriber = $1", connection)
        {
            Parameters = { new() { Value = subscriber } },
        };
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value is DateTimeOffset time ? time.UtcDateTime : value });
        }

        return command;
    }
}

/// <summary>A secret as it is stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Ciphertext">The encrypted secret.</param>
/// <param name="ValidFrom">When it was made.</param>
internal sealed record StoredSecret(Guid Id, string Subscriber, byte[] Ciphertext, DateTimeOffset ValidFrom);
