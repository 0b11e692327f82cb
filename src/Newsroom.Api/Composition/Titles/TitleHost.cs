using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Operations;
using Newsroom.Local;

namespace Newsroom.Api.Composition.Titles;

/// <summary>The running host of one title.</summary>
internal sealed class TitleHost : IAsyncDisposable
{
    private readonly NewsroomHost host;
    private readonly TitleServer server;

    private TitleHost(NewsroomHost host, TitleServer server) => (this.host, this.server) = (host, server);

    /// <summary>Gets a token that is cancelled when the host ends, by itself or because it is stopped.</summary>
    public CancellationToken Ending => host.App.Lifetime.ApplicationStopping;

    /// <summary>Builds and starts the host of a title.</summary>
    /// <param name="plan">The title.</param>
    /// <param name="front">The application that listens.</param>
    /// <param name="addresses">The addresses that it listens on.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<TitleHost> StartAsync(
        TitlePlan plan,
        WebApplication front,
        IReadOnlyCollection<string> addresses,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        CurrentTitle.Name = plan.File.Name;
        var builder = plan.CreateBuilder(front.Environment);
        builder.WebHost.UseUrls([.. addresses]);
        var server = new TitleServer(plan.File.Name, addresses);
        var isMeasured = Telemetry.IsMeasured(front.Configuration);
        var title = new HostTitle(
            plan.File.Name,
            plan.File.Hosts.FirstOrDefault(),
            plan.Claim,
            services => Complete(services, plan.File.Name, server, isMeasured)
        );
        var host = await NewsroomHost.BuildAsync(builder, clock, title);
        try
        {
            await host.App.StartAsync(cancellationToken);
            if (front.Environment.IsDevelopment() && addresses.FirstOrDefault() is { } address)
            {
                DataDirectory.Find(plan.Settings[DataDirectory.Setting]).Announce(address);
            }

            return new TitleHost(host, server);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="TitleServer.HandleAsync"/>
    public Task<bool> HandleAsync(HttpContext http) => server.HandleAsync(http);

    /// <summary>Reads the readiness of the host.</summary>
    public Task<HealthReport> CheckHealthAsync(CancellationToken cancellationToken) =>
        host
            .App.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), cancellationToken);

    /// <summary>Ends streams that would go on, so that running requests end; <see cref="DisposeAsync"/> waits for them.</summary>
    public void BeginStop() => host.App.Lifetime.StopApplication();

    /// <summary>Stops the host after its running requests, at most the time that hosts have to shut down.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.App.StopAsync();
        await host.DisposeAsync();
    }

    private static void Complete(WebApplicationBuilder builder, string title, TitleServer server, bool isMeasured)
    {
        var services = builder.Services;
        services.AddSingleton<IServer>(server);
        services.AddSingleton<IHostLifetime, Lifetime>();
        services.AddSingleton<IExternalScopeProvider>(new TitleScopes(title));
        services.AddSingleton<IMeterFactory>(_ => new TitleMeters(title));
        services.AddDataProtection().SetApplicationName($"newsroom-title-{title}");
        if (isMeasured)
        {
            services.AddHostedService<DatabaseMetrics>();
        }

        // The front has one for the process.
        foreach (var job in services.Where(service => service.ImplementationType == typeof(IdleMemory)).ToList())
        {
            services.Remove(job);
        }
    }

    // Signals of the operating system stop the front, which stops the titles.
    private sealed class Lifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
