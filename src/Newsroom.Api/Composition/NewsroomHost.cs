using Newsroom.Api.Composition.AsyncApi;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Previews;
using Newsroom.Api.Infrastructure.RateLimits;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations;
using Newsroom.Api.Stories;
using Newsroom.Console;
using Newsroom.Console.Hosting;
using Newsroom.Local;

namespace Newsroom.Api.Composition;

/// <summary>A host of one newsroom on a database: the only one of a process, or one of several titles.</summary>
/// <param name="App">The application, which is built and not started.</param>
/// <param name="Database">Its database, which is migrated.</param>
internal sealed record NewsroomHost(WebApplication App, Database Database) : IAsyncDisposable
{
    /// <summary>Builds a host from the configuration of its builder, and migrates its database.</summary>
    /// <param name="builder">The builder, with all settings.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="title">The title; null for the only host of a process.</param>
    /// <exception cref="SettingsException">The settings, or the database, do not fit the host.</exception>
    public static async Task<NewsroomHost> BuildAsync(WebApplicationBuilder builder, TimeProvider clock, HostTitle? title = null)
    {
        var proxies = TrustedProxies.Read(builder.Configuration);
        var data = DataDirectory.Find(builder.Configuration[DataDirectory.Setting]);
        builder.AddNewsroomAuthentication(data, title?.Claim);
        var database = await Database.OpenAsync(builder, data);
        try
        {
            var keys = LedgerKeys.Find(builder.Configuration, builder.Environment, data);
            var identity = new HostIdentity(DatabaseKinds.Of(builder.Environment), keys);
            builder.Services.AddSingleton(keys).AddSingleton(identity).AddSingleton(clock);
            builder.Services.AddNewsroomStore(database.ConnectionString, Modules.Projections, title?.Name);
            builder.Services.AddSingleton(new MaintenanceDatabase(database.Maintenance));
            builder.AddReplica(database);
            AddParts(builder, data, title);
            EmbeddedDatabase.Supervise(builder.Services, database);
            title?.Complete(builder);

            var app = builder.Build();
            await SchemaStartup.RunAsync(database, app, identity);
            app.UseGracefulShutdown();
            app.UseMetrics();
            app.UseTrustedProxies(proxies);
            UseParts(app);
            return new NewsroomHost(app, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static void AddParts(WebApplicationBuilder builder, DataDirectory data, HostTitle? title)
    {
        builder.AddMessaging();
        builder.AddTransportSecurity();
        builder.AddGracefulShutdown();
        builder.AddNewsroomHttp();
        builder.AddCallerLimits();
        builder.AddTelemetry();
        builder.Services.AddNewsroomAuthorization();
        builder.AddIdempotency();
        builder.Services.AddNewsroomOpenApi();
        builder.Services.AddNewsroomAsyncApi();
        builder.AddModules();
        builder.AddConsole(data, title);
        DevelopmentStartup.Add(builder, data, title);
    }

    private static void UseParts(WebApplication app)
    {
        app.UseTransportSecurity();
        app.MapConsole();
        app.UseNewsroomHttp();
        app.UseAuthentication();
        app.UseCallerLimits();
        app.UseRequestLimits();
        app.UseNewsroomAuthorization();
        app.UseDryRun();
        app.UseReplica();
        app.UseRequestGuards();
        app.UseStorySlugs();
        app.MapEntryPoints();
        app.MapNewsroomHealth();
        app.MapNewsroomOpenApi();
        app.MapNewsroomAsyncApi();
        app.MapModules();
    }
}
