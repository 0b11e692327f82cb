using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories;

public static partial class CommandCatalog
{
    private static readonly ImmutableArray<CommandDescription> Writing =
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
            "Change desk, language, genre, byline, dateline or slug."
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
    ];
}
