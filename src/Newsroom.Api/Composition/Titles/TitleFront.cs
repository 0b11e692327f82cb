using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Operations;
using Newsroom.Console.Hosting;
using Newsroom.Local;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Trace;

namespace Newsroom.Api.Composition.Titles;

/// <summary>The application that listens for all titles of an installation.</summary>
internal static class TitleFront
{
    /// <summary>Runs the installation until the process is stopped.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, TitleSettings settings, TimeProvider clock)
    {
        await using var app = Build(builder, settings, clock);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Builds the application; its titles start after it listens.</summary>
    internal static WebApplication Build(WebApplicationBuilder builder, TitleSettings settings, TimeProvider clock)
    {
        var proxies = TrustedProxies.Read(builder.Configuration);
        var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
        builder.AddTransportSecurity();
        builder.AddGracefulShutdown();
        builder.AddListening();
        builder.AddLogs();
        if (Telemetry.IsMeasured(builder.Configuration))
        {
            builder.AddExporters(traces =>
                traces.ConfigureServices(services => services.PostConfigure<AspNetCoreTraceInstrumentationOptions>(TraceTitlesOnly))
                    .AddProcessor(new CurrentTitle.Tagging())
            );
        }

        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = given => Problems.Name(given.ProblemDetails));
        builder.Services.AddSingleton(settings).AddSingleton(clock).AddSingleton(data);
        builder.Services.AddSingleton<TitleDatabases>().AddSingleton<TitleDirectory>();
        builder.Services.AddSingleton<TitleHealth>().AddSingleton<TitleRouter>();
        builder.Services.AddHostedService<IdleMemory>();
        WebApplication? front = null;
        builder.Services.AddSingleton(services => Supervisor(services, front!));

        builder.Services.AddHostedService<TitleJob>();
        var app = front = builder.Build();
        app.UseGracefulShutdown();
        app.UseMetrics();
        app.UseTrustedProxies(proxies);
        app.UseTransportSecurity();
        app.Run(app.Services.GetRequiredService<TitleRouter>().HandleAsync);
        return app;
    }

    private static TitleSupervisor Supervisor(IServiceProvider services, WebApplication front)
    {
        var (settings, clock) = (services.GetRequiredService<TitleSettings>(), services.GetRequiredService<TimeProvider>());
        var databases = services.GetRequiredService<TitleDatabases>();
        return new TitleSupervisor(
            settings,
            services.GetRequiredService<TitleDirectory>(),
            file => TitlePlan.Of(front.Configuration, front.Environment, file, settings),
            async (plan, cancellationToken) =>
                await TitleHost.StartAsync(
                    await databases.CompleteAsync(plan, cancellationToken),
                    front,
                    AddressesOf(services),
                    clock,
                    cancellationToken
                ),
            clock,
            services.GetRequiredService<ILogger<TitleSupervisor>>()
        );
    }

    private static IReadOnlyCollection<string> AddressesOf(IServiceProvider services) =>
        [.. services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    // The host of the title has a trace of the request.
    private static void TraceTitlesOnly(AspNetCoreTraceInstrumentationOptions options)
    {
        var earlier = options.Filter;
        options.Filter = http => http.RequestServices.GetService<TitleRouter>() is null && earlier?.Invoke(http) != false;
    }
}
