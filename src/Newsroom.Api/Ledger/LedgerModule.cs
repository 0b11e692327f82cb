using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Ledger;

/// <summary>
/// The ledger over all events: leaves, checkpoints, proofs and bundles. <see cref="LedgerKeys"/> are the host's to register.
/// </summary>
internal sealed class LedgerModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        var interval = CheckpointTimer.IntervalOf(builder.Configuration);
        builder.Services.AddSingleton<LedgerBuilder>();
        builder.Services.AddSingleton<IEventConsumer>(provider => provider.GetRequiredService<LedgerBuilder>());
        builder.Services.AddSingleton<IConfigureMarten, Subscription>();
        builder.Services.AddSingleton<Checkpoints>();
        builder.Services.AddSingleton<BundleBuilder>();
        builder.Services.AddSingleton(Unsigned);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<CheckpointTimer>(provider, interval));
    }

    private static MeasuredValue Unsigned { get; } =
        new(
            "newsroom.ledger.unsigned",
            "{event}",
            "Events in the ledger that no signed checkpoint covers yet.",
            $"""
            select coalesce((select max(index) + 1 from {LedgerTables.Leaves}), 0)
                - coalesce((select max(size) from {LedgerTables.Checkpoints}), 0)
            """
        );

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.AddRange(LedgerTables.All);
        options.Storage.ExtendedSchemaObjects.AddRange(IdentityTables.All);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/ledger/checkpoint", GetLedgerEndpoint.CheckpointAsync);
        endpoints.MapGet("/ledger/keys", GetLedgerEndpoint.Keys);
        endpoints.MapGet("/ledger/tile/{level}/{**index}", GetLedgerEndpoint.TileAsync);
        endpoints.MapGet("/ledger/proofs/{eventId}", GetProofEndpoint.GetAsync).WithMetadata(new FileDownload());
        endpoints
            .MapGet("/published/{slug}.proof", GetReceiptEndpoint.GetAsync)
            .WithName("get-receipt")
            .WithOrder(-1)
            .WithMetadata(new FileDownload());
        endpoints.MapGet("/stories/{storyId}/bundle", GetBundleEndpoint.GetAsync).WithMetadata(new FileDownload());
    }

    /// <summary>Subscribes the ledger to the events.</summary>
    internal sealed class Subscription : IConfigureMarten
    {
        /// <inheritdoc/>
        public void Configure(IServiceProvider services, StoreOptions options) =>
            options.Events.Subscribe(services.GetRequiredService<LedgerBuilder>(), subscription => subscription.Name = LedgerBuilder.Name);
    }
}
