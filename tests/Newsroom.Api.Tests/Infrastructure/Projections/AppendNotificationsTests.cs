using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>Nodes of one database tell each other that they have appended events.</summary>
public sealed class AppendNotificationsTests : IAsyncLifetime
{
    private const string IsListener = "application_name = 'newsroom-listener' and datname = current_database()";

    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly List<Node> nodes = [];
    private NpgsqlDataSource database = null!;
    private string connectionString = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_node_looks_at_once()
    {
        var (appending, other) = (await StartAsync(), await StartAsync());
        for (var i = 0; i < 3; i++)
        {
            appending.Wakeup.Append();
            await other.LookAsync();
        }

        other.Wakeup.Append();
        await appending.LookAsync();
    }

    [Fact]
    public async Task A_node_does_not_wake_itself()
    {
        var (appending, other) = (await StartAsync(), await StartAsync());
        appending.Wakeup.Append();
        await appending.LookAsync();
        await other.LookAsync();
        appending.Wakeup.WaitAsync(Never, Cancellation).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_was_ended_is_opened_again()
    {
        var (appending, other) = (await StartAsync(), await StartAsync());
        await using var end = database.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where " + IsListener);
        (await end.ExecuteScalarAsync(Cancellation)).ShouldBe(2L);
        await other.BecomesAsync(HealthStatus.Degraded);
        await other.BecomesAsync(HealthStatus.Healthy);
        // What was appended meanwhile is looked for.
        await other.LookAsync();
        await appending.BecomesAsync(HealthStatus.Healthy);
        appending.Wakeup.Append();
        await other.LookAsync();
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        connectionString = await TestServer.CreateDatabaseAsync();
        database = NpgsqlDataSource.Create(connectionString);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.Notifications.StopAsync(CancellationToken.None);
            node.Notifications.Dispose();
        }

        await database.DisposeAsync();
        await TestServer.DropDatabaseAsync(connectionString);
    }

    private async Task<Node> StartAsync()
    {
        var wakeup = new AppendWakeup(TimeProvider.System);
        var listening = AppendNotifications.Listening(connectionString);
        var log = NullLogger<AppendNotifications>.Instance;
        var node = new Node(wakeup, new AppendNotifications(listening, database, wakeup, TimeProvider.System, log));
        nodes.Add(node);
        await node.Notifications.StartAsync(Cancellation);
        // It looks once when it has begun to listen.
        await node.LookAsync();
        return node;
    }

    private sealed record Node(AppendWakeup Wakeup, AppendNotifications Notifications)
    {
        public Task LookAsync() => Wakeup.WaitAsync(Never, Cancellation).WaitAsync(Eventually.Timeout, Cancellation);

        public Task BecomesAsync(HealthStatus status) =>
            Eventually.HoldsAsync(
                $"the health is {status}",
                async () => (await Notifications.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status == status
            );
    }
}
