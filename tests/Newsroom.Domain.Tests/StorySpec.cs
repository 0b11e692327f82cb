using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests;

/// <summary>
/// A given/when/then specification of a story. It uses only public decisions; after every accepted command the story is folded and its
/// invariants are checked.
/// </summary>
public sealed partial class StorySpec
{
    public static readonly JsonSerializerOptions Storage = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How late a scheduled publication may be.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(15);

    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000001");

    private readonly List<(StoryEvent Happened, EventMetadata Metadata)> history = [];
    private readonly Dictionary<string, Policy> policies = [];
    private Policy anywhere = Policy.Default;
    private Decision<StoryEvent>? decision;
    private Actor actor = Rita;

    public Story Story { get; private set; } = null!;

    public StoryText Text { get; private set; } = null!;

    public Edition? Live { get; private set; }

    /// <summary>Phrases dismissed in any story.</summary>
    public List<DismissedPhrase> DismissedPhrases { get; } = [];

    /// <summary>Other stories, which a draft can name.</summary>
    public List<Story> Others { get; } = [];

    /// <summary>The policy of a desk; the default unless a test sets another.</summary>
    public Policy PolicyOf(string desk) => policies.GetValueOrDefault(desk, anywhere);

    /// <summary>The policy that applies to the story.</summary>
    public Policy Policy => Policy.Binding(Story, PolicyOf);

    /// <summary>The time; a minute passes with every event.</summary>
    public DateTimeOffset Now { get; private set; } = Start;

    public ImmutableArray<GateResult> Gates => GateList.Evaluate(Story, Text, Policy, Now);

    /// <summary>The events of the last command; none if it was refused.</summary>
    public ImmutableArray<StoryEvent> Happened => decision is AcceptedStoryCommand accepted ? accepted.Events : [];

    /// <summary>The refusal of the last command; null if it was accepted.</summary>
    public Refusal? Refusal => (decision as Decision<StoryEvent>.Refused)?.Refusal;

    /// <summary>All events so far.</summary>
    public IReadOnlyList<(StoryEvent Happened, EventMetadata Metadata)> Recorded => history;

    /// <summary>All events so far, as sentences.</summary>
    public IEnumerable<string> History => history.Select(h => Sentences.Of(h.Happened, h.Metadata.By));

    public static StorySpec Given(params IEnumerable<GivenCommand> commands)
    {
        var spec = new StorySpec();
        foreach (var command in commands)
        {
            spec.When(command.Command, command.By)
                .decision.ShouldBeOfType<AcceptedStoryCommand>($"given {command.Command(spec.Story)}, refused: {spec.Refusal}");
        }

        return spec;
    }

    /// <summary>Sets the gates of the story's desk.</summary>
    public StorySpec Under(params GateTerms[] gates) =>
        Under(new Policy(7, [.. Policy.Default.Gates.Where(d => gates.All(g => g.Gate != d.Gate)), .. gates]));

    /// <summary>Sets the policy of every desk.</summary>
    public StorySpec Under(Policy policy)
    {
        anywhere = policy;
        return this;
    }

    /// <summary>Sets the policy of one desk.</summary>
    public StorySpec UnderThatOf(string desk, Policy policy)
    {
        policies[desk] = policy;
        return this;
    }

    /// <summary>Advances the time.</summary>
    public StorySpec After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public StorySpec When(StoryCommand command, Actor by) => When(_ => command, by);

    /// <summary>Gives a command. It is based on the current version or fingerprint unless it names another.</summary>
    public StorySpec When(Func<Story, StoryCommand> command, Actor by)
    {
        var asked = command(Story);
        actor = by;
        decision = Decide(
            CommandCatalog.Of(asked) is { Precondition: Precondition.Version } or { MayNameVersion: true }
                ? asked with
                {
                    BasedOn = asked.BasedOn ?? Story.Version,
                }
                : asked,
            by
        );
        if (decision is AcceptedStoryCommand accepted)
        {
            (accepted.Events.IsEmpty && accepted.MergedOver.IsEmpty).ShouldBeFalse();
            foreach (var happened in accepted.Events)
            {
                Fold(happened, new EventMetadata(history.Count + 1, Now, by.Person, accepted.As));
            }

            ShouldBeSound();
        }

        return this;
    }

    /// <summary>Fires a schedule: the pending one at its time, unless others are named.</summary>
    /// <param name="late">How much later than its time.</param>
    /// <param name="schedule">The version that scheduled it.</param>
    /// <param name="present">The person who scheduled it, with present roles.</param>
    public StorySpec WhenDue(TimeSpan late = default, long? schedule = null, Actor? present = null)
    {
        Now = Story.Schedule is { } due && due.Time + late > Now ? due.Time + late : Now;
        actor = present ?? Pia;
        var context = new DecisionContext(actor, Now) { PolicyOf = PolicyOf, Live = Live };
        var fired = StoryDecider.Fire(new StorySnapshot(Story, Text), schedule ?? Story.Schedule?.Version ?? 0, MaxDelay, context);
        decision = fired;
        foreach (var happened in fired.Events)
        {
            Fold(happened, new EventMetadata(history.Count + 1, Now, actor.Person, fired.As));
        }

        ShouldBeSound();
        return this;
    }

    /// <summary>Asserts that the command, or the schedule, changed nothing.</summary>
    public StorySpec ThenNothing()
    {
        decision.ShouldBeOfType<AcceptedStoryCommand>().Events.ShouldBeEmpty();
        return this;
    }

    /// <summary>Asserts the events: whole, as sentences, or as types.</summary>
    public StorySpec Then(params Expected[] expected)
    {
        var events = decision.ShouldBeOfType<AcceptedStoryCommand>($"refused: {Refusal}").Events;
        events
            .Select((e, i) => (i < expected.Length ? expected[i] : Sentences.Of(e, "")).Tell(e, actor.Person))
            .ShouldBe(expected.Select(e => e.Told));
        return this;
    }

    public StorySpec ThenRefused(string code, RefusalKind kind = RefusalKind.Rule)
    {
        var refusal = decision.ShouldBeOfType<Decision<StoryEvent>.Refused>($"accepted: {string.Join("; ", History)}").Refusal;
        (refusal.Code, refusal.Kind).ShouldBe((code, kind));
        refusal.Detail.ShouldEndWith(".");
        return this;
    }

    public StorySpec And(Action<StorySpec> also)
    {
        also(this);
        return this;
    }

    /// <summary>Decides a command exactly as given, without folding.</summary>
    public Decision<StoryEvent> Decide(StoryCommand command, Actor by) => Decide(command, by, Now);

    /// <summary>Decides a command exactly as given at an instant, without folding.</summary>
    public Decision<StoryEvent> Decide(StoryCommand command, Actor by, DateTimeOffset now) =>
        StoryDecider.Decide(
            command is DraftArticle ? null : new StorySnapshot(Story, Text),
            command,
            ContextOf(command, by) with
            {
                Now = now,
            }
        );

    /// <summary>Returns the story after an accepted command, without keeping it.</summary>
    public StorySnapshot After(AcceptedStoryCommand accepted, Actor by) =>
        accepted
            .Events.Select((happened, i) => (happened, Metadata: new EventMetadata(history.Count + 1 + i, Now, by.Person, accepted.As)))
            .Aggregate(new StorySnapshot(Story, Text), (at, e) => StorySnapshot.Evolve(at, Id, e.happened, e.Metadata));

    /// <summary>Returns the text at a version.</summary>
    public StoryText TextAt(long version) =>
        history.Take((int)version).Aggregate((StoryText?)null, (text, h) => StoryText.Evolve(text, Id, h.Happened, h.Metadata))!;

    private void Fold(StoryEvent happened, EventMetadata metadata)
    {
        history.Add((happened, metadata));
        Now = Now.AddMinutes(1);
        Story = Story.Evolve(Story, Id, happened, metadata);
        Text = StoryText.Evolve(Text, Id, happened, metadata)!;
        Live = happened is EditionEvent e
            ? new Edition(e.Edition, e.Kind, metadata.At, metadata.Version, e.Article, e.Fingerprint, e.Passages)
            : Live;
    }
}
