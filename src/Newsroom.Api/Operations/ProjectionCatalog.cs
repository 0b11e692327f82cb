using Newsroom.Api.Audit;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Worklists;

namespace Newsroom.Api.Operations;

/// <summary>Creates the asynchronous projections by name.</summary>
internal static class ProjectionCatalog
{
    /// <summary>Creates a projection that parks what it cannot apply; null where no asynchronous projection has that name.</summary>
    public static ResilientProjection? Create(string name) =>
        name switch
        {
            "worklists" => new(name, new WorklistProjection()),
            "keyframes" => new(name, new KeyframeProjection()),
            "audit" => new(name, new AuditProjection()),
            _ => null,
        };
}
