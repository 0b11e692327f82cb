using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Connects to the database as its owner, who alone can carry out erasures.</summary>
public sealed class MaintenanceDatabase(string connectionString)
{
    /// <summary>Opens a connection.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
