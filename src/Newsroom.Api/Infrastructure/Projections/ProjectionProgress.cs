using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>How far asynchronous projections have come, as the connection's transaction sees it.</summary>
public sealed class ProjectionProgress
{
    private const string Sql = $"select name, last_seq_id from {MartenNames.Progression} where name like '%{MartenNames.AllShards}'";

    private readonly Dictionary<string, long> positions;
    private readonly long head;

    private ProjectionProgress(Dictionary<string, long> positions, long head) => (this.positions, this.head) = (positions, head);

    /// <summary>Reads it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="head">An event that every projection counts as having applied.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<ProjectionProgress> ReadAsync(NpgsqlConnection connection, long head, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var positions = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            positions.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return new(positions, head);
    }

    /// <summary>Returns the sequence of the last event that an asynchronous projection has applied.</summary>
    public long Of(string projection) => Math.Max(head, positions.GetValueOrDefault($"{projection}{MartenNames.AllShards}"));
}
