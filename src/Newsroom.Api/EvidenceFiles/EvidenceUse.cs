using JasperFx.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.EvidenceFiles;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>A story whose checks name a file of evidence.</summary>
/// <param name="Id">Follows from story and digest.</param>
/// <param name="Story">The story.</param>
/// <param name="Digest">The digest.</param>
public sealed record EvidenceUse(Guid Id, Guid Story, string Digest)
{
    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}evidenceuse";

    /// <summary>Returns the uses in events of stories.</summary>
    public static IEnumerable<EvidenceUse> Of(IEnumerable<IEvent> events) =>
        (
            from e in events
            let happened = e.Data as StoryEvent.FactChecked
            where happened is { Evidence.IsDefault: false }
            from evidence in happened.Evidence
            where evidence.Sha256 is { } digest && EvidenceFile.IsDigest(digest)
            select new EvidenceUse(IdOf(e.StreamId, evidence.Sha256!), e.StreamId, evidence.Sha256!)
        ).Distinct();

    private static Guid IdOf(Guid story, string digest) => StreamIds.Of("evidence-use", $"{story}/{digest}");
}
