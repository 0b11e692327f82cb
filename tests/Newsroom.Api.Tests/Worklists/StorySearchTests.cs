using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Access;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>A search finds words in every form, ranks what it finds, and shows why.</summary>
public sealed class StorySearchTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task A_word_is_found_in_every_form_of_its_language_and_without_accents()
    {
        var stories = new Dictionary<string, Guid>
        {
            ["en"] = await DraftedAsync("en", "Harbour walls are leaking, and the cars of The Who were towed."),
            ["de"] = await DraftedAsync("de", "Die Häuser der Bürgermeister an der Straße stehen leer."),
            ["fr"] = await DraftedAsync("fr", "Les élections municipales ont été repoussées."),
            ["es"] = await DraftedAsync("es", "Las canciones rápidas de la orquesta."),
            ["ru"] = await DraftedAsync("ru", "Русские города и ёлки."),
            ["pl"] = await DraftedAsync("pl", "Łódź buduje mosty."),
        };
        await newsroom.CatchUpAsync();
        foreach (
            var (query, found) in new (string, string[])[]
            {
                ("harbour wall leaked", ["en"]),
                ("WALLS", ["en"]),
                ("the who", ["en"]),
                ("\"the who\"", ["en"]),
                ("to be or the", ["en"]),
                ("\"harbour wall\"", []),
                ("\"harbour walls\"", ["en"]),
                ("care", []),
                ("haus burgermeister strasse", ["de"]),
                ("Häusern", ["de"]),
                ("election municipale", ["fr"]),
                ("cancion rapida", ["es"]),
                ("русский город елка", ["ru"]),
                ("lodz mosty", ["pl"]),
                ("most ", []),
                ("stehen -strasse", []),
                ("stehen -straßen or mosty", ["pl"]),
                ("walls or haus", ["en", "de"]),
                ("\"harbour walls\" or \"buduje mosty\" or \"mosty lodz\"", ["en", "pl"]),
                ("wall -\"harbour walls\"", []),
                ("leak -\"harbour wall\"", ["en"]),
            }
        )
        {
            var ids = await FoundAsync($"q={Uri.EscapeDataString(query)}");
            stories.Where(story => ids.Contains(story.Value)).Select(story => story.Key).ShouldBe(found, ignoreOrder: true, query);
        }
    }

    [Fact]
    public async Task The_headline_counts_most_then_the_latest_and_a_beginning_least()
    {
        var inHeadline = (await StoryDriver.DraftedAsync(newsroom, "Wombat seen in the harbour", "It swam.")).Id;
        var inBody = (await StoryDriver.DraftedAsync(newsroom, "A swim", "Two wombats swam in the harbour.")).Id;
        var later = (await StoryDriver.DraftedAsync(newsroom, "Another swim", "The wombat swam in the harbour again.")).Id;
        var beginning = (await StoryDriver.DraftedAsync(newsroom, "Wombatology", "A science of the harbour.")).Id;
        await newsroom.CatchUpAsync();
        foreach (var limit in new[] { 1, 2, 3, 50 })
        {
            (await FoundAsync("q=harbour+wombat", limit)).ShouldBe([inHeadline, later, inBody, beginning], $"{limit} a page");
        }

        (await FoundAsync("q=wombat+")).ShouldBe([inHeadline, later, inBody]);
        var page = (await Editor.GetAsync("/stories?q=wombat")).Is(200).Json.AsArray();
        page.Select(card => card!["match"]!["by"]!.GetValue<string>()).ShouldBe(["words", "words", "words", "beginning"]);
        Marked(page[0]!["headline"]!.GetValue<string>(), page[0]!["match"]!["headline"]!).ShouldBe(["Wombat"]);
        var snippet = page[2]!["match"]!["snippet"]!;
        Marked(snippet["text"]!.GetValue<string>(), snippet["marks"]!).ShouldBe(["wombats"]);
        snippet["field"]!.GetValue<string>().ShouldBe("body");
        Marked(page[3]!["headline"]!.GetValue<string>(), page[3]!["match"]!["headline"]!).ShouldBe(["Wombatology"]);
    }

    [Fact]
    public async Task A_misspelt_name_is_found_where_nothing_else_is()
    {
        await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", new { id = "hallstrom", name = "Erik Hallström" });
        var story = await StoryDriver.DraftedAsync(newsroom, "A minister", "Erik Hallström came by boat.");
        await newsroom.CatchUpAsync();
        foreach (var typed in new[] { "Halstrom", "erik halström", "halstrom boats" })
        {
            var match = (await Editor.GetAsync($"/stories?q={Uri.EscapeDataString(typed)}")).Is(200).Json.AsArray().Single()!;
            match["id"]!.GetValue<Guid>().ShouldBe(story.Id);
            match["match"]!["by"]!.GetValue<string>().ShouldBe("similar-name");
            match["match"]!["name"]!.GetValue<string>().ShouldContain("Erik Hallström");
            var snippet = match["match"]!["snippet"]!;
            Marked(snippet["text"]!.GetValue<string>(), snippet["marks"]!).ShouldContain("Hallström");
        }

        (await Editor.GetAsync("/stories?q=Hallstrom")).Json[0]!["match"]!["by"]!.GetValue<string>().ShouldBe("words");
        (await FoundAsync("q=halstrom+train")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_snippet_is_the_text_as_written_and_bounded()
    {
        var before = string.Concat(Enumerable.Repeat("filler ", 2_000));
        var hostile = $"Before. {before} `<b>` quokka & “Quokkas” {new string('z', 500_000)}";
        await StoryDriver.DraftedAsync(newsroom, "A long text", hostile);
        await newsroom.CatchUpAsync();
        var answer = (await Editor.GetAsync("/stories?q=quokka")).Is(200);
        var snippet = answer.Json[0]!["match"]!["snippet"]!;
        var text = snippet["text"]!.GetValue<string>();
        Marked(text, snippet["marks"]!).ShouldBe(["quokka", "Quokkas"]);
        text.ShouldContain("`<b>` quokka & “Quokkas”");
        hostile.Substring(snippet["start"]!.GetValue<int>(), text.Length).ShouldBe(text);
        answer.Text.Length.ShouldBeLessThan(4_000);
    }

    [Fact]
    public async Task Every_page_continues_where_the_last_one_ended()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        var stories = new List<Guid>();
        for (var i = 0; i < 23; i++)
        {
            var (headline, body) = i % 3 == 0 ? ($"Bandicoot {i}", "It ran.") : ($"A run {i}", "A bandicoot ran.");
            stories.Add((await StoryDriver.DraftedAsync(newsroom, headline, body, desk: i % 2 == 0 ? desk : "world")).Id);
        }

        await newsroom.CatchUpAsync();
        var all = await FoundAsync("q=bandicoot", 200);
        all.ShouldBe(stories, ignoreOrder: true);
        var ofDesk = all.Where(id => stories.IndexOf(id) % 2 == 0).ToList();
        foreach (var limit in new[] { 1, 4, 7, 22, 23 })
        {
            (await FoundAsync("q=bandicoot", limit)).ShouldBe(all, $"{limit} a page");
            (await FoundAsync($"q=bandicoot&desk={desk}", limit)).ShouldBe(ofDesk, $"{limit} a page");
        }
    }

    [Fact]
    public async Task A_ready_story_is_one_that_can_be_published()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        var ready = await InReviewAsync("Quoll ready");
        var embargoed = await InReviewAsync("Quoll embargoed");
        (await embargoed.DoAsync("set-embargo", "ed", Role.Editor, new { until = "2100-01-01T00:00:00Z" })).Is(200);
        var withheld = await InReviewAsync("Quoll withheld");
        (await withheld.PublishAsync()).Is(200);
        (await withheld.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        (await withheld.ReplaceAsync("rita", Role.Reporter, "sleeps", "slept")).Is(200);
        await ApprovedAsync(withheld);
        (await withheld.DoAsync("publish", "pia", Role.Publisher)).IsRefused(422, "story-withheld");
        await newsroom.CatchUpAsync();

        foreach (var words in new[] { "", "&q=quoll" })
        {
            (await FoundAsync($"desk={desk}&ready=true{words}", 1)).ShouldBe([ready.Id]);
            (await FoundAsync($"desk={desk}&ready=false{words}", 1)).ShouldBe([withheld.Id, embargoed.Id], ignoreOrder: true);
        }

        var board = (await Editor.GetAsync($"/desks/{desk}/board")).Is(200).Json["columns"]!.AsArray();
        board
            .SelectMany(column => column!["stories"]!.AsArray())
            .ToDictionary(card => card!["id"]!.GetValue<Guid>(), card => (Ready(card!), card!["takedown"]?.GetValue<string>()))
            .ShouldBe(
                new Dictionary<Guid, (bool, string?)>
                {
                    [ready.Id] = (true, null),
                    [embargoed.Id] = (false, null),
                    [withheld.Id] = (false, "withheld"),
                },
                ignoreOrder: true
            );

        static bool Ready(System.Text.Json.Nodes.JsonNode card) => card["ready"]!.GetValue<bool>();

        async Task<StoryDriver> InReviewAsync(string headline)
        {
            var story = await StoryDriver.DraftedAsync(newsroom, headline, "It sleeps.", "rita", desk);
            await ApprovedAsync(story);
            return story;
        }

        static async Task ApprovedAsync(StoryDriver story)
        {
            (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
            (await story.ApproveAsync("ed")).Is(200);
            (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        }
    }

    [Fact]
    public async Task A_cursor_of_another_search_is_refused()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        foreach (var headline in new[] { "Dibbler one", "Dibbler two" })
        {
            await StoryDriver.DraftedAsync(newsroom, headline, "It runs.", desk: desk);
        }

        await newsroom.CatchUpAsync();
        var next = (await Editor.GetAsync($"/stories?desk={desk}&q=dibbler&limit=1")).Is(200).Body["next"]!.GetValue<string>();
        (await Editor.GetAsync($"/stories?limit=2&q=dibbler&desk={desk}&after={next}")).Is(200);
        (await Editor.GetAsync($"/stories?desk={desk}&q=runs&limit=1&after={next}")).IsRefused(400, "cursor");
        (await Editor.GetAsync($"/stories?q=dibbler&limit=1&after={next}")).IsRefused(400, "cursor");
    }

    [Fact]
    public async Task Filters_select_with_and_without_words()
    {
        var desk = await ConfidentialStories.DeskAsync(newsroom);
        await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", new { id = "pilot", name = "The pilot" });
        await ConfidentialStories.DescribeAsync(newsroom, "liv");
        var before = DateTimeOffset.UtcNow;
        var first = await StoryDriver.DraftedAsync(newsroom, "Numbat", "“The numbat is in the engine,” said the pilot.", "rita", desk);
        var second = await StoryDriver.DraftedAsync(newsroom, "Numbats again", "Two numbats.", "ola", desk);
        var words = new { words = "“The numbat is in the engine,”", speaker = "pilot" };
        (await first.DoAsync("attribute-quote", "rita", Role.Reporter, words)).Is(200);
        (await first.DoAsync("assign", "ed", Role.Editor, new { assignee = "liv" })).Is(200);
        (await first.ReplaceAsync("liv", Role.Reporter, "engine,” said", "engine,” later said")).Is(200);
        (await second.DoAsync("submit-for-review", "ola", Role.Reporter)).Is(200);
        await newsroom.CatchUpAsync();
        var since = Uri.EscapeDataString(before.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (
            var (filter, found) in new (string, Guid[])[]
            {
                ("assignee=liv", [first.Id]),
                ("assignee=me", []),
                ("drafter=rita", [first.Id]),
                ("drafter=liv", []),
                ("author=liv", [first.Id]),
                ("author=rita", [first.Id]),
                ("author=ola&stage=in-review", [second.Id]),
                ("speaker=pilot", [first.Id]),
                ("ready=false", [second.Id, first.Id]),
                ("ready=true", []),
                ("stage=in-review", [second.Id]),
                ($"changedSince={since}", [second.Id, first.Id]),
                ("changedSince=2100-01-01T00:00:00Z", []),
                ("dueBefore=2100-01-01T00:00:00Z", []),
                ("priority=normal", [second.Id, first.Id]),
            }
        )
        {
            (await FoundAsync($"desk={desk}&{filter}", 1)).ShouldBe(found, ignoreOrder: true, filter);
            (await FoundAsync($"desk={desk}&{filter}&q=numbat", 1)).ShouldBe(found, ignoreOrder: true, filter);
            (await FoundAsync($"desk={desk}&{filter}&q=%22in+the+engine%22", 1)).ShouldBe(found.Where(id => id == first.Id), filter);
            (await FoundAsync($"desk={desk}&{filter}&q=numbat&order=priority", 1)).ShouldBe(found, ignoreOrder: true, filter);
        }

        (await FoundAsync($"desk={desk}&assignee=me&q=numbat", 1, newsroom.As("liv", Role.Reporter))).ShouldBe([first.Id]);
        (await FoundAsync($"desk={desk}&drafter=me", 1, newsroom.As("ola", Role.Reporter))).ShouldBe([second.Id]);
    }

    [Theory]
    [InlineData("desk=unknown-desk", 400, "no-such-desk")]
    [InlineData("q=rain&desk=unknown-desk", 400, "no-such-desk")]
    [InlineData("speaker=unknown-speaker", 400, "no-such-speaker")]
    [InlineData("assignee=unknown-person", 400, "no-such-person")]
    [InlineData("drafter=unknown-person", 400, "no-such-person")]
    [InlineData("q=rain&author=unknown-person@another-issuer", 400, "no-such-person")]
    [InlineData("changedSince=yesterday", 400, "time")]
    [InlineData("since=2026-01-01T00:00:00Z&drafter=me", 400, "synchronisation-filtered")]
    [InlineData("q=rain&after=AQID", 400, "cursor")]
    public async Task A_filter_that_cannot_match_is_refused(string parameters, int status, string code) =>
        (await Editor.GetAsync($"/stories?{parameters}")).IsRefused(status, code);

    [Theory]
    [InlineData("%", 1_000)]
    [InlineData("\"", 1_000)]
    [InlineData("-", 1_000)]
    [InlineData("-a ", 60)]
    [InlineData("or ", 300)]
    [InlineData("\"a\" or ", 8)]
    [InlineData("'\\:*&|!()<->", 80)]
    [InlineData("ﷲ", 1_000)]
    [InlineData("a\u0301", 500)]
    [InlineData("𠀋", 60)]
    [InlineData("가 ", 60)]
    [InlineData("ক্ষ ", 60)]
    [InlineData("-\"x y\" ", 30)]
    public async Task Whatever_is_typed_is_answered(string part, int times)
    {
        var typed = string.Concat(Enumerable.Repeat(part, times));
        (await Editor.GetAsync($"/stories?q={Uri.EscapeDataString(typed)}")).Is(200);
        (await Editor.GetAsync($"/stories?order=priority&q={Uri.EscapeDataString(typed)}")).Is(200);
    }

    [Theory]
    [InlineData("w{0} ", 65)]
    [InlineData("w or ", 9)]
    public async Task A_search_of_too_many_words_is_refused(string part, int times)
    {
        var parts = Enumerable.Range(0, times).Select(i => part.Replace("{0}", $"{i}", StringComparison.Ordinal));
        (await Editor.GetAsync($"/stories?q={Uri.EscapeDataString(string.Concat(parts))}")).IsRefused(400, "search-too-long");
    }

    private Person Editor => newsroom.As("ed", Role.Editor);

    private async Task<Guid> DraftedAsync(string language, string body) =>
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync(
                    "/stories/draft-article",
                    new
                    {
                        desk = "world",
                        headline = $"In {language}",
                        body,
                        language,
                    }
                )
        )
            .Is(201)
            .Json["story"]!.GetValue<Guid>();

    /// <summary>Returns the stories of all pages.</summary>
    private async Task<List<Guid>> FoundAsync(string parameters, int limit = 200, Person? reader = null)
    {
        var found = new List<Guid>();
        for (var next = ""; next is not null;)
        {
            var answer = (await (reader ?? Editor).GetAsync($"/stories?limit={limit}&{parameters}{next}")).Is(200);
            found.AddRange(answer.Json.AsArray().Select(story => story!["id"]!.GetValue<Guid>()));
            next = (string?)answer.Body["next"] is { } cursor ? $"&after={cursor}" : null;
        }

        return found;
    }

    private static IEnumerable<string> Marked(string text, JsonNode marks) =>
        marks.AsArray().Select(mark => text[mark!["start"]!.GetValue<int>()..mark["end"]!.GetValue<int>()]);
}
