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
            ExampleAfter = [.. Ready, new(typeof(Publish), Publisher), new(typeof(ReviseArticle), Reporter), .. Reviewed],
        },
    ];
}
