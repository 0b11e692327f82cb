using Marten;

namespace Newsroom.Api.Ledgers;

/// <summary>What the ledger needs of the host.</summary>
public static class LedgerServices
{
    /// <summary>Adds the ledger, signed with these keys.</summary>
    public static void AddLedger(this IServiceCollection services, LedgerKeys keys)
    {
        services.AddSingleton(keys);
        services.AddSingleton<LedgerBuilder>();
        services.ConfigureMarten((provider, options) => options.Events.Subscribe(provider.GetRequiredService<LedgerBuilder>(), subscription => subscription.Name = LedgerBuilder.Name));
        services.AddSingleton<Checkpoints>();
        services.AddSingleton<StoreWalk>();
        services.AddSingleton<BundleDesk>();
        services.AddHostedService<CheckpointTimer>();
    }
}
