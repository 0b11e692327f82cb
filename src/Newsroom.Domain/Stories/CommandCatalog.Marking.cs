using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
    private static readonly ImmutableArray<CommandDescription> Marking =
    [
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
    ];
}
