using Newsroom.Local;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>The PostgreSQL that this host uses: a configured one, or an embedded one.</summary>
/// <param name="ConnectionString">The application's connection string, with a role that cannot change the record.</param>
/// <param name="Maintenance">
/// The owner's connection string, for migrations and erasures: <c>ConnectionStrings:Maintenance</c>, or the same login without that role.
/// </param>
/// <param name="Own">The server that this host started and stops; null for a configured one.</param>
internal sealed record Database(string ConnectionString, string Maintenance, IAsyncDisposable? Own) : IAsyncDisposable
{
    /// <summary>
    /// Returns the database of <c>ConnectionStrings:Newsroom</c>; without one, starts a server under the data directory.
    /// </summary>
    /// <exception cref="SettingsException">No server is configured, and none can be started; the message says what to do.</exception>
    public static async Task<Database> OpenAsync(WebApplicationBuilder builder, DataDirectory data)
    {
        if (builder.Configuration.GetConnectionString("Newsroom") is { Length: > 0 } given)
        {
            var maintenance = builder.Configuration.GetConnectionString("Maintenance") is { Length: > 0 } named ? named : given;
            return await ConnectionBudget.LimitAsync(new Database(AsApplication(given), maintenance, null), builder.Configuration);
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new SettingsException(
                $"{builder.Environment.EnvironmentName} needs a database: set ConnectionStrings:Newsroom to a PostgreSQL connection "
                    + "string."
            );
        }

        var (connection, own) = await EmbeddedDatabase.StartAsync(data);
        return await ConnectionBudget.LimitAsync(new Database(AsApplication(connection), connection, own), builder.Configuration);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Own?.DisposeAsync() ?? ValueTask.CompletedTask;

    // A node whose machine has died holds locks until PostgreSQL notices.
    private const string KeepAlive = "-c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3";

    /// <summary>
    /// Adds the application's role to a connection string, and switches JIT off: compiling takes longer than the statements.
    /// </summary>
    internal static string AsApplication(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c role={ApplicationGrants.Role} -c jit=off {KeepAlive}".Trim();
        return builder.ConnectionString;
    }
}
