using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>Projects speakers to documents, inline.</summary>
public sealed partial class SpeakerProjection : MultiStreamProjection<Speaker, string>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("speakers", new SpeakerProjection(), "speaker", NameOf);

    private static string? NameOf(object happened) =>
        happened switch
        {
            SpeakerRegistered e => e.Speaker.Id,
            IdentitySealed e => e.Speaker,
            IdentityRevealed e => e.Speaker,
            _ => null,
        };

    /// <summary>Creates one document per speaker.</summary>
    public SpeakerProjection()
    {
        Identity<SpeakerRegistered>(e => NameOf(e)!);
        Identity<IdentitySealed>(e => NameOf(e)!);
        Identity<IdentityRevealed>(e => NameOf(e)!);
    }

    /// <summary>Folds an event.</summary>
    public override Speaker? Evolve(Speaker? snapshot, string id, IEvent e) => Speaker.Evolve(snapshot, e.Data);
}
