using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Tests.Desks;

public sealed class ConfigurationSpecs
{
    private static readonly Desk City = new("city", "City", "en");
    private static readonly Person Zoe = new("zoe", "Zoe Ask", [Role.Reporter, Role.FactChecker]);
    private static readonly Speaker Ada = new("ada", "Ada Berg", "mayor");

    [Fact]
    public void An_admin_sets_up_desks_and_people()
    {
        DeskDecider.Decide(null, City, Adi).Refusal.ShouldBeNull();
        PersonDecider.Decide(null, Zoe, Adi).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Other_roles_define_nothing()
    {
        foreach (var actor in new[] { Rita, Ed, Femi, Lea, Pia, Chi, Uma })
        {
            DeskDecider.Decide(null, City, actor).Refusal!.Code.ShouldBe("role-required");
            PersonDecider.Decide(null, Zoe, actor).Refusal!.Code.ShouldBe("role-required");
        }
    }

    [Fact]
    public void Reporters_editors_and_fact_checkers_register_speakers()
    {
        foreach (
            var (actor, may) in new[] { (Rita, true), (Ed, true), (Femi, true), (Lea, false), (Pia, false), (Adi, false), (Uma, false) }
        )
        {
            (Register(Ada, null, actor) is null).ShouldBe(may);
        }
    }

    [Fact]
    public void A_speaker_is_registered_once() => Register(Ada, Ada, Rita)!.Code.ShouldBe("speaker-known");

    [Fact]
    public void Roles_that_do_not_combine_are_refused() =>
        PersonDecider.Decide(null, Zoe with { Roles = [Role.Auditor, Role.Editor] }, Adi).Refusal!.Code.ShouldBe("roles-do-not-combine");

    [Fact]
    public void Roles_that_do_not_combine_permit_nothing() =>
        DeskDecider.Decide(null, City, Actor.Of("zoe", Role.Admin, Role.Editor)).Refusal!.Code.ShouldBe("roles-do-not-combine");

    [Fact]
    public void Names_that_deceive_are_refused()
    {
        DeskDecider.Decide(null, City with { Name = "\u202Eytic" }, Adi).Refusal!.Code.ShouldBe("bidi-control");
        PersonDecider.Decide(null, Zoe with { Name = "Z\0e" }, Adi).Refusal!.Code.ShouldBe("nul-character");
        Register(Ada with { Description = "\u2067mayor" }, null, Rita)!.Code.ShouldBe("bidi-control");
    }

    private static Refusal? Register(Speaker speaker, Speaker? known, Actor actor) =>
        SpeakerDecider
            .Decide(known, new RegisterSpeaker(speaker.Name) { Description = speaker.Description }, new SpeakerContext(speaker.Id, actor))
            .Refusal;
}
