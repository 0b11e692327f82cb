namespace Newsroom.Api.Operations;

/// <summary>Registers what keeps projections going.</summary>
public static class OperationsServices
{
    /// <summary>Adds the supervision of projections, and the list of events they could not apply.</summary>
    public static void AddProjectionSupervision(this IServiceCollection services)
    {
        services.AddSingleton<ParkedEvents>();
        services.AddSingleton<ProjectionMonitor>();
        services.AddSingleton<UnreadableEventSkipper>();
        services.AddHostedService<ProjectionSupervisor>();
        services.AddHostedService<IdleMemory>();
    }
}
