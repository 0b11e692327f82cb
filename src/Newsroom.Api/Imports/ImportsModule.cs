using Newsroom.Api.Infrastructure.Modules;

namespace Newsroom.Api.Imports;

/// <summary>Imports histories of files as stories.</summary>
internal sealed class ImportsModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder) => builder.Services.AddSingleton<HistoryImporter>();

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/stories/import-history", ImportHistoryEndpoint.PostAsync);
}
