using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>Work waits for the people who can do it, with the command that settles it.</summary>
public sealed class MyWorkTests(Newsroom newsroom)
{
    private const string Claim = "The weir is 12 metres high.";
    private static readonly string[] Reporting = ["reporter"];
    private static readonly string[] Editing = ["editor"];

    [Fact]
    public async Task A_story_is_work_for_its_author_then_for_checkers_and_approvers_then_for_publishers()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A weir", $"{Claim} It holds.", by: "wanda");
        (await story.DoAsync("flag-claim", "wanda", Role.Reporter, new { words = Claim })).Is(200);
        (await WorkAsync("wanda", Role.Reporter)).ShouldBe(["submit story"]);
        (await WorkAsync("fay", Role.FactChecker)).ShouldBe(["check c1"]);
        (await WorkAsync("ed", Role.Editor)).ShouldBeEmpty("a draft waits for its author");

        await DoFirstAsync("wanda", Role.Reporter, "submit");
        await DoFirstAsync("fay", Role.FactChecker, "check", body =>
        {
            body["verdict"] = "verified";
            body["evidence"] = new JsonArray(new JsonObject { ["kind"] = "document", ["citation"] = "The plan of the weir" });
        });
        (await WorkAsync("wanda", Role.Reporter)).ShouldBeEmpty();
        (await WorkAsync("fay", Role.FactChecker)).ShouldBeEmpty();
        (await WorkAsync("wanda", Role.Editor)).ShouldBeEmpty("the drafter does not approve");
        await DoFirstAsync("ed", Role.Editor, "approve");
        (await WorkAsync("ed", Role.Editor)).ShouldBeEmpty();
        await DoFirstAsync("lea", Role.Legal, "approve");
        await DoFirstAsync("pia", Role.Publisher, "publish");
        foreach (var role in Enum.GetValues<Role>())
        {
            (await WorkAsync("new-here", role)).ShouldBeEmpty();
        }

        Task<List<string>> WorkAsync(string user, Role role) => WorkOfAsync(story, user, role);

        async Task DoFirstAsync(string user, Role role, string kind, Action<JsonObject>? complete = null)
        {
            var item = (await ItemsAsync(story, user, role)).Single(i => i["kind"]!.GetValue<string>() == kind);
            var body = item["body"]!.DeepClone().AsObject();
            complete?.Invoke(body);
            var version = item["story"]!["version"]!.GetValue<long>();
            (await newsroom.As(user, role).PostAsync(item["path"]!.GetValue<string>(), body, version)).Is(200);
        }
    }

    [Fact]
    public async Task A_story_sent_back_waits_for_the_author_and_the_assignee()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A sluice gate", "It is shut.", by: "wim");
        (await story.DoAsync("submit-for-review", "wim", Role.Reporter)).Is(200);
        (await story.DoAsync("request-changes", "ed", Role.Editor, new { reason = "Who shut it?" })).Is(200);
        (await newsroom.As("jonas", Role.Admin).PutAsync("/people/ida", new { name = "Ida", roles = Reporting })).Status.ShouldBeOneOf(
            200,
            201
        );
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = "ida" })).Is(200);
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = "Ask the keeper." })).Is(200);
        (await story.DoAsync("place-hold", "lea", Role.Legal, new { reason = "A letter." })).Is(200);
        (await WorkOfAsync(story, "wim", Role.Reporter)).ShouldBe(["note n1", "sent-back story"]);
        (await WorkOfAsync(story, "ida", Role.Reporter)).ShouldBe(["assigned story", "note n1"]);
        (await WorkOfAsync(story, "lou", Role.Legal)).ShouldBe(["hold h1"]);
        (await WorkOfAsync(story, "ed", Role.Editor)).ShouldBeEmpty("a hold by legal is lifted by legal");
        (await ItemsAsync(story, "wim", Role.Reporter)).Single(i => i["kind"]!.GetValue<string>() == "sent-back")["words"]!
            .GetValue<string>()
            .ShouldBe("Who shut it?");
    }

    [Fact]
    public async Task An_approver_reads_which_words_an_approval_would_cover()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A lock keeper", "She has kept it for years.", by: "wilf");
        (await story.ReplaceAsync("eve", Role.Editor, "years", "decades")).Is(200);
        (await story.DoAsync("submit-for-review", "wilf", Role.Reporter)).Is(200);
        var own = (await CoversAsync("eve"))["own"]!.AsArray();
        own.ShouldHaveSingleItem()!["words"]!.GetValue<string>().ShouldBe("decades");
        (await CoversAsync("eve"))["isAll"]!.GetValue<bool>().ShouldBeFalse();
        (await CoversAsync("ed"))["isAll"]!.GetValue<bool>().ShouldBeTrue();
        (await story.ApproveAsync("eve")).Is(200);
        (await CoversAsync("ed"))["ranges"]!.AsArray().Select(r => r!["words"]!.GetValue<string>()).ShouldBe(["decades"]);

        async Task<JsonNode> CoversAsync(string user) => (await ItemsAsync(story, user, Role.Editor)).ShouldHaveSingleItem()["covers"]!;
    }

    [Fact]
    public async Task Urgent_stories_come_first_and_pages_follow_each_other()
    {
        var low = await StoryDriver.DraftedAsync(newsroom, "A low wall", "It stands.", by: "wolf");
        var urgent = await StoryDriver.DraftedAsync(newsroom, "A burst wall", "It fell.", by: "wolf");
        var normal = await StoryDriver.DraftedAsync(newsroom, "A plain wall", "It is grey.", by: "wolf");
        (await low.DoAsync("plan-story", "ed", Role.Editor, new { priority = "low" })).Is(200);
        (await urgent.DoAsync("plan-story", "ed", Role.Editor, new { priority = "urgent", due = "2099-03-01T17:00:00Z" })).Is(200);
        await newsroom.CatchUpAsync();
        var wolf = newsroom.As("wolf", Role.Reporter);
        var read = new List<Guid>();
        for (var path = "/me/work?limit=1"; path is not null;)
        {
            var page = (await wolf.GetAsync(path)).Is(200);
            read.AddRange(page.Json.AsArray().Select(i => i!["story"]!["id"]!.GetValue<Guid>()));
            path = page.Link is { } link ? link.Split('<', '>')[1] : null;
        }

        read.ShouldBe([urgent.Id, normal.Id, low.Id]);
        (await wolf.GetAsync("/me/work")).Is(200).Json[0]!["story"]!["priority"]!.GetValue<string>().ShouldBe("urgent");
        (await wolf.GetAsync("/me/work?after=nonsense")).Is(400);
    }

    [Fact]
    public async Task Work_is_filtered_by_kind_role_desk_and_story()
    {
        (await newsroom.As("jonas", Role.Admin).PutAsync("/desks/jetty-desk", new { name = "Jetty", language = "en" })).Is(201);
        var first = await StoryDriver.DraftedAsync(newsroom, "A first jetty", $"{Claim} It holds.", by: "wade");
        var second = await StoryDriver.DraftedAsync(newsroom, "A second jetty", $"{Claim} It leaks.", by: "wade");
        foreach (var story in new[] { first, second })
        {
            (await story.DoAsync("flag-claim", "wade", Role.Reporter, new { words = Claim })).Is(200);
        }

        (await second.DoAsync("describe-story", "ed", Role.Editor, new { desk = "jetty-desk" })).Is(200);
        (await second.DoAsync("submit-for-review", "wade", Role.Reporter)).Is(200);
        await newsroom.CatchUpAsync();

        var all = await ReadAsync("");
        all.ShouldContain($"check {first.Slug}");
        all.ShouldContain($"check {second.Slug}");
        all.ShouldContain($"approve {second.Slug}");
        // Other tests add work meanwhile.
        var checks = await ReadAsync("kind=check");
        checks.ShouldAllBe(item => item.StartsWith("check ", StringComparison.Ordinal));
        checks.ShouldContain($"check {first.Slug}");
        checks.ShouldContain($"check {second.Slug}");
        (await ReadAsync("kind=approve&desk=jetty-desk")).ShouldBe([$"approve {second.Slug}"]);
        (await ReadAsync("role=fact-checker")).ShouldNotContain($"approve {second.Slug}");
        (await ReadAsync("role=fact-checker&desk=jetty-desk")).ShouldBe([$"check {second.Slug}"]);
        (await ReadAsync("role=publisher")).ShouldBeEmpty("the caller is not one");
        (await ReadAsync($"story={first.Id}")).ShouldBe([$"check {first.Slug}"]);
        (await ReadAsync($"story={second.Slug}"))
            .Order(StringComparer.Ordinal)
            .ShouldBe([$"approve {second.Slug}", $"check {second.Slug}"]);
        (await ReadAsync($"story={first.Slug}&kind=approve")).ShouldBeEmpty();

        async Task<List<string>> ReadAsync(string filter)
        {
            var items = new List<string>();
            for (var path = $"/me/work?limit=2&{filter}".TrimEnd('&'); path is not null;)
            {
                var page = (await newsroom.As("fan", Role.Editor, Role.FactChecker).GetAsync(path)).Is(200);
                items.AddRange(page.Json.AsArray().Select(i => $"{i!["kind"]} {i["story"]!["slug"]}"));
                path = page.Link is { } link ? link.Split('<', '>')[1] : null;
            }

            return items;
        }
    }

    [Theory]
    [InlineData("kind=unknown-kind", 400)]
    [InlineData("kind=Check", 400)]
    [InlineData("role=unknown-role", 400)]
    [InlineData("desk=unknown-desk", 400)]
    [InlineData("story=unknown-story", 404)]
    [InlineData("state=drafting", 400)]
    public async Task A_filter_with_an_unknown_value_is_refused(string filter, int status) =>
        (await newsroom.As("fan", Role.Editor).GetAsync($"/me/work?{filter}")).Is(status);

    [Fact]
    public async Task Decisions_are_filtered_as_work_on_stories_is()
    {
        var admin = newsroom.As("jonas", Role.Admin);
        (await admin.PutAsync("/desks/jetties", new { name = "Jetties", language = "en" })).Is(201);
        (
            await admin.PostAsync(
                "/desks/jetties/propose-policy",
                new { reason = "A small desk.", gates = new[] { new { gate = "approvals", minimum = 1 } } }
            )
        ).Is(200);
        (await IsListedAsync("")).ShouldBeTrue();
        (await IsListedAsync("?kind=policy&desk=jetties&role=chief-editor")).ShouldBeTrue();
        (await IsListedAsync("?kind=erasure")).ShouldBeFalse();
        (await IsListedAsync("?desk=world")).ShouldBeFalse();
        (await IsListedAsync("?role=editor")).ShouldBeFalse();

        async Task<bool> IsListedAsync(string filter) =>
            (await newsroom.As("chi", Role.ChiefEditor, Role.Editor).GetAsync($"/me/work{filter}"))
                .Is(200)
                .Json.AsArray()
                .Any(item => item!["subject"]!.GetValue<string>() == "jetties 1");
    }

    [Fact]
    public async Task The_command_line_lists_the_work_and_its_commands()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A work boat", $"{Claim} It floats.", by: "wynn");
        (
            await newsroom.TypeAsync("ed", Role.Editor, "plan-story", story.Slug, "--priority", "urgent", "--due", "2099-03-01T17:00Z")
        ).Code.ShouldBe(0);
        (await story.DoAsync("flag-claim", "wynn", Role.Reporter, new { words = Claim })).Is(200);
        (await newsroom.TypeAsync("femi", Role.FactChecker, "claim-check", story.Slug, "--passage", "c1")).Code.ShouldBe(0);
        await newsroom.CatchUpAsync();
        (await newsroom.TypeAsync("wynn", Role.Reporter, "show", story.Slug)).Said.ShouldContain("urgent, due 2099-03-01 17:00 UTC");
        (await newsroom.TypeAsync("wynn", Role.Reporter, "history", story.Slug)).Said.ShouldContain(
            "ed set the priority urgent, due 2099-03-01 17:00 UTC"
        );
        (await newsroom.TypeAsync("wynn", Role.Reporter, "mine", "--kind", "check")).Said.ShouldContain("No work waits for you.");
        var filtered = await newsroom.TypeAsync(
            "wynn",
            Role.Reporter,
            "mine",
            "--kind",
            "submit",
            "--role",
            "reporter",
            "--desk",
            "world",
            "--story",
            story.Slug
        );
        filtered.Said.ShouldContain($"→ newsroom submit-for-review {story.Slug}");
        (await newsroom.TypeAsync("wynn", Role.Reporter, "mine", "--kind", "shouting")).Code.ShouldBe(1);
        (await newsroom.TypeAsync("wynn", Role.Reporter, "mine", "--desk", "atlantis")).Code.ShouldBe(2);
        (await newsroom.TypeAsync("wynn", Role.Reporter, "mine")).Said.ShouldContain($"→ newsroom submit-for-review {story.Slug}");
        var mine = await newsroom.TypeAsync("fay", Role.FactChecker, "mine", "--limit", "200");
        mine.Said.ShouldContain($"{story.Slug} c1");
        mine.Said.ShouldContain("femi is checking it until");
        string.Join(' ', mine.Said.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .ShouldMatch("→ newsroom fact-check [a-z0-9-]+ --passage c1 --fingerprint [0-9a-f]{12} .*--verdict <verdict>");
        (await newsroom.TypeAsync("new-here", Role.Publisher, "stories", "--order", "due", "--priority", "urgent")).Said.ShouldContain(
            story.Slug
        );
    }

    [Fact]
    public async Task Policies_and_erasures_wait_for_a_chief_editor_who_may_decide_them()
    {
        var (admin, legal) = (newsroom.As("jonas", Role.Admin), newsroom.As("lea", Role.Legal));
        (await admin.PutAsync("/desks/weirs", new { name = "Weirs", language = "en" })).Is(201);
        (
            await admin.PostAsync(
                "/desks/weirs/propose-policy",
                new { reason = "A small desk.", gates = new[] { new { gate = "approvals", minimum = 1 } } }
            )
        ).Is(200);
        (
            await legal.PostAsync(
                "/erasures/request-erasure",
                new
                {
                    kind = "person",
                    subject = "no-one-here@test",
                    legalBasis = "GDPR Art. 17(1)(a)",
                    reason = "Weirs.",
                }
            )
        ).Is(201);
        var work = await DecisionsAsync();
        var policy = work.Single(i => i["subject"]!.GetValue<string>() == "weirs 1");
        var erasure = work.Single(i => i["words"]!.GetValue<string>() == "Weirs.");
        erasure["command"]!.GetValue<string>().ShouldBe("reject-erasure", "there is nothing to erase");
        var chi = newsroom.As("chi", Role.ChiefEditor);
        (await chi.PostAsync(policy["path"]!.GetValue<string>(), policy["body"]!)).Is(200);
        (await chi.PostAsync(erasure["path"]!.GetValue<string>(), new { reason = "Nothing is stored." })).Is(200);
        (await DecisionsAsync()).ShouldNotContain(i => i["path"]!.GetValue<string>() == policy["path"]!.GetValue<string>());
        (await DecisionsAsync()).ShouldNotContain(i => i["path"]!.GetValue<string>() == erasure["path"]!.GetValue<string>());

        async Task<List<JsonNode>> DecisionsAsync() =>
            [
                .. (await newsroom.As("chi", Role.ChiefEditor).GetAsync("/me/work"))
                    .Is(200)
                    .Json.AsArray()
                    .Select(i => i!)
                    .Where(i => i["story"] is null),
            ];
    }

    [Fact]
    public async Task The_caller_is_named_with_roles_kinds_of_work_and_further_reads()
    {
        (await newsroom.As("jonas", Role.Admin).PutAsync("/people/wren", new { name = "Wren Hale", roles = Editing })).Is(201);
        var me = (await newsroom.As("wren", Role.Publisher, Role.FactChecker).GetAsync("/me")).Is(200).Json;
        me["name"]!.GetValue<string>().ShouldBe("Wren Hale");
        me["roles"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe(["fact-checker", "publisher"]);
        me["work"]!
            .AsArray()
            .Select(k => k!.GetValue<string>())
            .ShouldBe(["check", "note", "mark", "publish", "release", "schedule-failed", "publish-fact-check"]);
        me["reads"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldBe(["/deliveries/unacknowledged"]);
        var auditor = (await newsroom.As("uma", Role.Auditor).GetAsync("/me")).Is(200).Json;
        auditor["reads"]!.AsArray().Select(r => r!.GetValue<string>()).ShouldContain("/audit");
        (await newsroom.As("uma", Role.Auditor).GetAsync("/me/work")).Is(200).Json.AsArray().ShouldBeEmpty();
    }

    private async Task<List<string>> WorkOfAsync(StoryDriver story, string user, Role role) =>
        [.. (await ItemsAsync(story, user, role)).Select(i => $"{i["kind"]} {i["subject"]}").Order(StringComparer.Ordinal)];

    private async Task<List<JsonNode>> ItemsAsync(StoryDriver story, string user, Role role)
    {
        await newsroom.CatchUpAsync();
        var items = new List<JsonNode>();
        for (var path = "/me/work?limit=100"; path is not null;)
        {
            var page = (await newsroom.As(user, role).GetAsync(path)).Is(200);
            items.AddRange(page.Json.AsArray().Select(i => i!).Where(i => i["story"]?["id"]!.GetValue<Guid>() == story.Id));
            path = page.Link is { } link ? link.Split('<', '>')[1] : null;
        }

        return items;
    }
}
