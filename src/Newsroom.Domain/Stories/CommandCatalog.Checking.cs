using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
    private static readonly ImmutableArray<CommandDescription> Checking =
    [
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
    ];
}
