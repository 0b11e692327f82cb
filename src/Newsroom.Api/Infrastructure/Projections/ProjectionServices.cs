using Marten;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>Registers projections.</summary>
public static class ProjectionServices
{
    /// <summary>Adds a projection to the store. It is monitored, verified and rebuilt from then on.</summary>
    public static IServiceCollection AddProjection(this IServiceCollection services, ProjectionRegistration projection)
    {
        services.AddSingleton(projection);
        services.AddSingleton<IConfigureMarten>(new Registered(projection));
        return projection is IEventConsumer consumer ? services.AddSingleton(consumer) : services;
    }

    private sealed class Registered(ProjectionRegistration projection) : IConfigureMarten
    {
        public void Configure(IServiceProvider services, StoreOptions options)
        {
            projection.AddTo(options, services.GetRequiredService<TimeProvider>());
            foreach (var view in projection.Views)
            {
                view.AddSchema(options);
            }
        }
    }
}
