using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Opens the first connections of a host that starts.</summary>
internal static class OwnerConnection
{
    /// <summary>Opens a connection of the database's owner.</summary>
    /// <exception cref="SettingsException">The server cannot be reached, or refuses the login.</exception>
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource owner)
    {
        try
        {
            return await owner.OpenConnectionAsync();
        }
        catch (NpgsqlException failure)
        {
            var server = new NpgsqlConnectionStringBuilder(owner.ConnectionString);
            throw new SettingsException(
                $"The database {server.Database} on {server.Host}:{server.Port} cannot be opened as {server.Username}: {failure.Message}",
                failure
            );
        }
    }
}
