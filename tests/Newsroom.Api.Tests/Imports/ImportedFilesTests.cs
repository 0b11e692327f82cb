using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Files of a repository that are posts, their stories, and reports of skipped changes.</summary>
public class ImportedFilesTests(Newsroom newsroom)
{
    private const string Jane = "Jane Doe <jane@example.org>";
    private const string Words = "The bridge fell in the night, and the mayor came to see it at noon.\n";

    [Fact]
    public async Task Posts_of_every_kind_come_in_under_headlines_and_slugs_of_their_own()
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
        var told = await ImportAsync(git);
        told.Said.ShouldContain("6 stories: 6 changes imported, 0 skipped.");
        var reader = newsroom.As("ida", Role.Auditor);
        await newsroom.CatchUpAsync();
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
            (await reader.GetAsync($"/stories?slug={slug}")).Is(200).Json[0]!["headline"]!.GetValue<string>().ShouldBe(headline);
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

        (await ImportAsync(git, "--path", "news/2015")).Said.ShouldContain("1 stories: 3 changes imported, 0 skipped.");
        (await ImportAsync(git, "--path", "drafts/*.md", "--path", "news/**")).Said.ShouldContain(
            "2 stories: 1 changes imported, 3 imported before, 0 skipped."
        );
        (await ImportAsync(git)).Said.ShouldContain("3 stories: 1 changes imported, 4 imported before, 0 skipped.");
        (await ImportAsync(git, "--path", "./news/20?5/")).Said.ShouldContain(
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
        await git.BuildAsync();
        var told = await TypeAsync(git, "--path", "news", "--path", path);
        (told.Code, told.Said.Contains(said, StringComparison.Ordinal)).ShouldBe((1, true), told.Said);
        told.Said.ShouldNotContain("changes imported");
    }

    [Fact]
    public async Task An_import_begun_where_the_file_came_into_the_folder_goes_on_in_its_story()
    {
        using var git = new GitHistory();
        var first = git.Commit(Jane, 1394600000, "Begin", [("drafts/goes-on.md", Bytes(Words))]);
        git.Commit(Jane, 1394700000, "Move", [("R drafts/goes-on.md posts/goes-on.md", null)], from: first);
        await git.BuildAsync();
        var moved = (await git.RunAsync("rev-parse", "main")).Trim();

        // As an import of the folder alone, by a client that looked at nothing else, began it.
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

        (await TypeAsync(git, "--path", "posts")).Said.ShouldContain("1 stories: 0 changes imported, 2 imported before, 0 skipped.");
        (await newsroom.As("ida", Role.Auditor).GetAsync($"/stories/{story}")).Is(200).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_merge_that_makes_the_branch_the_merged_side_begins_no_story_again()
    {
        using var before = new GitHistory();
        using var after = new GitHistory();
        foreach (var git in new[] { before, after })
        {
            var first = git.Commit(Jane, 1394600000, "Begin", [("readme.txt", Bytes("So."))]);
            var second = git.Commit(Jane, 1394700000, "Post", [("swapped.md", Bytes(Words))], from: first);
            if (git == after)
            {
                var own = git.Commit(
                    "Joe Lund <joe@example.org>",
                    1394800000,
                    "Elsewhere",
                    [("swapped-elsewhere.md", Bytes("# Own\n"))],
                    "own",
                    from: first
                );
                git.Commit("Joe Lund <joe@example.org>", 1394900000, "Pull", [("swapped.md", Bytes(Words))], from: own, merge: second);
            }
        }

        (await ImportAsync(before)).Said.ShouldContain("1 stories: 1 changes imported, 0 skipped.");
        (await ImportAsync(after)).Said.ShouldContain("2 stories: 2 changes imported, 0 skipped.");
        await newsroom.CatchUpAsync();
        (await newsroom.As("ida", Role.Auditor).GetAsync("/stories?slug=swapped")).Is(200).Json.AsArray().Count.ShouldBe(1);
        (await newsroom.As("ida", Role.Auditor).GetAsync("/stories?slug=swapped-2")).Is(200).Json.AsArray().ShouldBeEmpty();
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

        var told = await ImportAsync(git, 3);
        told.Said.ShouldContain("2 stories: 3 changes imported, 2 skipped.");
        told.Said.ShouldContain("kind-changes.rst in");
        told.Said.ShouldContain(
            "The post was renamed to a file that is not a post (.md, .markdown, .mdx, .html, .htm). Its story is unchanged."
        );
        await newsroom.CatchUpAsync();
        var reader = newsroom.As("ida", Role.Auditor);
        var card = (await reader.GetAsync("/stories?slug=other-leaves")).Is(200).Json[0]!;
        card["stage"]!.GetValue<string>().ShouldBe("drafting");
        (
            await reader.GetAsync(
                $"/stories/{(await reader.GetAsync("/stories?slug=kind-changes")).Is(200).Json[0]!["id"]!.GetValue<Guid>()}"
            )
        )
            .Is(200)
            .Json["article"]!["body"]!
            .GetValue<string>()
            .ShouldBe(Words + "So.\n");
    }

    [Fact]
    public async Task Skipped_changes_are_in_the_report_and_counted_alike_on_every_run()
    {
        using var git = new GitHistory();
        var first = git.Commit(Jane, 1394600000, "Begin", [("reported.md", Bytes(Words)), ("late.md", [0xFF])]);
        var second = git.Commit(Jane, 1394700000, "NUL", [("reported.md", Bytes("a\0b"))], from: first);
        var third = git.Commit(
            Jane,
            253402214400,
            "From the end of time",
            [("reported.md", Bytes("# Late\n")), ("late.md", Bytes("# Late\n"))],
            from: second
        );
        git.Commit(Jane, 1394900000, "Again", [("reported.md", Bytes("# Now\n"))], from: third);
        await git.BuildAsync();
        var report = Path.Combine(git.Folder, "report.jsonl");

        var told = await TypeAsync(git, "--report", report);
        told.Code.ShouldBe(3);
        told.Said.ShouldContain("1 stories: 2 changes imported, 4 skipped.");
        var lines = (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken))
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        lines
            .Select(l => $"{l["path"]} {l["code"]}")
            .Order()
            .ShouldBe(["late.md not-utf-8", "late.md time-out-of-range", "reported.md nul-character", "reported.md time-out-of-range"]);
        lines.ShouldAllBe(l =>
            l["why"]!.GetValue<string>().Length > 0
            && l["commit"]!.GetValue<string>().Length == 40
            && l["began"]!.GetValue<string>().Length > 41
        );

        var again = await TypeAsync(git, "--report", report);
        (
            again.Code,
            again.Said.Contains("1 stories: 0 changes imported, 2 imported before, 4 skipped.", StringComparison.Ordinal)
        ).ShouldBe((3, true), again.Said);
        (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken)).Length.ShouldBe(4);
        var wrong = await TypeAsync(git, "--report", Path.Combine(git.Folder, "no", "folder"));
        (wrong.Code, wrong.Said.Contains("cannot write", StringComparison.Ordinal)).ShouldBe((1, true), wrong.Said);
    }

    [Fact]
    public async Task Desk_and_role_are_asked_before_git_is_read()
    {
        using var api = newsroom.Host.Server.CreateClient();
        var nowhere = await Terminal.TypeAsync(
            api,
            "import-history",
            "/no/such/repository",
            "--desk",
            "nowhere",
            "--token",
            newsroom.Token("root", [Role.Admin])
        );
        (nowhere.Code, nowhere.Said.Contains("There is no desk", StringComparison.Ordinal)).ShouldBe((2, true), nowhere.Said);
        var editor = await Terminal.TypeAsync(
            api,
            "import-history",
            "/no/such/repository",
            "--desk",
            "metro",
            "--token",
            newsroom.Token("ed", [Role.Editor])
        );
        (editor.Code, editor.Said.Contains("import-history requires one of these " + "roles: admin", StringComparison.Ordinal)).ShouldBe(
            (2, true),
            editor.Said
        );
        var git = await Terminal.TypeAsync(
            api,
            "import-history",
            "/no/such/repository",
            "--desk",
            "metro",
            "--token",
            newsroom.Token("root", [Role.Admin])
        );
        (git.Code, git.Said.Contains("git cannot read /no/such/repository", StringComparison.Ordinal)).ShouldBe((1, true), git.Said);
    }

    [Fact]
    public async Task A_newsroom_that_goes_away_is_tried_again_with_less_at_once()
    {
        using var git = new GitHistory();
        git.Commit(
            Jane,
            1394600000,
            "Begin",
            [("away-1.md", Bytes("# One\n")), ("away-2.md", Bytes("# Two\n")), ("away-3.md", Bytes("# Three\n"))]
        );
        await git.BuildAsync();
        using var handler = new Failing(newsroom.Host.Server.CreateHandler(), [2, 3, 5]);
        using var api = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        var told = await TypeAsync(api, git);
        (told.Code, told.Said.Contains("3 stories: 3 changes imported, 0 skipped.", StringComparison.Ordinal)).ShouldBe(
            (0, true),
            told.Said
        );
        told.Said.ShouldContain("The server does not answer. Retrying in 1 s.");
    }

    [Fact]
    public async Task A_newsroom_that_stays_away_is_given_up_and_how_to_go_on_is_said()
    {
        using var git = new GitHistory();
        git.Commit(Jane, 1394600000, "Begin", [("given-up.md", Bytes("# One\n"))]);
        await git.BuildAsync();
        using var handler = new Failing(newsroom.Host.Server.CreateHandler(), [.. Enumerable.Range(2, 100)]);
        using var api = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        var told = await TypeAsync(api, git);
        told.Code.ShouldBeOneOf(1, 2);
        told.Said.ShouldContain("0 of 1 changes were sent. Run the same command again to continue: imported changes are skipped.");
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
        await ImportAsync(git);
        await newsroom.CatchUpAsync();
        var id = (await newsroom.As("ida", Role.Auditor).GetAsync("/stories?slug=marked-up")).Is(200).Json[0]!["id"]!.GetValue<Guid>();
        var story = new StoryDriver(newsroom, id, "marked-up");
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

    [Fact]
    public async Task Authors_outside_the_text_or_without_people_are_refused()
    {
        var admin = newsroom.As("root", Role.Admin);
        object Request(object authors) =>
            new
            {
                desk = "metro",
                files = new[]
                {
                    new
                    {
                        began = "odd:odd.md",
                        changes = new[]
                        {
                            new
                            {
                                commit = "odd",
                                at = "2014-03-12T08:00:00Z",
                                name = "J",
                                email = "j@example.org",
                                path = "odd.md",
                                text = "# Odd\n",
                                authors,
                            },
                        },
                    },
                },
            };
        var people = new[] { new { name = "Joe", email = "joe@example.org" } };
        foreach (
            var authors in new object[]
            {
                new { people = Array.Empty<object>() },
                new
                {
                    people,
                    inserted = new[]
                    {
                        new
                        {
                            field = "body",
                            start = 0,
                            end = 2,
                            by = new[] { 1 },
                        },
                    },
                },
                new
                {
                    people,
                    inserted = new[]
                    {
                        new
                        {
                            field = "body",
                            start = 2,
                            end = 2,
                            by = new[] { 0 },
                        },
                    },
                },
                new
                {
                    people,
                    inserted = new[]
                    {
                        new
                        {
                            field = "standfirst",
                            start = 0,
                            end = 2,
                            by = new[] { 0 },
                        },
                    },
                },
                new
                {
                    people,
                    removed = new[]
                    {
                        new
                        {
                            field = "body",
                            start = 0,
                            end = 3,
                            by = new[] { 0 },
                        },
                        new
                        {
                            field = "body",
                            start = 2,
                            end = 4,
                            by = new[] { 0 },
                        },
                    },
                },
            }
        )
        {
            (await admin.PostAsync("/stories/import-history", Request(authors))).Is(400);
        }

        var first = new[] { 0 };
        (
            await admin.PostAsync(
                "/stories/import-history",
                Request(
                    new
                    {
                        people,
                        inserted = new[]
                        {
                            new
                            {
                                field = "body",
                                start = 2,
                                end = 900_000,
                                by = first,
                            },
                        },
                    }
                )
            )
        ).Is(200);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private Task<Terminal> ImportAsync(GitHistory git, params string[] options) => ImportAsync(git, 0, options);

    private async Task<Terminal> ImportAsync(GitHistory git, int code, params string[] options)
    {
        if (!Directory.Exists(git.Folder))
        {
            await git.BuildAsync();
        }

        var told = await TypeAsync(git, options);
        told.Code.ShouldBe(code, told.Said);
        return told;
    }

    private async Task<Terminal> TypeAsync(GitHistory git, params string[] options)
    {
        using var api = newsroom.Host.Server.CreateClient();
        return await TypeAsync(api, git, options);
    }

    private Task<Terminal> TypeAsync(HttpClient api, GitHistory git, params string[] options) =>
        Terminal.TypeAsync(
            environment => environment with { Connect = Terminal.ConnectTo(api), Clock = new Hurried(), Width = 400 },
            ["import-history", git.Folder, "--desk", "metro", "--token", newsroom.Token("root", [Role.Admin]), .. options]
        );

    /// <summary>A clock that does not wait.</summary>
    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <summary>A newsroom that does not answer some requests, counted from 1: in turns it is not there and says 503.</summary>
    private sealed class Failing(HttpMessageHandler newsroom, HashSet<int> which) : DelegatingHandler(newsroom)
    {
        private int asked;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!which.Contains(++asked))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            return asked % 2 == 0
                ? throw new HttpRequestException("Connection refused")
                : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
        }
    }
}
