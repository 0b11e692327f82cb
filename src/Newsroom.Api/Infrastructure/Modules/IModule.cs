using Marten;
using Newsroom.Api.Infrastructure.Projections;
using Wolverine;

namespace Newsroom.Api.Infrastructure.Modules;

/// <summary>A module of the API: services, documents, messages and endpoints.</summary>
public interface IModule
{
    /// <summary>Gets its projections.</summary>
    IEnumerable<ProjectionRegistration> Projections => [];

    /// <summary>Registers its services.</summary>
    void AddServices(WebApplicationBuilder builder) { }

    /// <summary>Adds its documents and tables to the store.</summary>
    void ConfigureStore(StoreOptions options) { }

    /// <summary>Adds its durable messages.</summary>
    void ConfigureMessages(WolverineOptions options) { }

    /// <summary>Maps its endpoints.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
