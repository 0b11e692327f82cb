using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Replicas;

namespace Newsroom.Api.Numbers;

/// <summary>How the work of desks goes, by week.</summary>
internal sealed class NumbersModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [NumbersProjection.Registration()];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/numbers", GetNumbersEndpoint.GetAsync).ReadsReplica();
}
