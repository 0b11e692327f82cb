using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;

namespace Newsroom.Api.Operations;

/// <summary>Registers what keeps projections going.</summary>
public static class OperationsServices
{
    /// <summary>Adds the monitoring, verification and repair of projections.</summary>
    public static void AddProjectionSupervision(this IServiceCollection services)
    {
        services.AddSingleton<ViewCatalog>();
        services.AddSingleton<ProjectionVerifier>();
        services.AddSingleton<ParkedEvents>();
        services.AddSingleton<ProjectionMonitor>();
        services.AddSingleton<UnreadableEventSkipper>();
        services.AddHostedService<ProjectionSupervisor>();
        services.AddHostedService<IdleMemory>();
    }
}
