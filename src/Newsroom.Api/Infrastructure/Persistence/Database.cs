using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Which PostgreSQL this host uses: the one it is given, or one of its own.</summary>
/// <param name="ConnectionString">How the application reaches it, in a role that cannot change what is recorded.</param>
/// <param name="Maintenance">
/// How its owner reaches it, who makes the tables and erases what must be: <c>ConnectionStrings:Maintenance</c>, or the same login without
/// that role.
/// </param>
/// <param name="Own">The server this host started and stops; null when one was given.</param>
internal sealed record Database(string ConnectionString, string Maintenance, IAsyncDisposable? Own) : IAsyncDisposable
{
    /// <summary>No database, for an application that is built and not started.</summary>
    public static Database None { get; } = new("Host=none", "Host=none", null);

    /// <summary>
    /// The database that <c>ConnectionStrings:Newsroom</c> names; without one, a server under the data directory is started.
    /// </summary>
    /// <exception cref="SettingsException">No server was given, and none can be started; the message says what to do.</exception>
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

    /// <summary>
    /// The same login, in the application's role from the first statement on. No statement here is worth compiling: PostgreSQL would spend
    /// milliseconds on one that takes a tenth of one.
    /// </summary>
    private static string AsApplication(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c role={ApplicationGrants.Role} -c jit=off".Trim();
        return builder.ConnectionString;
    }
}
