using System.Globalization;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Limits the pools of a host to the connections that its server accepts, less those left for psql, backups and monitoring. The
/// application's pool and the owner's are counted together.
/// </summary>
/// <param name="Application">The maximum size of the application's pool.</param>
/// <param name="Maintenance">The maximum size of the owner's pool, for migrations and erasures.</param>
internal sealed record ConnectionBudget(int Application, int Maintenance)
{
    /// <summary>The setting for the number of hosts that share the server; 1 by default.</summary>
    public const string NodesSetting = "Database:Nodes";

    /// <summary>The setting for the number of newsrooms that each of these hosts has on the server; 1 by default.</summary>
    public const string TitlesSetting = "Database:Titles";

    /// <summary>The size of the owner's pool.</summary>
    private const int ForMaintenance = 5;

    /// <summary>The minimum number of connections left to others.</summary>
    private const int MinHeadroom = 5;

    /// <summary>The minimum size of the application's pool; projections need some of it.</summary>
    private const int MinApplication = 10;

    private const string Limits = """
        select least(
            current_setting('max_connections')::int
                - current_setting('superuser_reserved_connections')::int
                - coalesce(current_setting('reserved_connections', true), '0')::int,
            (select nullif(datconnlimit, -1) from pg_database where datname = current_database()),
            (select nullif(rolconnlimit, -1) from pg_roles where rolname = session_user))
        """;

    /// <summary>Divides the connections that a server accepts.</summary>
    /// <param name="usable">The number of connections that the server accepts from roles that are no superusers.</param>
    /// <param name="wanted">The configured maximum size of the application's pool.</param>
    /// <param name="nodes">The number of hosts that share the server.</param>
    public static ConnectionBudget Of(int usable, int wanted, int nodes)
    {
        var headroom = Math.Max(MinHeadroom, usable / 10);
        var max = ((usable - headroom) / Math.Max(nodes, 1)) - ForMaintenance;
        return new ConnectionBudget(Math.Max(Math.Min(wanted, max), MinApplication), ForMaintenance);
    }

    /// <summary>
    /// Divides the connections that a server accepts among the hosts and their titles. Unlike one host, a title does not get more than its
    /// share.
    /// </summary>
    /// <exception cref="SettingsException">A share is less than a title needs.</exception>
    public static ConnectionBudget OfTitle(int usable, int wanted, int nodes, int titles)
    {
        var budget = Of(usable, wanted, nodes * titles);
        var headroom = Math.Max(MinHeadroom, usable / 10);
        return (budget.Application + budget.Maintenance) * nodes * titles <= usable - headroom
            ? budget
            : throw new SettingsException(
                $"PostgreSQL accepts {usable} connections, which is not enough for {titles} titles on each of {nodes} hosts. A title needs "
                    + $"{MinApplication + ForMaintenance}: set max_connections of the server to at least "
                    + $"{MinConnections(nodes * titles)}, or {NodesSetting} or Titles:PerServer to less."
            );
    }

    /// <summary>Limits the pools of a host, and prints a note where more was configured.</summary>
    /// <exception cref="SettingsException">
    /// The server cannot be used, or does not accept enough connections, or a setting is malformed.
    /// </exception>
    public static async Task<Database> LimitAsync(Database database, IConfiguration configuration)
    {
        var (application, maintenance) = (
            new NpgsqlConnectionStringBuilder(database.ConnectionString),
            new NpgsqlConnectionStringBuilder(database.Maintenance)
        );
        int usable;
        var unpooled = new NpgsqlConnectionStringBuilder(database.Maintenance) { Pooling = false };
        await using (var owner = NpgsqlDataSource.Create(unpooled.ConnectionString))
        await using (var connection = await OwnerConnection.OpenAsync(owner))
        await using (var limits = new NpgsqlCommand(Limits, connection))
        {
            usable = (int)(await limits.ExecuteScalarAsync())!;
        }

        var (nodes, titles) = (Number(configuration, NodesSetting), Number(configuration, TitlesSetting));
        var budget =
            titles == 1 ? Of(usable, application.MaxPoolSize, nodes) : OfTitle(usable, application.MaxPoolSize, nodes, titles);
        if (application.ShouldSerialize("Maximum Pool Size") && budget.Application < application.MaxPoolSize)
        {
            await System.Console.Error.WriteLineAsync(
                $"The pool is limited to {budget.Application} connections instead of {application.MaxPoolSize}: PostgreSQL "
                    + $"accepts {usable}, and some are left for maintenance."
            );
        }

        application.MaxPoolSize = budget.Application;
        application.MinPoolSize = Math.Min(application.MinPoolSize, budget.Application);
        maintenance.MaxPoolSize = budget.Maintenance;
        maintenance.MinPoolSize = Math.Min(maintenance.MinPoolSize, budget.Maintenance);
        return database with { ConnectionString = application.ConnectionString, Maintenance = maintenance.ConnectionString };
    }

    // A tenth is left to others, and up to ten connections to superusers.
    private static int MinConnections(int shares) => ((shares * (MinApplication + ForMaintenance) + 10) * 10 / 9) + 1;

    private static int Number(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } given)
        {
            return 1;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var nodes) && nodes > 0
            ? nodes
            : throw new SettingsException(
                $"{setting} is “{given}”, but must be the number of those that share the database server, such as 2."
            );
    }
}
