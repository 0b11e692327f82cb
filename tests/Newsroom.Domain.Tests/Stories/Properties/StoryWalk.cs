using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>A random story: any commands by any people in any order, under the policies of two desks.</summary>
internal sealed class StoryWalk
{
    private static readonly Actor Mia = Actor.Of(
        "mia",
        Role.Reporter,
        Role.Editor,
        Role.FactChecker,
        Role.Legal,
        Role.Publisher,
        Role.ChiefEditor
    );
    private static readonly Actor Ola = Actor.Of(
        "ola",
        Role.Reporter,
        Role.Editor,
        Role.FactChecker,
        Role.Legal,
        Role.Publisher,
        Role.ChiefEditor
    );
    public static readonly Actor[] Everybody = [Rita, Rob, Ed, Eve, Femi, Lea, Pia, Chi, Mia, Ola];

    /// <summary>People who did not take part: enough of each role.</summary>
    public static readonly Actor[] Others =
    [
        Actor.Of("oda", Role.Editor),
        Actor.Of("odd", Role.Editor),
        Actor.Of("ole", Role.Editor),
        Actor.Of("fia", Role.FactChecker),
        Actor.Of("fin", Role.FactChecker),
        Actor.Of("fox", Role.FactChecker),
        Actor.Of("lou", Role.Legal),
        Actor.Of("lux", Role.Legal),
        Actor.Of("cia", Role.ChiefEditor),
    ];

    private static readonly string[] Paragraphs =
    [
        "“We will rebuild the bridge,” said Berg.",
        "“We shall rebuild the bridge,” said Berg.",
        "“Nobody was hurt in any way,” said Lund.",
        "Critics call it “a bridge to nowhere at all” now.",
        "They sang “rain again” twice.",
        "It cost 3 million.",
        "It cost 4 million.",
        "It fell in May.",
    ];

    private static readonly string[] Headlines =
    [
        "A bridge",
        "Berg: “rebuild the bridge”",
        "“We will rebuild the bridge”",
        "It cost 3 million",
    ];

    private static readonly Dictionary<string, (string Words, bool IsTerm)> Quotations = new()
    {
        [Paragraphs[0]] = ("“We will rebuild the bridge,”", false),
        [Paragraphs[1]] = ("“We shall rebuild the bridge,”", false),
        [Paragraphs[2]] = ("“Nobody was hurt in any way,”", false),
        [Paragraphs[3]] = ("“a bridge to nowhere at all”", false),
        [Paragraphs[4]] = ("“rain again”", true),
        [Headlines[1]] = ("“rebuild the bridge”", true),
        [Headlines[2]] = ("“We will rebuild the bridge”", false),
    };

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

        if (spec.Story.Stage == Stage.Drafting)
        {
            Ask(new SubmitForReview(), Author(drafter), RoleFor(new SubmitForReview(), Author(drafter), 0)!.Value).ShouldBeTrue(Told);
        }

        (
            Ask(spec.Live is null ? new Publish() : new Correct(EditionKind.Correction, "We were wrong."), Pia, Role.Publisher)
            || spec.Refusal!.Code == "same-words"
        ).ShouldBeTrue($"{spec.Refusal}. {Told}");
    }

    /// <summary>Returns the author who replaces a person without the role.</summary>
    private static Actor Author(Actor drafter) => drafter.Is(Role.Reporter) || drafter.Is(Role.Editor) ? drafter : Rita;

    private static Role? RoleFor(StoryCommand asked, Actor by, int other) =>
        CommandCatalog.Of(asked).Roles.Where(by.Is).ToList() is { Count: > 0 } roles ? roles[other % roles.Count] : null;

    private bool Ask(StoryCommand asked, Actor by, Role role)
    {
        var said = asked is Publish or Correct
            ? Enum.GetValues<Gate>().Select(g => (g, naive.Of(g))).Where(g => g.Item2 is not null).ToList()
            : [];
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

    /// <summary>
    /// Asserts that each way is accepted from everyone it names, and that another person is refused or does not resolve the reason.
    /// </summary>
    public void CheckWays()
    {
        var gates = spec.Gates;
        foreach (var (gate, reason) in gates.SelectMany(g => g.Blocking, (g, reason) => (g.Gate, reason)))
        {
            reason.Ways.ShouldNotBeEmpty($"{reason.Message} {Told}");
            foreach (var ways in reason.Ways.GroupBy(way => way.Command))
            {
                CheckWays([.. ways], Settling(ways.Key, gate, reason), reason.Message, after => IsUnresolved(gate, reason, after));
            }
        }

        foreach (var ways in NextSteps.Of(spec.Story, spec.Text, gates).GroupBy(way => way.Command))
        {
            CheckWays([.. ways], Next(ways.Key), "The next step", _ => false);
        }
    }

    /// <summary>
    /// Asserts that work is listed for a person if and only if its command is accepted from that person and settles the reason, and that
    /// each reason that waits is listed.
    /// </summary>
    public void CheckWork()
    {
        var gates = spec.Gates;
        var work = StoryWork.Of(spec.Story, spec.Text, gates);
        work.GroupBy(w => (w.Kind, w.Command, w.Subject, w.Body.ToJsonString()))
            .ShouldAllBe(same => same.Count() == 1, $"one item twice. {Told}");
        foreach (var item in work)
        {
            foreach (var by in Everybody.Concat(Others))
            {
                CheckItem(gates, item, by);
            }
        }

        if (spec.Story.Stage != Stage.Spiked)
        {
            foreach (var (gate, reason) in gates.SelectMany(g => g.Blocking, (g, reason) => (g.Gate, reason)))
            {
                foreach (var command in reason.Ways.Select(way => way.Command).Distinct())
                {
                    CheckListed(work, gate, reason, command);
                }
            }
        }
    }

    /// <summary>Asserts that an item is listed for a person exactly in the roles in which its command is accepted.</summary>
    private void CheckItem(ImmutableArray<GateResult> gates, WaitingWork item, Actor by)
    {
        var now = item.From is { } from && from > spec.Now ? from : spec.Now;
        var listed = Listed(item, by);
        listed.IsEmpty.ShouldBe(item.RoleOf(by) is null);
        foreach (var role in CommandCatalog.Named(item.Command).Roles.Where(by.Is))
        {
            var asked = Filled(gates, item);
            var decision = spec.Decide(asked with { As = role, BasedOn = spec.Story.Version }, by, now);
            var who = $"{item} for {by.Person} as {role}: {decision.Refusal?.Code}. {Told}";
            if (listed.Contains(role))
            {
                decision.Refusal.ShouldBeNull(who);
            }
            else if (decision is AcceptedStoryCommand accepted && IsOfThem(item, by))
            {
                IsWaiting(item, spec.After(accepted, by), now).ShouldBeTrue(who);
            }
        }
    }

    /// <summary>Returns whether the item is still listed, or its reason still blocks: another command settles it now.</summary>
    private bool IsWaiting(WaitingWork item, StorySnapshot after, DateTimeOffset now)
    {
        var gates = GateList.Evaluate(after.Story, after.Text, Policy.Binding(after.Story, spec.PolicyOf), now);
        return StoryWork
                .Of(after.Story, after.Text, gates)
                .Any(w => (w.Kind, w.Command, w.Subject) == (item.Kind, item.Command, item.Subject))
            || gates.SelectMany(g => g.Blocking).Any(reason => (reason.Code, reason.Words) == (item.Reason, item.Words));
    }

    /// <summary>Returns whether a person is one of those for whom work of this kind waits.</summary>
    private bool IsOfThem(WaitingWork item, Actor by)
    {
        var isOnTheStory = spec.Story.IsAuthor(by.Person) || spec.Story.Assignee == by.Person;
        return item.Kind switch
        {
            WorkKind.Mark or WorkKind.Revise => spec.Story.Stage == Stage.InReview || isOnTheStory,
            WorkKind.Assigned => spec.Story.Assignee == by.Person,
            WorkKind.Note => item.Reason != "note" || (isOnTheStory && spec.Story.Notes.Single(n => n.Id == item.Subject).By != by.Person),
            _ => true,
        };
    }

    private static ImmutableArray<Role> Listed(WaitingWork item, Actor by) =>
        [.. item.Ways.Where(way => by.Is(way.Roles[0]) && way.Names(by.Person, way.Roles[0])).Select(way => way.Roles[0])];

    /// <summary>Returns the command of an item, with its known members; the others are filled in.</summary>
    private StoryCommand Filled(ImmutableArray<GateResult> gates, WaitingWork item)
    {
        var body = JsonSerializer
            .SerializeToNode(Complete(gates, item), CommandCatalog.Named(item.Command).Type, StorySpec.Storage)!
            .AsObject();
        foreach (var (name, value) in item.Body)
        {
            body[name] = value?.DeepClone();
        }

        return (StoryCommand)body.Deserialize(CommandCatalog.Named(item.Command).Type, StorySpec.Storage)!;
    }

    private StoryCommand Complete(ImmutableArray<GateResult> gates, WaitingWork item) =>
        item.Kind switch
        {
            WorkKind.Check => CheckOf(spec.Story, item.Subject),
            WorkKind.Note => new ResolveNote(item.Subject),
            WorkKind.Assigned => Revise(["It rained."]),
            WorkKind.Submit or WorkKind.SentBack or WorkKind.Return or WorkKind.Publish => Next(item.Command),
            _ => gates
                .SelectMany(g => g.Blocking, (g, reason) => (g.Gate, Reason: reason))
                .Where(r => (r.Reason.Subject, r.Reason.Code) == (item.Subject, item.Reason))
                .Where(r => r.Reason.Ways.Any(way => way.Command == item.Command))
                .Select(r => Settling(item.Command, r.Gate, r.Reason))
                .First(),
        };

    /// <summary>Asserts that everyone from whom a reason waits has an item of the command.</summary>
    private void CheckListed(ImmutableArray<WaitingWork> work, Gate gate, GateReason reason, string command)
    {
        if (command is "waive-gate" or "lift-embargo" or "submit-for-review")
        {
            return;
        }

        foreach (var by in Everybody.Concat(Others))
        {
            foreach (var role in CommandCatalog.Named(command).Roles.Where(by.Is))
            {
                var asked = Settling(command, gate, reason) with { As = role, BasedOn = spec.Story.Version };
                var items = work.Where(w => w.Command == command && Listed(w, by).Contains(role)).ToList();
                if (
                    items.Count == 0
                    && spec.Decide(asked, by) is AcceptedStoryCommand accepted
                    && (
                        spec.Story.Stage == Stage.InReview
                        || command is not ("revise-article" or "attribute-quote" or "dismiss-quotation" or "withdraw-quote" or "flag-claim")
                        || spec.Story.IsAuthor(by.Person)
                        || spec.Story.Assignee == by.Person
                    )
                )
                {
                    IsUnresolved(gate, reason, spec.After(accepted, by))
                        .ShouldBeTrue($"{reason.Message} {command} by {by.Person} as {role} is not listed. {Told}");
                }
            }
        }
    }

    private void CheckWays(List<GateWay> ways, StoryCommand asked, string reason, Func<StorySnapshot, bool> isUnresolved)
    {
        foreach (var by in Everybody.Concat(Others))
        {
            foreach (var role in CommandCatalog.Of(asked).Roles.Where(by.Is))
            {
                var decision = spec.Decide(asked with { As = role, BasedOn = spec.Story.Version }, by);
                var who = $"{reason} {ways[0].Command} by {by.Person} as {role}: {decision.Refusal?.Code}. {Told}";
                if (ways.Exists(way => way.Names(by.Person, role)))
                {
                    decision.Refusal.ShouldBeNull(who);
                }
                else if (decision is AcceptedStoryCommand accepted)
                {
                    isUnresolved(spec.After(accepted, by)).ShouldBeTrue(who);
                }
            }
        }
    }

    /// <summary>Returns whether the gate still has the reason, with the same numbers in its first sentence.</summary>
    private bool IsUnresolved(Gate gate, GateReason reason, StorySnapshot after) =>
        GateList
            .Evaluate(after.Story, after.Text, Policy.Binding(after.Story, spec.PolicyOf), spec.Now)
            .Single(g => g.Gate == gate)
            .Blocking.Any(r =>
                (r.Code, r.Subject, r.Fingerprint, r.Words, FirstSentence(r))
                == (reason.Code, reason.Subject, reason.Fingerprint, reason.Words, FirstSentence(reason))
            );

    private static string FirstSentence(GateReason reason) => reason.Message.Split(". ")[0];

    private static StoryCommand Next(string command) =>
        command switch
        {
            "submit-for-review" => new SubmitForReview(),
            "unspike" => new Unspike(),
            "request-changes" => new RequestChanges("Readers have it."),
            "publish" => new Publish(),
            "correct" => new Correct(EditionKind.Correction, "We were wrong."),
            _ => throw new InvalidOperationException(command),
        };

    /// <summary>Returns the command of that name for the reason's subject.</summary>
    private StoryCommand Settling(string command, Gate gate, GateReason reason) =>
        command switch
        {
            "fact-check" => CheckOf(spec.Story, spec.Story.PassageOf(reason.Subject)?.Id ?? reason.Passage ?? reason.Quote!),
            "flag-claim" => new FlagClaim(reason.Words!) { Field = reason.Field!.Value, Start = reason.Range!.Value.Start },
            "attribute-quote" => new AttributeQuote(reason.Words!, "ada")
            {
                Quote = reason.Quote,
                Field = reason.Field!.Value,
                Start = reason.Range!.Value.Start,
            },
            "dismiss-quotation" => new DismissQuotation(reason.Words!, "Nobody said it.")
            {
                Field = reason.Field!.Value,
                Start = reason.Range!.Value.Start,
            },
            "revise-article" => Without(reason.Field!.Value, reason.Range!.Value),
            "withdraw-quote" => new WithdrawQuote(reason.Quote!, "A part of a quotation."),
            "submit-for-review" => new SubmitForReview(),
            "unspike" => new Unspike(),
            "approve" => new Approve(reason.Fingerprint!.Value),
            "resolve-note" => new ResolveNote(reason.Subject),
            "lift-hold" => new LiftHold(reason.Subject),
            "lift-embargo" => new LiftEmbargo(),
            "waive-gate" => new WaiveGate(gate, reason.Subject, reason.Fingerprint!.Value, "It cannot wait."),
            "mark-confidential" => new MarkConfidential("They are needed.")
            {
                Readers = [.. Everybody.Concat(Others).Select(a => a.Person), .. spec.Story.Confidential!.Readers, $"{spec.Story.Version}"],
            },
            _ => throw new InvalidOperationException(command),
        };

    private ReviseArticle Without(ArticleField field, TextRange range)
    {
        var paragraphs = spec.Text.Article.Body.Split("\n\n");
        var at = paragraphs.TakeWhile((p, i) => Offset(paragraphs, i) + p.Length <= range.Start).Count();
        return field switch
        {
            ArticleField.Headline => new ReviseArticle { Headline = Headlines[0] },
            ArticleField.Standfirst => new ReviseArticle { Standfirst = "" },
            _ when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]),
            _ => Revise([paragraphs[0] == Paragraphs[5] ? Paragraphs[7] : Paragraphs[5]]),
        };
    }

    private StoryCommand? Command(Act act, int one, int other)
    {
        var paragraphs = spec.Text.Article.Body.Split("\n\n");
        var at = one % paragraphs.Length;
        var paragraph = Paragraphs[other % Paragraphs.Length];
        return act switch
        {
            Act.Replace => Revise([.. paragraphs[..at], paragraph, .. paragraphs[(at + 1)..]]),
            Act.Insert when paragraphs.Length < 8 => Revise([.. paragraphs[..at], paragraph, .. paragraphs[at..]]),
            Act.Remove when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]),
            Act.Standfirst => new ReviseArticle { Standfirst = one % 3 == 0 ? "" : paragraph },
            Act.Carry when paragraphs.Length > 1 => Revise([.. paragraphs[..at], .. paragraphs[(at + 1)..]]) with
            {
                Standfirst = paragraphs[at],
            },
            Act.Move => new DescribeStory { Desk = other % 2 == 0 ? "kultur" : "city", Language = one % 3 == 0 ? "en-GB" : "en" },
            Act.Headline => new ReviseArticle { Headline = Headlines[other % Headlines.Length] },
            Act.Attribute => Attribute(paragraphs, at, words => words, other),
            Act.AttributeSome => Attribute(paragraphs, at, words => words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..], other),
            Act.AttributeFirst => Attribute(paragraphs, at, words => words[..words.IndexOf(' ', StringComparison.Ordinal)], other),
            Act.ClaimCheck => Pick(null, one) is { } passage ? new ClaimCheck(passage.Id) : null,
            Act.Assign => new Assign { Assignee = Everybody[other % Everybody.Length].Person },
            Act.Unassign => new Assign(),
            Act.Confidential => new MarkConfidential("The source is at risk.")
            {
                Readers = other % 3 == 0 ? [] : [Everybody[one % Everybody.Length].Person],
            },
            Act.LiftConfidentiality => new LiftConfidentiality("The source has agreed."),
            Act.WithdrawQuote => Pick(PassageKind.Quote, one) is { } quote ? new WithdrawQuote(quote.Id, "A paraphrase.") : null,
            Act.Flag => new FlagClaim(paragraphs[at]) { Start = Offset(paragraphs, at) },
            Act.WithdrawClaim => Pick(PassageKind.Claim, one) is { } claim ? new WithdrawClaim(claim.Id, "An opinion.") : null,
            Act.Dismiss => Quotations.TryGetValue(paragraphs[at], out var quotation)
                ? new DismissQuotation(quotation.Words, "Nobody said it.")
                {
                    Start = Offset(paragraphs, at) + paragraphs[at].IndexOf(quotation.Words, StringComparison.Ordinal),
                }
                : null,
            Act.Check => Pick(null, one) is { } passage
                ? CheckOf(
                    spec.Story,
                    passage.Id,
                    (other % 8) switch
                    {
                        0 or 4 => Verdict.Disputed,
                        1 => Verdict.Unverifiable,
                        2 => Verdict.Wrong,
                        _ => Verdict.Verified,
                    }
                )
                : null,
            Act.Note => new AddNote("Who says so?") { MustResolve = other % 2 == 0 },
            Act.Resolve => spec.Story.Notes.IsEmpty ? null : new ResolveNote(spec.Story.Notes[one % spec.Story.Notes.Length].Id),
            Act.Submit => new SubmitForReview(),
            Act.RequestChanges => new RequestChanges("Shorter."),
            Act.Approve => new Approve(spec.Story.Fingerprint),
            Act.WithdrawApproval => new WithdrawApproval(),
            Act.Hold => new PlaceHold("A letter from their lawyer."),
            Act.LiftHold => spec.Story.Holds.IsEmpty ? null : new LiftHold(spec.Story.Holds[one % spec.Story.Holds.Length].Id),
            Act.LegalReview => new RequestLegalReview("Names a minor."),
            Act.SetEmbargo => new SetEmbargo(spec.Now.AddMinutes(one)),
            Act.LiftEmbargo => new LiftEmbargo(),
            Act.Waive => Blocking(one) is var (gate, reason)
                ? new WaiveGate(gate, reason.Subject, reason.Fingerprint ?? spec.Story.Fingerprint, "It cannot wait.")
                : null,
            Act.Publish => new Publish(),
            Act.Correct => new Correct(one % 2 == 0 ? EditionKind.Correction : EditionKind.EditorsNote, "We were wrong."),
            Act.Spike => new Spike("Overtaken by events."),
            Act.Unspike => new Unspike(),
            _ => null,
        };
    }

    private static ReviseArticle Revise(string[] paragraphs) => new() { Body = string.Join("\n\n", paragraphs) };

    private static AttributeQuote? Attribute(string[] paragraphs, int at, Func<string, string> some, int other) =>
        !Quotations.TryGetValue(paragraphs[at], out var quotation)
            ? null
            : new AttributeQuote(some(quotation.Words), other % 2 == 0 ? "ada" : "bo")
            {
                Start = Offset(paragraphs, at) + paragraphs[at].IndexOf(some(quotation.Words), StringComparison.Ordinal),
                Attribution = other % 3 == 0 && paragraphs[at].Contains("said", StringComparison.Ordinal) ? "said" : null,
            };

    private static int Offset(string[] paragraphs, int at) => paragraphs[..at].Sum(p => p.Length + 2);

    private Passage? Pick(PassageKind? kind, int nth) =>
        spec.Story.Passages.Where(p => kind is null || p.Kind == kind).ToList() is { Count: > 0 } passages
            ? passages[nth % passages.Count]
            : null;
}
