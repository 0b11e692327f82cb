using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.People;

internal sealed class PeopleModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [PersonProjection.Registration()];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/people", PeopleEndpoint.ListAsync);
        endpoints.MapPut("/people/{person}", PeopleEndpoint.PutAsync);
    }
}
