using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Speakers;

/// <summary>Decides the registration of speakers, by those who quote them.</summary>
public static class SpeakerDecider
{
    /// <summary>Returns the refusal of a speaker's registration, or null.</summary>
    /// <param name="speaker">The speaker.</param>
    /// <param name="known">The registered speaker with that id, or null.</param>
    /// <param name="actor">The caller.</param>
    public static Refusal? RefuseSpeaker(Speaker speaker, Speaker? known, Actor actor) =>
        ConfigurationCatalog.RegisterSpeaker.RefuseUnlessHeldBy(actor) ?? CommandTexts.Refuse(speaker) ?? RefuseKnown(known);

    private static Refusal? RefuseKnown(Speaker? known) =>
        known is null
            ? null
            : Refusal.Rule(
                "speaker-known",
                $"There is a speaker \"{known.Id}\": {known.Name}, {known.Description}. Choose another id if this is somebody else."
            );
}
