using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.EvidenceFiles;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Projects evidence files to documents, inline.</summary>
public sealed partial class EvidenceFileProjection : MultiStreamProjection<EvidenceFile, string>
{
    /// <summary>The kind of stream.</summary>
    public const string StreamKind = "evidence-file";

    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfName("evidence-files", new EvidenceFileProjection(), StreamKind, NameOf);

    private static string? NameOf(object happened) => (happened as EvidenceFileAdded)?.Sha256;

    /// <summary>Creates one document per file. Reads of a file do not change it.</summary>
    public EvidenceFileProjection() => Identity<EvidenceFileAdded>(e => NameOf(e)!);

    /// <summary>Folds an event.</summary>
    public override EvidenceFile? Evolve(EvidenceFile? snapshot, string id, IEvent e) => EvidenceFile.Evolve(snapshot, e.Data);
}
