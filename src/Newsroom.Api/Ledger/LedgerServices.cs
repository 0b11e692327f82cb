using Marten;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Store;

namespace Newsroom.Api.Ledger;

/// <summary>What the ledger needs of the host.</summary>
public static class LedgerServices
{
    /// <summary>Adds the ledger.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">What it is signed with.</param>
    /// <param name="every">How often.</param>
    public static void AddLedger(this IServiceCollection services, LedgerKeys keys, TimeSpan every)
    {
        services.AddSingleton(keys);
        services.AddSingleton<LedgerBuilder>();
        services.AddSingleton<IEventConsumer>(provider => provider.GetRequiredService<LedgerBuilder>());
        services.AddSingleton<IConfigureMarten, Building>();
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<SchemaComparison>();
        services.AddSingleton<StoreVerifier>();
        services.AddSingleton<BundleBuilder>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<CheckpointTimer>(provider, every));
    }

    /// <summary>Has the ledger built behind the commands.</summary>
    internal sealed class Building : IConfigureMarten
    {
        /// <inheritdoc/>
        public void Configure(IServiceProvider services, StoreOptions options) =>
            options.Events.Subscribe(services.GetRequiredService<LedgerBuilder>(), subscription => subscription.Name = LedgerBuilder.Name);
    }
}
