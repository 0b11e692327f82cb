using Testcontainers.PostgreSql;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>A server in a container.</summary>
internal sealed class ContainerServer : RunningServer
{
    private readonly PostgreSqlContainer container;

    private ContainerServer(PostgreSqlContainer container)
        : base(container.GetConnectionString()) => this.container = container;

    public static async Task<RunningServer> StartAsync(CancellationToken cancellationToken)
    {
        var container = new PostgreSqlBuilder("postgres:17")
            .WithCommand([.. Hasty.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" })])
            .Build();
        await container.StartAsync(cancellationToken);
        return new ContainerServer(container);
    }

    public override ValueTask DisposeAsync() => container.DisposeAsync();
}
