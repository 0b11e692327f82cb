using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
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

    private const string ClaimCheck = $$"""
        {
          "passage": "c1",
          "fingerprint": "{{ExampleFingerprint}}",
          "verdict": "verified",
          "evidence": [{ "kind": "document", "citation": "Minutes of the council, 12 October", "url": "https://example.org/minutes" }]
        }
        """;

    private static readonly ImmutableArray<ExampleStep> RatedClaim =
    [
        new(typeof(DescribeStory), Reporter) { Body = """{ "genre": "fact-check" }""" },
        new(typeof(FlagClaim), Reporter),
        new(typeof(FactCheck), FactChecker) { Body = ClaimCheck },
        new(typeof(FactCheck), FactChecker) { Body = ClaimCheck, IsByAnother = true },
    ];

    private static readonly ImmutableArray<ExampleStep> Published = [.. Ready, new(typeof(Publish), Publisher)];

    private static readonly ImmutableArray<CommandDescription> Publication =
    [
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
            ExampleAfter = [.. Published, new(typeof(ReviseArticle), Reporter), .. Reviewed],
        },
        new(
            typeof(Schedule),
            Precondition.Version,
            [Publisher],
            "is a publisher still at that time",
            "Schedule the publication of exactly these words."
        )
        {
            Kinds = [EditionKind.First, EditionKind.Update, EditionKind.Refile],
            Topic = CommandTopic.Publication,
            Example = """{ "time": "2099-03-01T06:00:00+01:00", "kind": "first" }""",
            ExampleAfter = Ready,
        },
        new(
            typeof(CancelSchedule),
            Precondition.Nothing,
            [Publisher],
            "",
            "Cancel the scheduled publication, or settle one that failed."
        )
        {
            Topic = CommandTopic.Publication,
            Example = """{ "reason": "The launch is postponed." }""",
            ExampleAfter = [.. Ready, new(typeof(Schedule), Publisher)],
        },
        new(typeof(Withhold), Precondition.Nothing, [Publisher, Legal], "", "Hide the live edition from readers.")
        {
            HonoursVersion = true,
            Topic = CommandTopic.Publication,
            Example = """{ "reason": "The figure in the headline is being checked.", "as": "publisher" }""",
            ExampleAfter = Published,
        },
        new(
            typeof(Release),
            Precondition.Nothing,
            [Publisher, Legal],
            "withheld by legal: legal only; the story has no hold",
            "Show the withheld edition to readers again."
        )
        {
            HonoursVersion = true,
            Topic = CommandTopic.Publication,
            Example = """{ "reason": "The figure is right.", "as": "publisher" }""",
            ExampleAfter = [.. Published, new(typeof(Withhold), Publisher)],
        },
        new(
            typeof(Retract),
            Precondition.Nothing,
            [ChiefEditor],
            "",
            "Retract the story: readers see a notice in place of the article. It cannot be undone."
        )
        {
            HonoursVersion = true,
            Topic = CommandTopic.Publication,
            Example = """
                {
                  "reason": "The minutes it rests on were forged.",
                  "notice": "We have retracted this story: the minutes that it rests on are not genuine."
                }
                """,
            ExampleAfter = Published,
        },
        new(
            typeof(Kill),
            Precondition.Nothing,
            [Legal, ChiefEditor],
            "",
            "Kill the story: only a notice that it is gone stays public. It cannot be undone."
        )
        {
            HonoursVersion = true,
            WhenClosed = [ClosedState.Retracted],
            Topic = CommandTopic.Publication,
            Example = """
                {
                  "reason": "The court forbids every further word of it.",
                  "notice": "This story is no longer available for legal reasons.",
                  "as": "legal"
                }
                """,
            ExampleAfter = Published,
        },
        new(
            typeof(PublishFactCheck),
            Precondition.Fingerprint,
            [Publisher],
            "two fact-checkers agree on the claim",
            "Show readers the verdict on a claim of the live edition of a fact check."
        )
        {
            Topic = CommandTopic.Publication,
            Example = $$"""
                {
                  "claim": "c1",
                  "fingerprint": "{{ExampleFingerprint}}",
                  "claimant": "Skelhaven Town Council",
                  "claimantKind": "organization",
                  "claimUrl": "https://example.org/council/decisions",
                  "claimDate": "2026-10-12",
                  "rating": "True",
                  "explanation": "The minutes show the vote on **Monday**, 12 October.",
                  "sources": [{ "check": 4, "piece": 0 }]
                }
                """,
            ExampleAfter = [.. RatedClaim, .. Published],
        },
        new(
            typeof(WithdrawFactCheck),
            Precondition.Nothing,
            [Publisher, ChiefEditor],
            "",
            "Withdraw the public fact check of a claim."
        )
        {
            Topic = CommandTopic.Publication,
            Example = """{ "claim": "c1", "reason": "The minutes were amended.", "as": "publisher" }""",
            ExampleAfter = [.. RatedClaim, .. Published, new(typeof(PublishFactCheck), Publisher)],
        },
    ];
}
