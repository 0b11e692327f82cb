using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>The database as its owner reaches it, who alone can carry out an erasure.</summary>
public sealed class Owner(string connectionString)
{
    /// <summary>Opens a connection.</summary>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
