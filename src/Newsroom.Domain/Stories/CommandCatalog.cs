using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

/// <summary>What a command must name of the state that its caller read.</summary>
public enum Precondition
{
    /// <summary>Nothing: a command that stops something must not fail because of another edit.</summary>
    Nothing,

    /// <summary>The version of the story.</summary>
    Version,

    /// <summary>The fingerprint of the judged words.</summary>
    Fingerprint,
}

/// <summary>What a command is about. Help and documentation group commands by it.</summary>
public enum CommandTopic
{
    /// <summary>The words of the article and its description.</summary>
    Writing,

    /// <summary>Quotes, claims and quoted words that are neither.</summary>
    Marking,

    /// <summary>Checks of passages.</summary>
    Checking,

    /// <summary>Notes, assignment, review and approval.</summary>
    Review,

    /// <summary>What stops a publication, and exceptions to it.</summary>
    Stops,

    /// <summary>Editions.</summary>
    Publication,
}

/// <summary>A command whose example is sent before another one's, and the role that sends it.</summary>
/// <param name="Type">The command.</param>
/// <param name="Role">The role.</param>
public sealed record ExampleStep(Type Type, Role Role);

/// <summary>Describes a story command.</summary>
/// <param name="Type">The command's type.</param>
/// <param name="Precondition">The state that it must name.</param>
/// <param name="Roles">The roles that may send it.</param>
/// <param name="Condition">A further condition on the actor, for people; empty for none.</param>
/// <param name="Summary">What it does: a verb and its object.</param>
public sealed record CommandDescription(Type Type, Precondition Precondition, ImmutableArray<Role> Roles, string Condition, string Summary)
{
    /// <summary>Gets the name: URL segment, CLI command and audit cause.</summary>
    public string Name { get; } = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Type.Name);

    /// <summary>Gets what it is about.</summary>
    public required CommandTopic Topic { get; init; }

    /// <summary>
    /// Gets an example of its body as JSON, sent by the first of its roles: for OpenAPI, specifications and tests. Where it names a
    /// fingerprint, that is <see cref="CommandCatalog.ExampleFingerprint"/>.
    /// </summary>
    public required string Example { get; init; }

    /// <summary>Gets the commands whose examples lead from a drafted story to one that accepts the example.</summary>
    public ImmutableArray<ExampleStep> ExampleAfter { get; init; } = [];

    /// <summary>
    /// Gets whether only people on the story may send it: its authors, its assignee, and any editor, fact-checker, legal or chief-editor.
    /// </summary>
    public bool OnTheStory { get; init; }

    /// <summary>Gets whether it is merged with revisions since its base version, rather than refused.</summary>
    public bool Merges { get; init; }

    /// <summary>Gets whether it may name the version that its caller read. It must where desk or language have changed since.</summary>
    public bool MayNameVersion { get; init; }

    /// <summary>Gets whether a spiked story accepts it.</summary>
    public bool WhenSpiked { get; init; }

    /// <summary>Gets the kinds of edition that it makes; none for a command that publishes nothing.</summary>
    public ImmutableArray<EditionKind> Kinds { get; init; } = [];

    /// <summary>Gets the route.</summary>
    public string Route => Begins ? $"/stories/{Name}" : $"/stories/{{storyId}}/{Name}";

    /// <summary>Gets whether it starts a story.</summary>
    public bool Begins => Type == typeof(DraftArticle);
}

/// <summary>Lists all story commands with their roles and preconditions. Endpoints, CLI and documentation derive from it.</summary>
public static class CommandCatalog
{
    /// <summary>The fingerprint that examples name; a request names the current one.</summary>
    public const string ExampleFingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly ImmutableArray<Role> People = [Reporter, Editor, FactChecker, Legal, ChiefEditor];

    private static readonly ImmutableArray<ExampleStep> Reviewed =
    [
        new(typeof(SubmitForReview), Reporter),
        new(typeof(Approve), Editor),
        new(typeof(Approve), Legal),
    ];

    private static readonly ImmutableArray<ExampleStep> Ready =
    [
        new(typeof(AttributeQuote), Reporter),
        new(typeof(FactCheck), FactChecker),
        new(typeof(DismissQuotation), Editor),
        new(typeof(DismissProposed), Editor),
        .. Reviewed,
    ];

    /// <summary>Gets all commands, in the usual order of their use.</summary>
    public static ImmutableArray<CommandDescription> All { get; } =
    [
        new(typeof(DraftArticle), Precondition.Nothing, [Reporter, Editor], "", "Draft a story.")
        {
            Topic = CommandTopic.Writing,
            Example = """
                {
                  "desk": "town",
                  "headline": "Council votes to rebuild the breakwater",
                  "standfirst": "Work is to begin in April",
                  "body": "The council decided on Monday.\n\n“We have waited long enough,” said the mayor.\n\nIt was a case of “not in my back yard”. The choir sang the song “Give me back my little boat”.",
                  "byline": "Idris Penhale",
                  "dateline": "Skelhaven, 14 October"
                }
                """,
        },
        new(
            typeof(DescribeStory),
            Precondition.Version,
            [Reporter, Editor],
            "a reporter only while drafting, as author; an editor while drafting or in review",
            "Change desk, language, byline, dateline or slug."
        )
        {
            Topic = CommandTopic.Writing,
            Example = """{ "byline": "Idris Penhale and Liv Tangerud" }""",
        },
        new(
            typeof(ReviseArticle),
            Precondition.Version,
            [Reporter, Editor],
            "a reporter only while drafting, as author or assignee; an editor while drafting or in review",
            "Replace texts of the article."
        )
        {
            Merges = true,
            Topic = CommandTopic.Writing,
            Example = """{ "standfirst": "Work is to begin in May" }""",
        },
        new(
            typeof(RestoreRevision),
            Precondition.Version,
            [Reporter, Editor],
            "as for revise-article",
            "Restore the texts of an earlier version."
        )
        {
            Topic = CommandTopic.Writing,
            Example = """{ "version": 1 }""",
            ExampleAfter = [new(typeof(ReviseArticle), Reporter)],
        },
        new(typeof(AttributeQuote), Precondition.Version, [Reporter, Editor, FactChecker], "", "Attribute words to a speaker.")
        {
            Merges = true,
            Topic = CommandTopic.Marking,
            Example = """{ "words": "“We have waited long enough,”", "speaker": "marit-oyen", "attribution": "said the mayor" }""",
        },
        new(typeof(FlagClaim), Precondition.Version, People, "", "Mark words as a claim.")
        {
            OnTheStory = true,
            Merges = true,
            Topic = CommandTopic.Marking,
            Example = """{ "words": "The council decided on Monday." }""",
        },
        new(
            typeof(WithdrawQuote),
            Precondition.Version,
            [Reporter, Editor, FactChecker],
            "the person who marked it, or an editor; under an adverse verdict only a fact-checker",
            "Withdraw a quote."
        )
        {
            Topic = CommandTopic.Marking,
            Example = """{ "quote": "q1", "reason": "It is a paraphrase; the marks were a slip." }""",
            ExampleAfter = [new(typeof(AttributeQuote), Reporter)],
        },
        new(
            typeof(WithdrawClaim),
            Precondition.Version,
            People,
            "the person who marked it, or an editor; under an adverse verdict only a fact-checker",
            "Withdraw a claim."
        )
        {
            Topic = CommandTopic.Marking,
            Example = """{ "claim": "c1", "reason": "An opinion, not a fact." }""",
            ExampleAfter = [new(typeof(FlagClaim), Reporter)],
        },
        new(
            typeof(DismissQuotation),
            Precondition.Version,
            [Editor, FactChecker],
            "did not write or change the words",
            "Dismiss quoted words that are not speech."
        )
        {
            Topic = CommandTopic.Marking,
            Example = """
                {
                  "words": "“not in my back yard”",
                  "reason": "The name of an attitude, not speech.",
                  "as": "editor"
                }
                """,
        },
        new(
            typeof(DismissProposed),
            Precondition.Version,
            [Editor, FactChecker],
            "leaves out words they wrote or changed",
            "Dismiss quotations proposed as titles, names, mottos or terms."
        )
        {
            Topic = CommandTopic.Marking,
            Example = """{ "proposal": "work", "reason": "Titles of songs, not speech.", "as": "editor" }""",
        },
        new(
            typeof(FactCheck),
            Precondition.Fingerprint,
            [FactChecker],
            "neither touched nor attributed the passage",
            "Give a verdict on a passage."
        )
        {
            Topic = CommandTopic.Checking,
            Example = $$"""
                {
                  "passage": "q1",
                  "fingerprint": "{{ExampleFingerprint}}",
                  "verdict": "verified",
                  "method": "Listened to the recording.",
                  "evidence": [{ "kind": "recording", "citation": "Council webcast, 13 October", "locator": "01:12:40" }]
                }
                """,
            ExampleAfter = [new(typeof(AttributeQuote), Reporter)],
        },
        new(
            typeof(ClaimCheck),
            Precondition.Nothing,
            [FactChecker],
            "may check the passage; no other claim of it is in force",
            "Claim the check of a passage."
        )
        {
            Topic = CommandTopic.Checking,
            Example = """{ "passage": "q1" }""",
            ExampleAfter = [new(typeof(AttributeQuote), Reporter)],
        },
        new(
            typeof(ReleaseCheck),
            Precondition.Nothing,
            [FactChecker],
            "the person who claimed it",
            "Release the check of a passage that you claimed."
        )
        {
            Topic = CommandTopic.Checking,
            Example = """{ "passage": "q1" }""",
            ExampleAfter = [new(typeof(AttributeQuote), Reporter), new(typeof(ClaimCheck), FactChecker)],
        },
        new(typeof(AddNote), Precondition.Nothing, People, "", "Add a note.")
        {
            OnTheStory = true,
            WhenSpiked = true,
            Topic = CommandTopic.Review,
            Example = """{ "text": "Ask the harbour trust for the 2019 figure.", "mustResolve": true, "passage": "c1" }""",
            ExampleAfter = [new(typeof(FlagClaim), Reporter)],
        },
        new(typeof(ResolveNote), Precondition.Nothing, People, "a note that must be resolved: its writer or an editor", "Resolve a note.")
        {
            OnTheStory = true,
            WhenSpiked = true,
            Topic = CommandTopic.Review,
            Example = """{ "note": "n1" }""",
            ExampleAfter = [new(typeof(FlagClaim), Reporter), new(typeof(AddNote), Reporter)],
        },
        new(typeof(Assign), Precondition.Nothing, [Editor], "", "Assign the story to a person.")
        {
            Topic = CommandTopic.Review,
            Example = """{ "assignee": "liv" }""",
        },
        new(typeof(PlanStory), Precondition.Nothing, [Editor], "", "Set when the story is due, and its priority.")
        {
            Topic = CommandTopic.Review,
            Example = """{ "due": "2099-03-01T17:00:00Z", "priority": "high" }""",
        },
        new(typeof(SubmitForReview), Precondition.Version, [Reporter, Editor], "an author", "Submit the story for review.")
        {
            Topic = CommandTopic.Review,
            Example = """{ "as": "reporter" }""",
        },
        new(typeof(RequestChanges), Precondition.Nothing, [Editor], "", "Request changes.")
        {
            Topic = CommandTopic.Review,
            Example = """{ "reason": "The second vote is missing." }""",
            ExampleAfter = [new(typeof(SubmitForReview), Reporter)],
        },
        new(typeof(RequestLegalReview), Precondition.Nothing, People, "", "Request legal clearance before publication.")
        {
            OnTheStory = true,
            Topic = CommandTopic.Review,
            Example = """{ "reason": "The third paragraph says who took the money." }""",
        },
        new(typeof(Approve), Precondition.Fingerprint, [Editor, Legal], "not an author", "Approve the article.")
        {
            MayNameVersion = true,
            Topic = CommandTopic.Review,
            Example = $$"""{ "fingerprint": "{{ExampleFingerprint}}", "as": "editor" }""",
            ExampleAfter = [new(typeof(SubmitForReview), Reporter)],
        },
        new(typeof(WithdrawApproval), Precondition.Nothing, [Editor, Legal], "the person who gave it", "Withdraw your approval.")
        {
            Topic = CommandTopic.Review,
            Example = """{ "reason": "New figures came in." }""",
            ExampleAfter = [new(typeof(SubmitForReview), Reporter), new(typeof(Approve), Editor)],
        },
        new(typeof(PlaceHold), Precondition.Nothing, [Editor, Legal], "", "Place a hold on the story.")
        {
            WhenSpiked = true,
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The owner threatens suit over the third paragraph.", "as": "editor" }""",
        },
        new(typeof(LiftHold), Precondition.Nothing, [Editor, Legal], "a hold by legal: legal only", "Lift a hold.")
        {
            WhenSpiked = true,
            Topic = CommandTopic.Stops,
            Example = """{ "hold": "h1", "reason": "Cleared with counsel." }""",
            ExampleAfter = [new(typeof(PlaceHold), Editor)],
        },
        new(
            typeof(MarkConfidential),
            Precondition.Nothing,
            [Reporter, Editor, Legal, ChiefEditor],
            "marked by legal: legal only",
            "Make the story confidential, or replace the people admitted to it by name."
        )
        {
            OnTheStory = true,
            WhenSpiked = true,
            Topic = CommandTopic.Review,
            Example = """{ "reason": "The informant is at risk.", "as": "reporter" }""",
        },
        new(
            typeof(LiftConfidentiality),
            Precondition.Nothing,
            [Editor, Legal, ChiefEditor],
            "marked by legal: legal only",
            "Make the story readable by everyone on the staff."
        )
        {
            WhenSpiked = true,
            Topic = CommandTopic.Review,
            Example = """{ "reason": "The informant has agreed.", "as": "editor" }""",
            ExampleAfter = [new(typeof(MarkConfidential), Reporter)],
        },
        new(typeof(SetEmbargo), Precondition.Nothing, [Editor], "", "Set an embargo.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "until": "2099-03-01T06:00:00Z", "reason": "The report is out at six." }""",
        },
        new(typeof(LiftEmbargo), Precondition.Nothing, [Editor], "", "Lift the embargo.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The trust published early." }""",
            ExampleAfter = [new(typeof(SetEmbargo), Editor)],
        },
        new(
            typeof(WaiveGate),
            Precondition.Fingerprint,
            [ChiefEditor],
            "did not touch the subject; only where the desk's policy allows a waiver",
            "Waive a gate for one subject."
        )
        {
            Topic = CommandTopic.Stops,
            Example = $$"""
                {
                  "gate": "claims-checked",
                  "subject": "c1",
                  "fingerprint": "{{ExampleFingerprint}}",
                  "reason": "The register is closed until Monday; the figure is the council's own."
                }
                """,
            ExampleAfter = [new(typeof(FlagClaim), Reporter)],
        },
        new(typeof(Publish), Precondition.Version, [Publisher], "", "Publish the article.")
        {
            Kinds = [EditionKind.First, EditionKind.Update, EditionKind.Refile],
            Topic = CommandTopic.Publication,
            Example = """{ "kind": "first" }""",
            ExampleAfter = Ready,
        },
        new(typeof(Correct), Precondition.Version, [Publisher], "", "Publish a correction, a clarification or an editor's note.")
        {
            Kinds = [EditionKind.Correction, EditionKind.Clarification, EditionKind.EditorsNote],
            Topic = CommandTopic.Publication,
            Example = """
                {
                  "kind": "correction",
                  "note": "An earlier version said that work is to begin in April. It is to begin in May."
                }
                """,
            ExampleAfter = [.. Ready, new(typeof(Publish), Publisher), new(typeof(ReviseArticle), Reporter), .. Reviewed],
        },
        new(typeof(Spike), Precondition.Nothing, [Editor], "", "Spike the story.")
        {
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "The source withdrew." }""",
        },
        new(typeof(Unspike), Precondition.Nothing, [Editor], "", "Return a spiked story to drafting.")
        {
            WhenSpiked = true,
            Topic = CommandTopic.Stops,
            Example = """{ "reason": "A second source confirms." }""",
            ExampleAfter = [new(typeof(Spike), Editor)],
        },
    ];

    private static readonly ImmutableDictionary<Type, CommandDescription> ByType = All.ToImmutableDictionary(c => c.Type);

    /// <summary>Returns the description of a command.</summary>
    public static CommandDescription Of(StoryCommand command) => Of(command.GetType());

    /// <summary>Returns the description of a type of command.</summary>
    public static CommandDescription Of(Type type) => ByType[type];

    /// <summary>Returns the description of the command with this name.</summary>
    /// <exception cref="InvalidOperationException">There is no such command.</exception>
    public static CommandDescription Named(string name) => All.Single(c => c.Name == name);

    /// <summary>Returns the description of a type of command.</summary>
    public static CommandDescription Of<TCommand>()
        where TCommand : StoryCommand => Of(typeof(TCommand));
}
