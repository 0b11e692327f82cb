using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Distribution.Broker;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Distribution;

/// <summary>Systems outside the newsroom that receive notices of published stories.</summary>
internal sealed class DistributionModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [SubscriberProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(SubscriberSettings.Of(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<SecretProtection>().AddSingleton<SubscriberSecrets>();
        builder.Services.AddScoped<SubscriberCommandHandler>();
        builder.Services.AddSingleton<SecretCleanupJob>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SecretCleanupJob>());
        builder.Services.AddHealthChecks().AddCheck<SecretHealth>("subscriber-secrets", HealthStatus.Degraded, ["ready"]);
        var deliveries = DeliverySettings.Of(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(deliveries);
        AddBroker(builder.Services, BrokerSettings.Of(builder.Configuration), deliveries.Sends);
        builder.Services.AddSingleton<DeliverySignal>().AddSingleton<DeliveryQueue>().AddSingleton<DeliveryRecorder>();
        builder.Services.AddSingleton<DeliveryWriter>().AddSingleton<NameResolver>().AddSingleton<WebhookSender>();
        builder.Services.AddSingleton<GoneSubscribers>().AddSingleton<DeliveryCounts>().AddSingleton<DeliveryLog>();
        builder.Services.AddSingleton<DeliveryMetrics>();
        builder.Services.AddSingleton<DeliveryDispatcher>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DeliveryDispatcher>());
        builder.Services.AddHealthChecks().AddCheck<DeliveryHealth>("deliveries", HealthStatus.Degraded, ["ready"]);
    }

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) =>
        options.Storage.ExtendedSchemaObjects.AddRange([SecretTable.Table, .. DeliveryTables.All, .. BrokerTables.All]);

    /// <inheritdoc/>
    public void ConfigureMessages(WolverineOptions options) => options.UseDeliveries();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/subscribers", SubscribersEndpoint.ListAsync);
        endpoints.MapGet("/subscribers/{subscriber}", SubscribersEndpoint.GetAsync);
        endpoints.MapGet("/subscribers/{subscriber}/history", GetSubscriberHistoryEndpoint.GetAsync).WithName("list-subscriber-history");
        endpoints.MapGet("/subscribers/{subscriber}/deliveries", GetDeliveriesEndpoint.ListAsync).WithName("list-deliveries");
        endpoints.MapGet("/deliveries/unacknowledged", GetDeliveriesEndpoint.UnacknowledgedAsync).WithName("list-unacknowledged");
        endpoints.MapPost("/subscribers/register-subscriber", SubscribersEndpoint.RegisterAsync);
        endpoints.MapPost("/subscribers/{subscriber}/change-subscriber", SubscribersEndpoint.ChangeAsync);
        endpoints.MapPost("/subscribers/{subscriber}/pause-subscriber", SubscribersEndpoint.PauseAsync);
        endpoints.MapPost("/subscribers/{subscriber}/resume-subscriber", SubscribersEndpoint.ResumeAsync);
        endpoints.MapPost("/subscribers/{subscriber}/rotate-secret", SubscribersEndpoint.RotateAsync);
        endpoints.MapPost("/subscribers/{subscriber}/redeliver", SubscribersEndpoint.RedeliverAsync);
        endpoints.MapPost("/subscribers/{subscriber}/replay-deliveries", SubscribersEndpoint.ReplayAsync);
        endpoints.MapPost("/subscribers/{subscriber}/remove-subscriber", SubscribersEndpoint.RemoveAsync);
        endpoints.MapPost("/subscribers/{subscriber}/acknowledge", SubscribersEndpoint.AcknowledgeAsync);
    }

    // Without a setting nothing connects to a broker.
    private static void AddBroker(IServiceCollection services, BrokerSettings? settings, bool sends)
    {
        services.AddSingleton(provider => new BrokerOutbox(provider.GetRequiredService<NpgsqlDataSource>(), settings?.Exchange));
        if (settings is null || !sends)
        {
            return;
        }

        services.AddSingleton(settings).AddSingleton<BrokerPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<BrokerPublisher>());
        services.AddHealthChecks().AddCheck<BrokerHealth>("broker", HealthStatus.Degraded, ["ready"]);
    }
}
