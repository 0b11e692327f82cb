using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.EvidenceFiles;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Stored copies of evidence.</summary>
internal sealed class EvidenceFilesModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [EvidenceFileProjection.Registration()];

    /// <inheritdoc/>
    public void AddServices(WebApplicationBuilder builder)
    {
        var storage = EvidenceStorage.Of(builder.Configuration);
        builder.Services.AddSingleton(storage).AddSingleton(storage.Store);
        builder.Services.AddScoped<EvidenceFileHandler>();
        builder.Services.AddSingleton(EvidenceRetention.Of(builder.Configuration)).AddSingleton<EvidenceCleanupJob>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EvidenceCleanupJob>());
        builder.Services.AddHealthChecks().AddCheck<EvidenceHealth>("evidence", HealthStatus.Degraded, ["ready"]);
    }

    /// <inheritdoc/>
    public void ConfigureStore(StoreOptions options) =>
        options.Schema.For<EvidenceUse>().Duplicate(use => use.Story).Duplicate(use => use.Digest);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPut("/evidence/{sha256}", EvidenceFilesEndpoint.PutAsync)
            .WithMetadata(new BinaryBody("The content of the file; its type is read from it.", EvidenceFile.MaxBytes));
        endpoints.MapGet("/evidence/{sha256}", EvidenceFilesEndpoint.GetAsync).WithMetadata(new FileDownload());
    }
}
