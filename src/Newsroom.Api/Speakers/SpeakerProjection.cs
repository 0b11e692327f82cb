using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>The speakers there are.</summary>
public sealed partial class SpeakerProjection : MultiStreamProjection<Speaker, string>
{
    /// <summary>One document per speaker.</summary>
    public SpeakerProjection() => Identity<SpeakerRegistered>(e => e.Speaker.Id);

    /// <summary>The registration is the speaker.</summary>
    public override Speaker? Evolve(Speaker? snapshot, string id, IEvent e) => e.Data is SpeakerRegistered registered ? registered.Speaker : snapshot;
}
