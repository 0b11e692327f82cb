using System.Text.Json;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests;

/// <summary>The people in the specifications.</summary>
public static class People
{
    public static readonly Actor Rita = Actor.Of("rita", Role.Reporter);
    public static readonly Actor Rob = Actor.Of("rob", Role.Reporter);
    public static readonly Actor Ed = Actor.Of("ed", Role.Editor);
    public static readonly Actor Eve = Actor.Of("eve", Role.Editor);
    public static readonly Actor Femi = Actor.Of("femi", Role.FactChecker);
    public static readonly Actor Fay = Actor.Of("fay", Role.FactChecker);
    public static readonly Actor Lea = Actor.Of("lea", Role.Legal);
    public static readonly Actor Pia = Actor.Of("pia", Role.Publisher);
    public static readonly Actor Chi = Actor.Of("chi", Role.ChiefEditor);
    public static readonly Actor Uma = Actor.Of("uma", Role.Auditor);
    public static readonly Actor Adi = Actor.Of("adi", Role.Admin);

    /// <summary>Has the roles of several people.</summary>
    public static readonly Actor Max = Actor.Of("max", Role.Reporter, Role.Editor, Role.FactChecker, Role.Legal);
}

/// <summary>A command in a story's history, and its actor.</summary>
public sealed record GivenCommand(Func<Story, StoryCommand> Command, Actor By)
{
    /// <summary>The same for words in another field.</summary>
    public GivenCommand In(ArticleField field) =>
        this with
        {
            Command = story => ((DismissQuotation)Command(story)) with { Field = field },
        };
}

/// <summary>Builds a story's history; by the person who usually gives the command, unless another is named.</summary>
public static class GivenCommands
{
    public const string Bridge = "“We will rebuild the bridge,” said the mayor. It cost 3 million.";
    public const string Plain = "The bridge will be rebuilt.";

    /// <summary>The text that the examples of the catalog are about.</summary>
    public static readonly string ExampleBody = ((DraftArticle)ExampleOf(CommandCatalog.Of<DraftArticle>())).Body;

    public static readonly EvidenceItem Tape = new(EvidenceKind.Recording, "Council meeting of 2 March, 00:14:05");

    /// <summary>A story in review that passes every gate.</summary>
    public static GivenCommand[] Ready => [Drafted(Plain), Submitted(), Approved(by: Ed), Approved(by: Lea)];

    /// <summary>The example of a command in the catalog.</summary>
    public static StoryCommand ExampleOf(CommandDescription command) =>
        (StoryCommand)JsonSerializer.Deserialize(command.Example, command.Type, StorySpec.Storage)!;

    /// <summary>The commands that lead to a story which accepts the example of a command.</summary>
    public static IEnumerable<GivenCommand> BeforeExampleOf(CommandDescription command) =>
        command.Begins ? [] : [Sent(new ExampleStep(typeof(DraftArticle), Role.Reporter)), .. command.ExampleAfter.Select(Sent)];

    /// <summary>The example of a command, sent by the first of its roles.</summary>
    public static GivenCommand Sent(CommandDescription command) => Sent(new ExampleStep(command.Type, command.Roles[0]));

    private static GivenCommand Sent(ExampleStep step)
    {
        var json = step.Body ?? CommandCatalog.Of(step.Type).Example;
        var example = (StoryCommand)JsonSerializer.Deserialize(json, step.Type, StorySpec.Storage)! with { As = step.Role };
        var another = Actor.Of($"another-{step.Role.ToKebabCase()}", step.Role);
        return new(story => Judging(example, story), step.IsByAnother ? another : ActorIn(step.Role));
    }

    /// <summary>The person who sends the examples of a role.</summary>
    public static Actor ActorIn(Role role) => Actor.Of($"a-{role.ToKebabCase()}", role);

    /// <summary>The example with the current fingerprint of what it judges.</summary>
    private static StoryCommand Judging(StoryCommand example, Story story) =>
        example switch
        {
            FactCheck c => c with { Fingerprint = story.PassageOf(c.Passage)!.Fingerprint },
            WaiveGate c => c with { Fingerprint = story.PassageOf(c.Subject)!.Fingerprint },
            Approve c => c with { Fingerprint = story.Fingerprint },
            PublishFactCheck c => c with { Fingerprint = story.PassageOf(c.Claim)!.Fingerprint },
            _ => example,
        };

    public static GivenCommand Asked(StoryCommand command, Actor by) => new(_ => command, by);

    public static GivenCommand Drafted(string body = Bridge, string headline = "Bridge", Actor? by = null) =>
        Asked(
            new DraftArticle("city")
            {
                Headline = headline,
                Body = body,
                Byline = "By Rita Moe",
                Dateline = "HARBOUR",
                As = Sole(by, Role.Reporter),
            },
            by ?? Rita
        );

    public static GivenCommand Revised(string? body = null, string? headline = null, string? standfirst = null, Actor? by = null) =>
        Asked(
            new ReviseArticle
            {
                Headline = headline,
                Standfirst = standfirst,
                Body = body,
                As = Sole(by, Role.Reporter),
            },
            by ?? Rita
        );

    public static GivenCommand Attributed(
        string words = "“We will rebuild the bridge,”",
        string speaker = "ada",
        string? attribution = null,
        int? start = null,
        ArticleField field = ArticleField.Body,
        string? quote = null,
        Actor? by = null
    ) =>
        Asked(
            new AttributeQuote(words, speaker)
            {
                Quote = quote,
                Attribution = attribution,
                Start = start,
                Field = field,
                As = Sole(by, Role.Reporter),
            },
            by ?? Rita
        );

    public static GivenCommand Flagged(string words = "It cost 3 million.", ArticleField field = ArticleField.Body, Actor? by = null) =>
        Asked(new FlagClaim(words) { Field = field, As = Sole(by, Role.Reporter) }, by ?? Rita);

    public static GivenCommand Dismissed(string words, Actor? by = null) => Asked(new DismissQuotation(words, "Nobody said it."), by ?? Ed);

    public static GivenCommand Checked(string passage = "q1", Verdict verdict = Verdict.Verified, Actor? by = null) =>
        new(story => CheckOf(story, passage, verdict) with { As = Sole(by, Role.FactChecker) }, by ?? Femi);

    public static GivenCommand Noted(string text = "Who says so?", bool mustResolve = false, Actor? by = null) =>
        Asked(new AddNote(text) { MustResolve = mustResolve }, by ?? Ed);

    public static GivenCommand Assigned(Actor to) => Asked(new Assign { Assignee = to.Person }, Ed);

    public static GivenCommand Submitted(Actor? by = null) => Asked(new SubmitForReview { As = Sole(by, Role.Reporter) }, by ?? Rita);

    public static GivenCommand SentBack() => Asked(new RequestChanges("Find a second source."), Ed);

    public static GivenCommand Approved(Actor? by = null) => new(story => new Approve(story.Fingerprint), by ?? Ed);

    public static GivenCommand Held(Actor? by = null) => Asked(new PlaceHold("A letter from their lawyer."), by ?? Ed);

    public static GivenCommand Published() => Asked(new Publish(), Pia);

    public static GivenCommand Withheld(Actor? by = null) => Asked(new Withhold("The figure is being checked."), by ?? Pia);

    public static GivenCommand Retracted() => Asked(new Retract("The minutes were forged.", "We have retracted this story."), Chi);

    public static GivenCommand Killed() => Asked(new Kill("A court order.", "This story is no longer available."), Lea);

    /// <summary>A live fact check with the claim c1, on whose words two fact-checkers agree.</summary>
    public static GivenCommand[] LiveFactCheck =>
        [
            Drafted("The council met on Monday. It cost 3 million."),
            Asked(new DescribeStory { Genre = Genre.FactCheck }, Rita),
            Flagged(),
            .. CheckedAndPublished,
        ];

    /// <summary>Two fact-checkers verify c1, and the story is published.</summary>
    public static GivenCommand[] CheckedAndPublished =>
        [Checked("c1"), Checked("c1", by: Fay), Submitted(), Approved(by: Ed), Approved(by: Lea), Published()];

    /// <summary>The fingerprint of c1 in <see cref="LiveFactCheck"/>.</summary>
    public static Fingerprint FingerprintOfClaim => StorySpec.Given(LiveFactCheck).Story.PassageOf("c1")!.Fingerprint;

    /// <summary>The verdict on c1, shown to readers.</summary>
    public static GivenCommand Rated(string claim = "c1") => new(story => RatingOf(story, claim), Pia);

    /// <summary>A public fact check of a claim in its current words.</summary>
    public static PublishFactCheck RatingOf(Story story, string claim = "c1") =>
        new(claim, story.PassageOf(claim)!.Fingerprint, "Ada Berg", "Mostly true", "The invoices say *3.1 million*.");

    public static GivenCommand Spiked() => Asked(new Spike("Overtaken by events."), Ed);

    /// <summary>A verdict on a passage in its current words.</summary>
    public static FactCheck CheckOf(Story story, string passage, Verdict verdict = Verdict.Verified) =>
        verdict == Verdict.Verified
            ? new FactCheck(passage, story.PassageOf(passage)!.Fingerprint, verdict) { Evidence = [Tape] }
            : new FactCheck(passage, story.PassageOf(passage)!.Fingerprint, verdict) { Reason = "The tape says otherwise." };

    private static Role? Sole(Actor? by, Role role) => by == Max ? role : null;
}
