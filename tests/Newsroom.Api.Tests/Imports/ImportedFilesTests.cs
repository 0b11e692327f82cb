using Newsroom.Domain.Kernel;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Files of a repository that are posts, and their stories.</summary>
public sealed class ImportedFilesTests(Newsroom newsroom)
{
    private const string Words = "The bridge fell in the night, and the mayor came to see it at noon.\n";

    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task Posts_of_every_kind_are_imported_with_their_headlines_and_distinct_slugs()
    {
        using var git = new GitHistory();
        git.Commit(
            Jane,
            1394600000,
            "Begin",
            [
                ("kinds/2013-06-01-weekly.mdx", Bytes("Title: Weekly 1\nDate: 2013-06-01\n\n# Same\n" + Words)),
                ("kinds/2013-06-08-weekly.MD", Bytes("\uFEFFTitle: Weekly 2\r\nDate: 2013-06-08\r\n\r\n# Same\r\n" + Words)),
                ("kinds/toml.markdown", Bytes("+++\ntitle = \"In TOML\"\n+++\n" + Words)),
                ("kinds/json/index.htm", Bytes("{ \"title\": \"In JSON\" }\n" + Words)),
                ("kinds/\u00FCber den \u65E5.md", Bytes("# \u00DCber\n")),
                ("\"kinds/a \\\"b\\\"\\nc.md\"", Bytes("# Odd name\n")),
                ("kinds/no.rst", Bytes("No\n==\n")),
                ("kinds/no.md.txt", Bytes("# No\n")),
            ]
        );
        (await imports.ImportAsync(git)).ShouldContain("6 stories: 6 changes imported, 0 skipped.");
        foreach (
            var (slug, headline) in new[]
            {
                ("2013-06-01-weekly", "Weekly 1"),
                ("2013-06-08-weekly", "Weekly 2"),
                ("toml", "In TOML"),
                ("json", "In JSON"),
            }
        )
        {
            (await imports.CardAsync(slug))["headline"]!.GetValue<string>().ShouldBe(headline);
        }
    }

    [Fact]
    public async Task A_file_is_one_story_whatever_patterns_name_it()
    {
        using var git = new GitHistory();
        var first = git.Commit(
            Jane,
            1394600000,
            "Begin",
            [
                ("drafts/patterned.md", Bytes(Words)),
                ("news/2014/other-patterned.md", Bytes("# Other\n")),
                ("else/third-patterned.md", Bytes("# Third\n")),
            ]
        );
        var second = git.Commit(Jane, 1394700000, "Move", [("R drafts/patterned.md news/2015/patterned.md", null)], from: first);
        git.Commit(Jane, 1394800000, "Change", [("news/2015/patterned.md", Bytes(Words + "So.\n"))], from: second);

        (await imports.ImportAsync(git, "--path", "news/2015")).ShouldContain("1 stories: 3 changes imported, 0 skipped.");
        (await imports.ImportAsync(git, "--path", "drafts/*.md", "--path", "news/**")).ShouldContain(
            "2 stories: 1 changes imported, 3 imported before, 0 skipped."
        );
        (await imports.ImportAsync(git)).ShouldContain("3 stories: 1 changes imported, 4 imported before, 0 skipped.");
        (await imports.ImportAsync(git, "--path", "./news/20?5/")).ShouldContain(
            "1 stories: 0 changes imported, 3 imported before, 0 skipped."
        );
    }

    [Theory]
    [InlineData("nowhere", "The branch has no post")]
    [InlineData("news/*.md", "The branch has no post")]
    [InlineData("../news", "is not a path in the repository")]
    [InlineData("/news", "is not a path in the repository")]
    [InlineData("", "is not a path in the repository")]
    public async Task A_path_that_names_no_post_is_an_error(string path, string said)
    {
        using var git = new GitHistory();
        git.Commit(Jane, 1394600000, "Begin", [("news/2014/nowhere-else.md", Bytes(Words)), ("news/a.txt", Bytes(Words))]);
        var told = await imports.TypeAsync(git, "--path", "news", "--path", path);
        (told.Code, told.Said.Contains(said, StringComparison.Ordinal)).ShouldBe((1, true), told.Said);
        told.Said.ShouldNotContain("changes imported");
    }

    [Fact]
    public async Task An_import_that_began_with_the_folder_alone_continues_in_the_same_story()
    {
        using var git = new GitHistory();
        var first = git.Commit(Jane, 1394600000, "Begin", [("drafts/goes-on.md", Bytes(Words))]);
        git.Commit(Jane, 1394700000, "Move", [("R drafts/goes-on.md posts/goes-on.md", null)], from: first);
        await git.BuildAsync();
        var moved = (await git.RunAsync("rev-parse", "main")).Trim();

        // The name under which an import of the folder alone starts the story.
        var change = new
        {
            commit = moved,
            at = "2014-03-13T08:00:00Z",
            name = "Jane Doe",
            email = "jane@example.org",
            path = "posts/goes-on.md",
            text = Words,
        };
        var story = (
            await newsroom
                .As("root", Role.Admin)
                .PostAsync(
                    "/stories/import-history",
                    new { desk = "metro", files = new[] { new { began = $"{moved}:posts/goes-on.md", changes = new[] { change } } } }
                )
        )
            .Is(200)
            .Json["files"]![0]!["story"]!.GetValue<Guid>();

        (await imports.TypeAsync(git, "--path", "posts")).Said.ShouldContain(
            "1 stories: 0 changes imported, 2 imported before, 0 skipped."
        );
        (await imports.ReadAsync(story))["version"]!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_merge_with_swapped_parents_starts_no_second_story()
    {
        using var before = new GitHistory();
        using var after = new GitHistory();
        foreach (var git in new[] { before, after })
        {
            var first = git.Commit(Jane, 1394600000, "Begin", [("readme.txt", Bytes("So."))]);
            var second = git.Commit(Jane, 1394700000, "Post", [("swapped.md", Bytes(Words))], from: first);
            if (git == after)
            {
                var own = git.Commit(Joe, 1394800000, "Elsewhere", [("swapped-elsewhere.md", Bytes("# Own\n"))], "own", from: first);
                git.Commit(Joe, 1394900000, "Pull", [("swapped.md", Bytes(Words))], from: own, merge: second);
            }
        }

        (await imports.ImportAsync(before)).ShouldContain("1 stories: 1 changes imported, 0 skipped.");
        (await imports.ImportAsync(after)).ShouldContain("2 stories: 2 changes imported, 0 skipped.");
        (await imports.CardsAsync("swapped")).Count.ShouldBe(1);
        (await imports.CardsAsync("swapped-2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_becomes_another_kind_of_file_is_reported_and_stays_and_comes_back()
    {
        using var git = new GitHistory();
        var first = git.Commit(
            Jane,
            1394600000,
            "Begin",
            [("kind-changes.md", Bytes(Words)), ("other-leaves.md", Bytes("# Another\n\n" + Words))]
        );
        var second = git.Commit(
            Jane,
            1394700000,
            "Convert",
            [("R kind-changes.md kind-changes.rst", null), ("R other-leaves.md other-leaves.txt", null)],
            from: first
        );
        git.Commit(Jane, 1394800000, "Back", [("R kind-changes.rst back.md", null), ("back.md", Bytes(Words + "So.\n"))], from: second);

        var said = await imports.ImportAsync(git, 3);
        said.ShouldContain("2 stories: 3 changes imported, 2 skipped.");
        said.ShouldContain("kind-changes.rst in");
        said.ShouldContain(
            "The post was renamed to a file that is not a post (.md, .markdown, .mdx, .html, .htm). Its story is unchanged."
        );
        (await imports.CardAsync("other-leaves"))["stage"]!.GetValue<string>().ShouldBe("drafting");
        (await imports.ReadAsync(await imports.StoryAsync("kind-changes")))["article"]!["body"]!
            .GetValue<string>()
            .ShouldBe(Words + "So.\n");
    }

    [Fact]
    public async Task Comments_and_plain_tags_stay_when_an_imported_body_is_revised_and_readers_get_no_comment()
    {
        using var git = new GitHistory();
        git.Commit(
            Jane,
            1394600000,
            "Begin",
            [("marked-up.md", Bytes("Water is H<sub>2</sub>O.\n\n<!-- The mayor lies. -->\n\nThe bridge fell<!-- not -->.\n"))]
        );
        await imports.ImportAsync(git);
        var story = new StoryDriver(newsroom, await imports.StoryAsync("marked-up"), "marked-up");
        (await story.ReplaceAsync("ed", Role.Editor, "fell", "collapsed")).Is(200);
        (await story.BodyAsync()).ShouldBe("Water is H<sub>2</sub>O.\n\n<!-- The mayor lies. -->\n\nThe bridge collapsed<!-- not -->.\n");
        (await story.ReplaceAsync("ed", Role.Editor, "collapsed", "<b>collapsed</b>")).IsRefused(422, "raw-html");

        (await story.DoAsync("submit-for-review", "ed", Role.Editor)).Is(200);
        (await story.ApproveAsync("amy")).Is(200);
        (await story.ApproveAsync("bob")).Is(200);
        (await story.PublishAsync()).Is(200);
        (await newsroom.Reader().GetAsync("/published/marked-up")).Is(200).Json["body"]!
            .GetValue<string>()
            .ShouldBe("Water is H<sub>2</sub>O.\n\n<!-- -->\n\nThe bridge collapsed<!-- -->.\n");
    }
}
