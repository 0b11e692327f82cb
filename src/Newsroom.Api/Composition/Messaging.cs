using Wolverine;

namespace Newsroom.Api.Composition;

/// <summary>Configures Wolverine: durable messages, scheduled messages, and the distribution of projections over nodes.</summary>
internal static class Messaging
{
    /// <summary>Whether several nodes share the database. Default: outside development.</summary>
    private const string Coordinate = "Nodes:Coordinate";

    private static readonly TimeSpan TakeoverInterval = TimeSpan.FromSeconds(5);

    /// <summary>Adds Wolverine with the durable messages of every module. <see cref="SchemaMigrator"/> creates its tables.</summary>
    public static void AddMessaging(this WebApplicationBuilder builder)
    {
        var coordinates = builder.Configuration.GetValue(Coordinate, !builder.Environment.IsDevelopment());
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(Program).Assembly;
            options.CodeGeneration.TypeLoadMode = GeneratedCode.Mode;
            options.AutoBuildMessageStorageOnStartup = JasperFx.AutoCreate.None;
            options.Durability.Mode = coordinates ? DurabilityMode.Balanced : DurabilityMode.Solo;
            // Another node takes over the scheduled messages of one that died within seconds.
            options.Durability.CheckAssignmentPeriod = TakeoverInterval;
            options.Durability.NodeReassignmentPollingTime = TakeoverInterval;
            // A class is not a message handler because of its name: modules register theirs.
            options.Discovery.DisableConventionalDiscovery();
            options.UseModules();
        });
    }
}
