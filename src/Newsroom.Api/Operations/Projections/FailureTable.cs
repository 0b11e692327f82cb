using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Operations.Projections;

/// <summary>
/// Stores why a projection stopped, for the nodes that do not run it. A row is valid until the projection advances.
/// </summary>
internal static class FailureTable
{
    /// <summary>The table.</summary>
    public const string Name = "newsroom.projection_failures";

    private const string Insert = $"""
        insert into {Name} (projection, position, message, at, node)
        values ($1, coalesce((
            select last_seq_id from {MartenNames.Progression} where name = $1 || '{MartenNames.AllShards}'), 0), $2, $3, $4)
        on conflict (projection) do update set position = excluded.position, message = excluded.message, at = excluded.at, node = excluded.node
        """;

    /// <summary>Its definition.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn("projection", "text").AsPrimaryKey();
            table.AddColumn<long>("position").NotNull();
            table.AddColumn("message", "text").NotNull();
            table.AddColumn("at", "timestamptz").NotNull();
            table.AddColumn("node", "text").NotNull();
            return table;
        }
    }

    /// <summary>Stores the last failure of a projection, with the position where it is.</summary>
    public static async Task SaveAsync(
        NpgsqlDataSource database,
        string projection,
        StoredFailure failure,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = projection });
        command.Parameters.Add(new() { Value = failure.Message });
        command.Parameters.Add(new() { Value = failure.At.ToUniversalTime() });
        command.Parameters.Add(new() { Value = failure.Node });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes the failures of projections that have advanced since.</summary>
    public static async Task RemovePassedAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        const string sql = $"""
            delete from {Name} f using {MartenNames.Progression} p
            where p.name = f.projection || '{MartenNames.AllShards}' and p.last_seq_id > f.position
            """;
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Describes why a projection stopped.</summary>
/// <param name="Message">The message of the innermost failure.</param>
/// <param name="At">When.</param>
/// <param name="Node">The node that ran it.</param>
public sealed record StoredFailure(string Message, DateTimeOffset At, string Node);
