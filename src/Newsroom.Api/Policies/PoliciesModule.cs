using Marten;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Policies;

namespace Newsroom.Api.Policies;

internal sealed class PoliciesModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [PoliciesProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddScoped<PolicyCommandHandler>();

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) =>
        options
            .Schema.For<DeskPolicies>()
            .Duplicate(policies => policies.Desk)
            .Duplicate(policies => policies.ShowsConfidential!)
            .Duplicate(policies => policies.LogsReads!);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desks/{desk}/policies", PoliciesEndpoint.GetAsync);
        endpoints.MapPost("/desks/{desk}/propose-policy", PoliciesEndpoint.ProposeAsync);
        endpoints.MapPost("/desks/{desk}/accept-policy", PoliciesEndpoint.AcceptAsync);
        endpoints.MapPost("/desks/{desk}/reject-policy", PoliciesEndpoint.RejectAsync);
    }
}
