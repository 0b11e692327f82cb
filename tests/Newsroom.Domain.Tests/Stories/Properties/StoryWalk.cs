using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>A random story: any commands by any people in any order, under the policies of two desks.</summary>
internal sealed partial class StoryWalk
{
    private static readonly Policy[] Policies =
    [
        Policy.Default,
        new(
            1,
            [
                new(Gate.Approvals) { Minimum = 1, Waivable = true },
                .. new[]
                {
                    Gate.QuotesAttributed,
                    Gate.QuotesVerified,
                    Gate.ClaimsChecked,
                    Gate.HeadlineQuotesSourced,
                    Gate.NotesResolved,
                }.Select(g => new GateTerms(g) { Waivable = true }),
            ]
        ),
        new(
            2,
            [
                new(Gate.Approvals) { Minimum = 3, Roles = [new(Role.Editor, 1), new(Role.Legal, 1)] },
                new(Gate.QuotesVerified) { Minimum = 2 },
                new(Gate.ClaimsChecked) { Minimum = 2, Waivable = true },
                new(Gate.QuotesAttributed),
            ]
        ),
        new(3, [new(Gate.Approvals)]),
    ];

    public static Gen<(int Policy, int Drafter, (Act Act, int Who, int One, int Other)[] GivenCommands)> Walks =>
        Gen.Select(
            Gen.Int[0, (Policies.Length * Policies.Length) - 1],
            Gen.Int[0, Everybody.Length - 1],
            Gen.Select(Gen.Enum<Act>(), Gen.Int[0, Everybody.Length - 1], Gen.Int[0, 40], Gen.Int[0, 40]).Array[5, 60]
        );

    public static StoryWalk Taken((int Policy, int Drafter, (Act Act, int Who, int One, int Other)[] GivenCommands) walk)
    {
        var taken = new StoryWalk(
            Policies[walk.Policy % Policies.Length],
            Policies[walk.Policy / Policies.Length],
            Everybody[walk.Drafter]
        );
        foreach (var (act, who, one, other) in walk.GivenCommands)
        {
            taken.Do(act, Everybody[who], one, other);
        }

        return taken;
    }

    private readonly StorySpec spec;
    private readonly ReferenceGates naive;

    public StoryWalk(Policy policy, Policy elsewhere, Actor drafter)
    {
        var by = Author(drafter);
        spec = Given(
                Asked(
                    new DraftArticle("city")
                    {
                        Headline = Headlines[0],
                        Body = string.Join("\n\n", Paragraphs[0], Paragraphs[5]),
                        As = by.Is(Role.Reporter) ? Role.Reporter : Role.Editor,
                    },
                    by
                )
            )
            .Under(elsewhere)
            .UnderThatOf("city", policy);
        naive = new ReferenceGates(spec, Quotations);
    }

    private string Told =>
        $"policies {spec.PolicyOf("city").Version} and {spec.PolicyOf("kultur").Version}: {string.Join("; ", spec.History)}";

    public void Do(Act act, Actor by, int one, int other)
    {
        if (act == Act.Wait)
        {
            spec.After(TimeSpan.FromMinutes(one));
        }
        else if (act == Act.Fire)
        {
            Fire(TimeSpan.FromMinutes(one));
        }
        else if (act is Act.Settle or Act.SettleMore)
        {
            Settle(Blocking(one), other);
        }
        else if (Command(act, one, other) is { } asked && RoleFor(asked, by, other) is { } role)
        {
            Ask(asked, by, role);
        }

        Compare();
    }

    /// <summary>Follows the advice of the gates until the story is published.</summary>
    public void Follow(Actor drafter)
    {
        if (spec.Story.Closed() is ClosedState.Retracted or ClosedState.Killed)
        {
            return;
        }

        if (spec.Story.Stage == Stage.Spiked)
        {
            Ask(new Unspike(), Ed, Role.Editor).ShouldBeTrue(Told);
        }

        if (spec.Story.Confidential is not null)
        {
            Ask(new MarkConfidential("Pia publishes.") { Readers = [Pia.Person, $"{spec.Now}"] }, Lea, Role.Legal).ShouldBeTrue(Told);
        }

        for (var i = 0; Blocking(0) is { } blocking; i++)
        {
            i.ShouldBeLessThan(100, $"no end to {blocking.Reason.Message} of {Told}");
            Settle(blocking, i).ShouldBeTrue($"{blocking.Reason.Message} Refused: {spec.Refusal}. {Told}");
            Compare();
        }

        if (spec.Story.Publication.Status == PublicationStatus.Withheld)
        {
            Ask(new Release(), Lea, Role.Legal).ShouldBeTrue(Told);
        }

        if (spec.Story.Stage == Stage.Drafting)
        {
            Ask(new SubmitForReview(), Author(drafter), RoleFor(new SubmitForReview(), Author(drafter), 0)!.Value).ShouldBeTrue(Told);
        }

        (
            Ask(spec.Live is null ? new Publish() : new Correct(EditionKind.Correction, "We were wrong."), Pia, Role.Publisher)
            || spec.Refusal!.Code == "same-words"
        ).ShouldBeTrue($"{spec.Refusal}. {Told}");
    }

    /// <summary>Fires the pending schedule: it publishes the scheduled words where publish is accepted, or says why it fails.</summary>
    private void Fire(TimeSpan late)
    {
        if (spec.Story.Schedule is not { } due)
        {
            return;
        }

        var present = Everybody.Concat(Others).First(a => a.Person == due.By);
        var before = spec.Story.Version;
        spec.After(due.Time + late > spec.Now ? due.Time + late - spec.Now : TimeSpan.Zero);
        var said = Said();
        var publish = spec.Decide(new Publish { As = Role.Publisher, BasedOn = before }, present);
        spec.WhenDue(schedule: due.Version, present: present);
        spec.Happened.Skip(1).ShouldAllBe(e => e is FactCheckWithdrawn, Told);
        var happened = spec.Happened[0];
        naive.Note(happened, due.By, Role.Publisher);
        if (happened is StoryPublished published)
        {
            (published.Fingerprint, published.Schedule).ShouldBe((due.Fingerprint, due.Version), Told);
            published.Gates.Select(g => (g.Gate, (GateOutcome?)g.Outcome)).ShouldBe(said, Told);
            publish.Refusal.ShouldBeNull(Told);
        }
        else
        {
            var failed = happened.ShouldBeOfType<ScheduledPublicationFailed>(Told);
            var isOfSchedule = failed.Reason is ScheduleFailures.Late or ScheduleFailures.WordsChanged;
            (isOfSchedule || failed.Reason == publish.Refusal?.Code).ShouldBeTrue($"{failed.Reason}: {publish.Refusal}. {Told}");
            var failing = failed.Reason == ScheduleFailures.GatesFailed ? said.Where(g => g.Item2 == GateOutcome.Failed) : [];
            failed.Gates.Select(g => g.Gate).ShouldBe(failing.Select(g => g.Item1), Told);
        }

        spec.WhenDue(schedule: due.Version, present: present).ThenNothing();
    }

    private List<(Gate, GateOutcome?)> Said() =>
        [.. Enum.GetValues<Gate>().Select(g => (g, naive.Of(g))).Where(g => g.Item2 is not null)];

    private bool Ask(StoryCommand asked, Actor by, Role role)
    {
        var said = asked is Publish or Correct ? Said() : [];
        spec.When(asked with { As = role }, by);
        foreach (var happened in spec.Happened)
        {
            naive.Note(happened, by.Person, role);
            if (happened is EditionEvent published)
            {
                published.Gates.ShouldAllBe(g => g.Outcome != GateOutcome.Failed && g.Reasons.All(r => r.Waiver != null), Told);
                published.Gates.Select(g => (g.Gate, (GateOutcome?)g.Outcome)).ShouldBe(said, Told);
                (
                    naive.Behind().Any()
                    || published.Gates.Single(g => g.Gate == Gate.Approvals).Reasons.All(r => r.Waiver!.By != spec.Story.Drafter)
                ).ShouldBeTrue($"published by {spec.Story.Drafter} alone: {Told}");
                naive.People.Count.ShouldBeGreaterThan(1, Told);
            }
        }

        return !spec.Happened.IsEmpty;
    }

    private void Compare()
    {
        var gates = spec.Gates;
        Enum.GetValues<Gate>()
            .Select(g => (g, gates.FirstOrDefault(r => r.Gate == g)?.Outcome))
            .ShouldBe(Enum.GetValues<Gate>().Select(g => (g, naive.Of(g))), Told);

        // A waived reason can be part of a publication, which stores the code.
        foreach (var reason in gates.SelectMany(g => g.Reasons).Where(r => r.Fingerprint is not null))
        {
            PublishedGateSentences.Sentence(PublishedReason.Of(reason)).ShouldNotBeNull(reason.Code);
        }
    }

    private (Gate Gate, GateReason Reason)? Blocking(int nth)
    {
        var blocking = spec.Gates.SelectMany(g => g.Blocking, (g, reason) => (g.Gate, reason)).ToList();
        return blocking.Count == 0 ? null : blocking[nth % blocking.Count];
    }

    /// <summary>Follows one way that a reason names, as a permitted person.</summary>
    private bool Settle((Gate Gate, GateReason Reason)? blocking, int other)
    {
        if (blocking is not var (gate, reason))
        {
            return false;
        }

        var ways = (
            from way in reason.Ways
            from role in way.Roles
            let taker = Others.Concat(Everybody).FirstOrDefault(a => a.Is(role) && way.Names(a.Person, role))
            where taker is not null
            select (By: taker, Role: role, Asked: Settling(way.Command, gate, reason))
        ).ToList();
        return ways.Count > 0 && ways[other % ways.Count] is var taken && Ask(taken.Asked, taken.By, taken.Role);
    }
}
