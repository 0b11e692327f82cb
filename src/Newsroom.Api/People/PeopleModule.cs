using Microsoft.Extensions.DependencyInjection.Extensions;
using Newsroom.Api.Definitions;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.People;

internal sealed class PeopleModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [PersonProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.TryAddScoped<DefinitionHandler>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/people", PeopleEndpoint.ListAsync);
        endpoints.MapPut("/people/{person}", PeopleEndpoint.PutAsync);
    }
}
