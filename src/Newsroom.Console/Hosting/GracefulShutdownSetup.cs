using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Newsroom.Console.Hosting;

/// <summary>Adds <see cref="GracefulShutdown"/> to a host.</summary>
public static class GracefulShutdownSetup
{
    private const string Ready = "ready";

    /// <summary>Adds it, with a check of readiness.</summary>
    /// <exception cref="HostSettingsException">A setting cannot be read.</exception>
    public static void AddGracefulShutdown(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var drain = GracefulShutdown.ReadDrain(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = drain + GracefulShutdown.ForRequests);
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<GracefulShutdown>(services, drain));
        builder.Services.AddHostedService(services => services.GetRequiredService<GracefulShutdown>());
        builder.Services.AddHealthChecks().AddCheck<GracefulShutdown>("host", tags: [Ready]);
    }

    /// <summary>Asks clients to close their connections while the host stops. Precedes all other middleware.</summary>
    public static void UseGracefulShutdown(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var shutdown = app.Services.GetRequiredService<GracefulShutdown>();
        app.Use(next => http => shutdown.CloseAsync(http, next));
    }
}
