using JasperFx;
using JasperFx.Resources;
using Newsroom.Api.Ledgers;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Hosting;

/// <summary>Makes the tables, as the database's owner, before the application comes in a role that may add to the record and never change it.</summary>
internal static class Migration
{
    /// <summary>The role the application works in.</summary>
    public const string ApplicationRole = "newsroom_app";

    private const string Role = $$"""
        do $$
        begin
            if not exists (select from pg_roles where rolname = '{{ApplicationRole}}') then
                create role {{ApplicationRole}} nologin;
            end if;
        exception when duplicate_object or unique_violation then
            -- Another host that starts at the same time was first.
        end
        $$;
        """;

    /// <summary>Brings the database up to this program, unless this program has done so before, and says what the application may do in it.</summary>
    /// <exception cref="SettingsException">The owner may not do that; the message says what is missing.</exception>
    public static async Task RunAsync(Database database, IHostEnvironment environment)
    {
        await using var owner = NpgsqlDataSource.Create(database.Maintenance);
        var isCurrent = await SchemaStamp.IsOnAsync(owner);
        if (!isCurrent)
        {
            await SchemaStamp.TakeOffAsync(owner);
            await SetUpAsync(database, environment);
        }

        try
        {
            await owner.CreateCommand(Role).ExecuteNonQueryAsync();
            await owner.CreateCommand($"grant {ApplicationRole} to current_user").ExecuteNonQueryAsync();
            await owner.CreateCommand(TheRecord.Guard(ApplicationRole)).ExecuteNonQueryAsync();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SettingsException($"The database's owner may not say what the application may do ({refused.MessageText}): as a superuser, `create role {ApplicationRole}; grant {ApplicationRole} to <the login>`.");
        }

        if (!isCurrent)
        {
            await SchemaStamp.PutOnAsync(owner);
        }
    }

    private static async Task SetUpAsync(Database database, IHostEnvironment environment)
    {
        await using var services = new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddConsole())
            .AddSingleton(environment)
            .AddNewsroomStore(database.Maintenance)
            .AddWolverine(options => options.Discovery.DisableConventionalDiscovery())
            .BuildServiceProvider();
        using var host = new NotStarted(services);
        await host.SetupResources();
    }

    // What finds the resources asks for a host. One that is built would be taken for the application by whatever waits for a program's host.
    private sealed class NotStarted(IServiceProvider services) : IHost
    {
        public IServiceProvider Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StopAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
