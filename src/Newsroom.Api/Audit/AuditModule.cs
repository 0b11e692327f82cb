using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Modules;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Infrastructure.Replicas;

namespace Newsroom.Api.Audit;

/// <summary>The audit trail: one row for each event.</summary>
internal sealed class AuditModule : IModule
{
    /// <inheritdoc/>
    public IEnumerable<ProjectionRegistration> Projections => [AuditProjection.Registration()];

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/audit", GetAuditEndpoint.GetAsync).ReadsReplica(except: ["since", "after"]);
        endpoints.MapGet("/audit.csv", ExportAuditEndpoint.CsvAsync).WithMetadata(new FileDownload());
        endpoints.MapGet("/audit.jsonl", ExportAuditEndpoint.JsonLinesAsync).WithMetadata(new FileDownload());
    }
}
