using Newsroom.Api.Infrastructure.Persistence;
using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>Configures Wolverine: durable messages, scheduled messages, and the distribution of projections over nodes.</summary>
internal static class Messaging
{
    private static readonly TimeSpan TakeoverInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan StaleTime = TimeSpan.FromSeconds(30);

    /// <summary>Adds Wolverine with the durable messages of every module. <see cref="SchemaMigrator"/> creates its tables.</summary>
    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        var coordinates = NodeCoordination.IsConfigured(builder);
        var deadAfter = NodeCoordination.DeadAfter(builder.Configuration);
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(Program).Assembly;
            // Modules register handlers that need no code, and there is no compiler.
            options.CodeGeneration.TypeLoadMode = JasperFx.CodeGeneration.TypeLoadMode.Static;
            options.AutoBuildMessageStorageOnStartup = JasperFx.AutoCreate.None;
            options.Durability.Mode = coordinates ? DurabilityMode.Balanced : DurabilityMode.Solo;
            if (coordinates)
            {
                // Nodes compare the heartbeats of others with their clock. Two looks at a silent node agree before others take over.
                options.Durability.HealthCheckPollingTime = HeartbeatInterval;
                options.Durability.FirstHealthCheckExecution = HeartbeatInterval;
                options.Durability.StaleNodeTimeout = deadAfter;
            }

            options.Durability.CheckAssignmentPeriod = TakeoverInterval;
            options.Durability.NodeReassignmentPollingTime = TakeoverInterval;
            options.ConfigureStorage();
            options.Discovery.DisableConventionalDiscovery();
            options.UseModules();
        });
    }

    /// <summary>Configures what the tables of messages depend on.</summary>
    internal static void ConfigureStorage(this WolverineOptions options) =>
        // A message that was committed, and that its node does not have in memory, is handled all the same: the request may have been
        // cancelled between the commit and the hand-over.
        options.Durability.InboxStaleTime = StaleTime;
}
