using System.Reflection;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Properties of all commands, whatever their rules.</summary>
public sealed class CommandListSpecs
{
    private const char RightToLeftOverride = '\u202E';

    // The story has everything that the examples of the catalog name: their words, the claim's id, a note, a hold.
    private static readonly GivenCommand[] Background =
    [
        Sent(CommandCatalog.Of<DraftArticle>()),
        Sent(CommandCatalog.Of<FlagClaim>()),
        Sent(CommandCatalog.Of<AddNote>()),
        Sent(CommandCatalog.Of<PlaceHold>()),
    ];

    // Confidentiality is not in the background, because it restricts who sends other commands.
    private static IEnumerable<GivenCommand> After(string name) =>
        name == CommandCatalog.Of<LiftConfidentiality>().Name ? [Sent(CommandCatalog.Of<MarkConfidential>())] : [];

    public static TheoryData<string> All => [.. CommandCatalog.All.Select(c => c.Name)];

    public static TheoryData<string> Based =>
        [.. CommandCatalog.All.Where(c => c.Precondition == Precondition.Version).Select(c => c.Name)];

    public static TheoryData<string> WithOneRole => [.. CommandCatalog.All.Where(c => c.Roles.Length == 1).Select(c => c.Name)];

    public static TheoryData<string> WithSeveralRoles => [.. CommandCatalog.All.Where(c => c.Roles.Length > 1).Select(c => c.Name)];

    public static TheoryData<string, ClosedState> WhenClosed =>
        [.. CommandCatalog.All.SelectMany(c => c.WhenClosed.Select(state => (c.Name, state)))];

    public static TheoryData<string, ClosedState> NotWhenClosed =>
        [
            .. CommandCatalog
                .All.Where(c => !c.Begins)
                .SelectMany(c => Enum.GetValues<ClosedState>().Except(c.WhenClosed).Select(state => (c.Name, state))),
        ];

    public static TheoryData<string> ByReportersOnTheStory => [.. CommandCatalog.All.Where(c => c.OnTheStory).Select(c => c.Name)];

    public static TheoryData<string, string> Texts =>
        [.. CommandCatalog.All.SelectMany(c => TextsOf(c.Type).Select(p => (c.Name, p.Name)))];

    [Fact]
    public void Every_command_is_in_the_list_once() =>
        CommandCatalog
            .All.Select(c => c.Type)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ShouldBe(
                typeof(StoryCommand)
                    .GetNestedTypes()
                    .Where(t => t.IsSubclassOf(typeof(StoryCommand)))
                    .OrderBy(t => t.Name, StringComparer.Ordinal)
            );

    [Theory]
    [MemberData(nameof(All))]
    public void Every_command_is_summed_up_in_a_sentence(string name) => Describe(name).Summary.ShouldMatch(@"^[A-Z].*\.$");

    [Theory]
    [MemberData(nameof(All))]
    public void A_role_it_is_not_for_is_refused(string name)
    {
        var spec = Given(Background);
        foreach (var role in Enum.GetValues<Role>().Except(Describe(name).Roles))
        {
            spec.When(Example(name), by: Actor.Of("zoe", role)).ThenRefused("role-required", RefusalKind.Forbidden);
        }

        spec.When(Example(name), by: Actor.Of("zoe")).ThenRefused("role-required", RefusalKind.Forbidden);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_role_it_is_not_for_does_not_help_though_held(string name)
    {
        var unfit = Enum.GetValues<Role>().Except(Describe(name).Roles).First();
        Given(Background)
            .When(Example(name) with { As = unfit }, by: Actor.Of("zoe", Describe(name).Roles[0], unfit))
            .ThenRefused(unfit is Role.Auditor or Role.Admin ? "roles-do-not-combine" : "role-required", RefusalKind.Forbidden);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_several_roles_that_fit_one_must_be_chosen(string name)
    {
        var roles = Describe(name).Roles;
        var zoe = Actor.Of("zoe", roles);
        (CodeOf(Given(Background).Decide(Example(name), zoe)) == "role-ambiguous").ShouldBe(roles.Length > 1);
        foreach (var role in roles)
        {
            CodeOf(Given(Background).Decide(Example(name) with { As = role }, zoe))
                .ShouldNotBeOneOf("role-ambiguous", "role-required", "role-not-held");
        }
    }

    [Theory]
    [MemberData(nameof(WithSeveralRoles))]
    public void A_role_that_is_not_held_is_refused_to_who_holds_another_that_fits(string name) =>
        Given(Background)
            .When(Example(name) with { As = Describe(name).Roles[1] }, by: Actor.Of("zoe", Describe(name).Roles[0]))
            .ThenRefused("role-not-held", RefusalKind.Forbidden);

    [Theory]
    [MemberData(nameof(WithOneRole))]
    public void The_only_role_that_fits_must_be_held(string name)
    {
        var fitting = Describe(name).Roles.Single();
        foreach (var held in Enum.GetValues<Role>().Where(role => role != fitting))
        {
            Given(Background)
                .When(Example(name) with { As = fitting }, by: Actor.Of("zoe", held))
                .ThenRefused("role-required", RefusalKind.Forbidden);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Auditor_and_admin_combine_with_nothing(string name)
    {
        foreach (var lone in new[] { Role.Auditor, Role.Admin })
        {
            Given(Background)
                .When(Example(name) with { As = Describe(name).Roles[0] }, by: Actor.Of("zoe", Describe(name).Roles[0], lone))
                .ThenRefused("roles-do-not-combine", RefusalKind.Forbidden);
        }

        Given(Background)
            .When(Example(name), by: Actor.Of("zoe", Role.Auditor, Role.Admin))
            .ThenRefused("roles-do-not-combine", RefusalKind.Forbidden);
    }

    [Theory]
    [MemberData(nameof(Based))]
    public void A_command_based_on_a_version_says_which(string name)
    {
        var spec = Given(Background);
        var refusal = spec.Decide(Example(name), Fitting(name)).ShouldBeOfType<Decision<StoryEvent>.Refused>().Refusal;
        (refusal.Kind, refusal.Code, refusal.CurrentVersion).ShouldBe((RefusalKind.BasisMissing, "version-required", Background.Length));
    }

    [Theory]
    [MemberData(nameof(Based))]
    public void Any_but_the_current_version_is_stale(string name)
    {
        // Commands that merge are refused only for versions that never existed.
        foreach (
            var seen in new long[] { Background.Length - 1, Background.Length + 1, 0, -1, long.MaxValue }.Where(v =>
                v != Background.Length - 1 || !Describe(name).Merges
            )
        )
        {
            var refusal = Given(Background)
                .Decide(Example(name) with { BasedOn = seen }, Fitting(name))
                .ShouldBeOfType<Decision<StoryEvent>.Refused>()
                .Refusal;
            (refusal.Kind, refusal.Code, refusal.CurrentVersion).ShouldBe((RefusalKind.Stale, "stale-version", Background.Length));
        }
    }

    [Fact]
    public void A_command_that_stops_something_never_fails_for_another_edit() =>
        Given(Background)
            .When(new PlaceHold("Wait.") { BasedOn = 1 }, by: Lea)
            .Then(typeof(HoldPlaced))
            .When(new Spike("Dull.") { BasedOn = 1 }, by: Ed)
            .Then(typeof(StorySpiked));

    [Theory]
    [MemberData(nameof(NotWhenClosed))]
    public void A_closed_story_refuses_it(string name, ClosedState closed) =>
        Given([.. Until(closed, []), .. Closing(closed)])
            .When(Example(name), by: Fitting(name))
            .ThenRefused($"story-{closed.ToKebabCase()}");

    [Theory]
    [MemberData(nameof(WhenClosed))]
    public void A_closed_story_accepts_it(string name, ClosedState closed) =>
        Given([.. Until(closed, After(name)), .. Closing(closed)]).When(Example(name), by: Fitting(name)).Then(Happens(name));

    /// <summary>The background of a story to spike, or of a published one.</summary>
    private static IEnumerable<GivenCommand> Until(ClosedState closed, IEnumerable<GivenCommand> after) =>
        closed == ClosedState.Spiked
            ? [.. Background, .. after]
            : [.. BeforeExampleOf(CommandCatalog.Of<Retract>()), .. Background[1..3], .. after];

    private static IEnumerable<GivenCommand> Closing(ClosedState closed) =>
        closed switch
        {
            ClosedState.Retracted => [Sent(CommandCatalog.Of<Retract>())],
            ClosedState.Killed => [Sent(CommandCatalog.Of<Kill>())],
            _ => [Spiked()],
        };

    [Theory]
    [MemberData(nameof(ByReportersOnTheStory))]
    public void A_reporter_who_neither_wrote_it_nor_is_assigned_is_refused(string name)
    {
        var draft = Sent(CommandCatalog.Of<DraftArticle>());
        Given(Background).When(Example(name), by: Rob).ThenRefused("not-on-the-story", RefusalKind.Forbidden);
        Given([draft, Assigned(Rob), .. SentBy(name, Rob)]).Then(Happens(name));
        Given([draft, .. SentBy(name, Chi)]).Then(Happens(name));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Characters_that_deceive_or_cannot_be_kept_are_refused_in_any_text(string name, string text)
    {
        foreach (
            var (character, code) in new[] { ('\0', "nul-character"), (RightToLeftOverride, "bidi-control"), ('\u2066', "bidi-control") }
        )
        {
            var command = Example(name) with { };
            TextsOf(command.GetType()).Single(p => p.Name == text).SetValue(command, $"It{character} fell.");
            Given(Background).When(command, by: Fitting(name)).ThenRefused(code);
        }
    }

    [Fact]
    public void In_evidence_too() =>
        Given(Drafted(), Flagged())
            .When(story => CheckOf(story, "c1") with { Evidence = [Tape, Tape with { Excerpt = "It\0" }] }, by: Femi)
            .ThenRefused("nul-character")
            .When(story => CheckOf(story, "c1") with { Evidence = [Tape with { Citation = $"{RightToLeftOverride}" }] }, by: Femi)
            .ThenRefused("bidi-control");

    private static CommandDescription Describe(string name) => CommandCatalog.Named(name);

    private static StoryCommand Example(string name) => ExampleOf(Describe(name)) with { As = null };

    private static Actor Fitting(string name) => ActorIn(Describe(name).Roles[0]);

    /// <summary>The example and those before it, all sent by one person.</summary>
    private static IEnumerable<GivenCommand> SentBy(string name, Actor by) =>
        Describe(name)
            .ExampleAfter.Select(step => step.Type)
            .Append(Describe(name).Type)
            .Select(type => Asked(ExampleOf(CommandCatalog.Of(type)) with { As = null }, by));

    /// <summary>Returns the types of the events of an accepted example.</summary>
    private static Expected[] Happens(string name) =>
        [.. Given([.. BeforeExampleOf(Describe(name)), Sent(Describe(name))]).Happened.Select(e => (Expected)e.GetType())];

    private static string CodeOf(Decision<StoryEvent> decision) =>
        decision is Decision<StoryEvent>.Refused refused ? refused.Refusal.Code : "accepted";

    private static IEnumerable<PropertyInfo> TextsOf(Type command) => command.GetProperties().Where(p => p.PropertyType == typeof(string));
}
