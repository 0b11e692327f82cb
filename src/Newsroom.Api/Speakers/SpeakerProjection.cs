using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Speakers;

namespace Newsroom.Api.Speakers;

/// <summary>The speakers there are.</summary>
public sealed partial class SpeakerProjection : MultiStreamProjection<Speaker, string>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("speakers", new SpeakerProjection(), "speaker", NameOf);

    private static string? NameOf(object happened) =>
        happened switch
        {
            SpeakerRegistered e => e.Speaker.Id,
            IdentitySealed e => e.Speaker,
            IdentityRevealed e => e.Speaker,
            _ => null,
        };

    /// <summary>One document per speaker.</summary>
    public SpeakerProjection()
    {
        Identity<SpeakerRegistered>(e => NameOf(e)!);
        Identity<IdentitySealed>(e => NameOf(e)!);
        Identity<IdentityRevealed>(e => NameOf(e)!);
    }

    /// <summary>Folds by the domain's own fold.</summary>
    public override Speaker? Evolve(Speaker? snapshot, string id, IEvent e) => Speaker.Evolve(snapshot, e.Data);
}
