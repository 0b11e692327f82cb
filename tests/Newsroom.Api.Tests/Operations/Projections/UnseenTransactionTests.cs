using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Tests.Postgres;
using Npgsql;
using Wolverine.Runtime;

namespace Newsroom.Api.Tests.Operations.Projections;

/// <summary>
/// A host whose role does not see the transactions of other logins may skip the events of a slow command. The role is of this test alone:
/// all databases of the server share the application's.
/// </summary>
public sealed class UnseenTransactionTests(Newsroom other) : IAsyncDisposable
{
    private readonly string role = $"newsroom_test_{Guid.NewGuid():N}";
    private NpgsqlDataSource? application;

    [Fact]
    public async Task Health_names_a_role_that_does_not_see_transactions()
    {
        await using var newsroom = new Newsroom { Prepare = CreateRoleAsync, Configure = UseRole };
        await newsroom.InitializeAsync();
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        (await HealthAsync(newsroom)).ShouldContain("grant pg_read_all_stats");

        await owner.RunAsync($"grant pg_read_all_stats to {role}");
        (await HealthAsync(newsroom)).ShouldNotContain("pg_read_all_stats");

        await owner.RunAsync($"drop owned by {role}; drop role {role}");
    }

    [Fact]
    public async Task The_applications_role_sees_transactions() => (await HealthAsync(other)).ShouldNotContain("pg_read_all_stats");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<string> HealthAsync(Newsroom newsroom) =>
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]!["views"]!.ToJsonString();

    private async Task CreateRoleAsync(string database, string data)
    {
        await using var owner = NpgsqlDataSource.Create(database);
        await owner.RunAsync(
            $"create role {role}; grant usage on schema newsroom to {role}; grant select on all tables in schema newsroom to {role}"
        );
        application = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database) { Options = $"-c role={role}", Pooling = false }.ConnectionString
        );
    }

    private void UseRole(IServiceCollection services) =>
        services.AddSingleton(host => new ProjectionMonitor(
            application!,
            host.GetRequiredService<IWolverineRuntime>(),
            host.GetServices<IEventConsumer>(),
            host.GetRequiredService<TimeProvider>()
        ));
}
