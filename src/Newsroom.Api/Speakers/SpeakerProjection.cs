using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>The speakers there are.</summary>
public sealed partial class SpeakerProjection : MultiStreamProjection<Speaker, string>
{
    /// <summary>One document per speaker.</summary>
    public SpeakerProjection()
    {
        Identity<SpeakerRegistered>(e => e.Speaker.Id);
        Identity<IdentitySealed>(e => e.Speaker);
        Identity<IdentityRevealed>(e => e.Speaker);
    }

    /// <summary>Folds by the domain's own fold.</summary>
    public override Speaker? Evolve(Speaker? snapshot, string id, IEvent e) => Speaker.Evolve(snapshot, e.Data);
}
