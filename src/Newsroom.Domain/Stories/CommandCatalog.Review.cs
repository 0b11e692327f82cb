using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
    private static readonly ImmutableArray<CommandDescription> Review =
    [
        new(typeof(AddNote), Precondition.Nothing, People, "", "Add a note.")
        {
            OnTheStory = true,
            WhenClosed = Always,
            Topic = CommandTopic.Review,
            Example = """{ "text": "Ask the harbour trust for the 2019 figure.", "mustResolve": true, "passage": "c1" }""",
            ExampleAfter = [new(typeof(FlagClaim), Reporter)],
        },
        new(typeof(ResolveNote), Precondition.Nothing, People, "a note that must be resolved: its writer or an editor", "Resolve a note.")
        {
            OnTheStory = true,
            WhenClosed = Always,
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
        new(
            typeof(MarkConfidential),
            Precondition.Nothing,
            [Reporter, Editor, Legal, ChiefEditor],
            "marked by legal: legal only",
            "Make the story confidential, or replace the people admitted to it by name."
        )
        {
            OnTheStory = true,
            WhenClosed = Always,
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
            HonoursVersion = true,
            WhenClosed = Always,
            Topic = CommandTopic.Review,
            Example = """{ "reason": "The informant has agreed.", "as": "editor" }""",
            ExampleAfter = [new(typeof(MarkConfidential), Reporter)],
        },
    ];
}
