using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Policies;

/// <summary>The policies of desks: proposed by an admin, in force once a chief editor accepts.</summary>
internal sealed class PoliciesModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [PoliciesProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddScoped<PolicyCommandHandler>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desks/{desk}/policies", PoliciesEndpoint.Get);
        endpoints.MapPost("/desks/{desk}/propose-policy", PoliciesEndpoint.Propose);
        endpoints.MapPost("/desks/{desk}/accept-policy", PoliciesEndpoint.Accept);
        endpoints.MapPost("/desks/{desk}/reject-policy", PoliciesEndpoint.Reject);
    }
}
