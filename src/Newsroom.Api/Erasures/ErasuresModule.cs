using Marten;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Wolverine;

namespace Newsroom.Api.Erasures;

/// <summary>Erasures: requests, approval and execution.</summary>
internal sealed class ErasuresModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [ErasureProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ErasureService>();
        builder.Services.AddSingleton<PendingErasures>();
        builder.Services.AddErasureSettlement();
    }

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options)
    {
        options.Schema.For<ErasureSettlement>().Identity(settlement => settlement.Id);
    }

    /// <inheritdoc/>
    public void ConfigureMessages(WolverineOptions options) => options.UseErasureSettlement();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/erasures", ErasuresEndpoint.ListAsync);
        endpoints.MapPost("/erasures/request-erasure", ErasuresEndpoint.RequestAsync);
        endpoints.MapPost("/erasures/{erasure}/approve-erasure", ErasuresEndpoint.ApproveAsync);
        endpoints.MapPost("/erasures/{erasure}/reject-erasure", ErasuresEndpoint.RejectAsync);
    }
}
