using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Operations.Store;

namespace Newsroom.Api.Operations;

/// <summary>Supervises, verifies and rebuilds projections, and verifies the store.</summary>
internal sealed class OperationsModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ViewCatalog>();
        builder.Services.AddSingleton<ProjectionVerifier>();
        builder.Services.AddSingleton<ParkedEvents>();
        builder.Services.AddSingleton<ProjectionMonitor>();
        builder.Services.AddSingleton<UnreadableEventSkipper>();
        builder.Services.AddSingleton<ProjectionMetrics>();
        builder.Services.AddSingleton(ParkedEvents.Number);
        builder.Services.AddSingleton(DeadMessages);
        builder.Services.AddSingleton(provider => new ApplicationGrants(
            provider.GetServices<ProjectionRegistration>().SelectMany(projection => projection.SchemaObjects)
        ));
        builder.Services.AddSingleton<SchemaComparison>();
        builder.Services.AddSingleton<StoreVerifier>();
        builder.Services.AddHostedService<ProjectionSupervisor>();
        builder.Services.AddHostedService<IdleMemory>();
        builder.Services.AddNewsroomHealth();
        if (NodeCoordination.IsConfigured(builder))
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<AppendNotifications>());
            builder.Services.AddHealthChecks().Add(new("append-notifications", Notifications, HealthStatus.Degraded, ["ready"]));
        }
    }

    private static MeasuredValue DeadMessages { get; } =
        new(
            "newsroom.messages.dead",
            "{message}",
            "Durable messages that could not be read or handled.",
            $"select count(*) from {MartenNames.Schema}.wolverine_dead_letters"
        );

    private static AppendNotifications Notifications(IServiceProvider services) => services.GetRequiredService<AppendNotifications>();

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) => options.Storage.ExtendedSchemaObjects.Add(FailureTable.Table);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/problems/{code}", GetProblemEndpoint.Get);
        endpoints.MapGet("/.well-known/oauth-protected-resource", GetProtectedResourceEndpoint.Get);
        endpoints.MapGet("/ledger/verify-store", VerifyStoreEndpoint.Get);
        endpoints.MapGet("/views/verify-views", ViewsEndpoint.Verify);
        endpoints.MapGet("/views/parked-events", ViewsEndpoint.ParkedAsync);
        endpoints.MapPost("/views/rebuild-views", ViewsEndpoint.RebuildAsync);
    }
}
