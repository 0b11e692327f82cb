using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Tests.Desks;

public sealed class ConfigurationSpecs
{
    private static readonly DefineDesk City = new("City", "en");
    private static readonly DescribePerson Zoe = new("Zoe Ask", [Role.Reporter, Role.FactChecker]);
    private static readonly Speaker Ada = new("ada", "Ada Berg", "mayor");

    [Fact]
    public void An_admin_sets_up_desks_and_people()
    {
        Define(City, Adi).ShouldBeNull();
        Describe(Zoe, Adi).ShouldBeNull();
    }

    [Fact]
    public void A_definition_that_changes_nothing_has_no_event()
    {
        var desk = new Desk("city", "City", "en");
        DeskDecider.Decide(null, City, new DeskContext("city", Adi)).Events.ShouldBe([new DeskDefined(desk)]);
        DeskDecider.Decide(desk, City, new DeskContext("city", Adi)).Events.ShouldBeEmpty();
        var described = PersonDecider.Decide(null, Zoe, new PersonContext("zoe", Adi)).Events.ShouldHaveSingleItem();
        var person = Person.Evolve(null, described);
        var repeated = Zoe with { Roles = [Role.FactChecker, Role.Reporter, Role.FactChecker] };
        PersonDecider.Decide(person, repeated, new PersonContext("zoe", Adi)).Events.ShouldBeEmpty();
        PersonDecider.Decide(person, Zoe with { Name = "Zoe" }, new PersonContext("zoe", Adi)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Other_roles_define_nothing()
    {
        foreach (var actor in new[] { Rita, Ed, Femi, Lea, Pia, Chi, Uma })
        {
            Define(City, actor)!.Code.ShouldBe("role-required");
            Describe(Zoe, actor)!.Code.ShouldBe("role-required");
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
        Describe(Zoe with { Roles = [Role.Auditor, Role.Editor] }, Adi)!.Code.ShouldBe("roles-do-not-combine");

    [Fact]
    public void Roles_that_do_not_combine_permit_nothing() =>
        Define(City, Actor.Of("zoe", Role.Admin, Role.Editor))!.Code.ShouldBe("roles-do-not-combine");

    [Fact]
    public void Names_that_deceive_are_refused()
    {
        Define(City with { Name = "\u202Eytic" }, Adi)!.Code.ShouldBe("bidi-control");
        Describe(Zoe with { Name = "Z\0e" }, Adi)!.Code.ShouldBe("nul-character");
        Register(Ada with { Description = "\u2067mayor" }, null, Rita)!.Code.ShouldBe("bidi-control");
    }

    private static Refusal? Define(DefineDesk command, Actor actor) =>
        DeskDecider.Decide(null, command, new DeskContext("city", actor)).Refusal;

    private static Refusal? Describe(DescribePerson command, Actor actor) =>
        PersonDecider.Decide(null, command, new PersonContext("zoe", actor)).Refusal;

    private static Refusal? Register(Speaker speaker, Speaker? known, Actor actor) =>
        SpeakerDecider
            .Decide(known, new RegisterSpeaker(speaker.Name) { Description = speaker.Description }, new SpeakerContext(speaker.Id, actor))
            .Refusal;
}
