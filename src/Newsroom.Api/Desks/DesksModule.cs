using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Desks;

internal sealed class DesksModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [DeskProjection.Registration()];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desks", DesksEndpoint.ListAsync);
        endpoints.MapGet("/desks/{desk}", DesksEndpoint.GetAsync);
        endpoints.MapPut("/desks/{desk}", DesksEndpoint.PutAsync);
    }
}
