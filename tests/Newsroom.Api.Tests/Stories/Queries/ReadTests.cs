using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Reads of stories, lists and history.</summary>
public class ReadTests(Newsroom newsroom)
{
    private readonly Person ed = newsroom.As("ed", Role.Editor);

    [Fact]
    public async Task A_story_has_its_version_as_etag_and_is_not_sent_again()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Etags", "Words.");
        var read = (await ed.GetAsync($"/stories/{story.Id}")).Is(200);
        read.ETag.ShouldBe("\"v1\"");
        var again = (await ed.GetAsync($"/stories/{story.Id}", ifNoneMatch: read.ETag)).Is(304);
        again.Text.ShouldBeEmpty();
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200).ETag.ShouldBe("\"v2\"");
        (await ed.GetAsync($"/stories/{story.Id}", ifNoneMatch: read.ETag)).Is(200).ETag.ShouldBe("\"v2\"");
    }

    [Fact]
    public async Task The_words_of_a_response_are_of_its_version_during_concurrent_writes()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Read while written", "Version 1.");
        var writing = Task.Run(
            async () =>
            {
                for (var version = 1L; version <= 300; version++)
                {
                    (
                        await newsroom
                            .As("rita", Role.Reporter)
                            .PostAsync($"/stories/{story.Id}/revise-article", new { body = $"Version {version + 1}." }, version)
                    ).Is(200);
                }
            },
            TestContext.Current.CancellationToken
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            while (!writing.IsCompleted)
                            {
                                var read = (await ed.GetAsync($"/stories/{story.Id}")).Is(200);
                                read.Json["article"]!["body"]!.GetValue<string>().ShouldBe($"Version {read.Version}.");
                            }
                        },
                        TestContext.Current.CancellationToken
                    )
                )
        );
        await writing;
    }

    [Fact]
    public async Task History_renders_every_event_and_groups_the_saves_of_one_author()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "History", "One word.");
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { body = "Two words." })).Is(200);
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { body = "Two good words." })).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.DoAsync("request-changes", "ed", Role.Editor, new { reason = "Too short." })).Is(200);

        var history = (await ed.GetAsync($"/stories/{story.Id}/history")).Is(200).Json.AsArray();
        history.Select(h => (h!["from"]!.GetValue<long>(), h["to"]!.GetValue<long>())).ShouldBe([(1, 1), (2, 3), (4, 4), (5, 5)]);
        history[1]!["sentences"]!
            .AsArray()
            .Select(s => s!.GetValue<string>())
            .ShouldBe(["rita revised the article: “One” → “Two”; “word” → “words”", "rita revised the article: added “good”"]);
        history[3]!["why"]!.GetValue<string>().ShouldBe("Too short.");
        history[3]!["as"]!.GetValue<string>().ShouldBe("editor");
    }

    [Fact]
    public async Task A_long_history_is_paged_and_no_revision_is_repeated()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A long history", "Version 1.");
        for (var version = 2; version <= 12; version++)
        {
            (
                await story.DoAsync(
                    "revise-article",
                    version is 7 or > 9 ? "ed" : "rita",
                    version is 7 or > 9 ? Role.Editor : Role.Reporter,
                    new { body = $"Version {version}." }
                )
            ).Is(200);
        }

        (await PagesAsync(2)).ShouldBe("1 | 2-3 | 4-5 | 6 7 | 8-9 | 10-11 | 12");
        (await PagesAsync(4)).ShouldBe("1 | 2-5 | 6 7 8-9 | 10-12");
        (await PagesAsync(7)).ShouldBe("1 2-6 7 | 8-9 10-12");
        (await PagesAsync(12)).ShouldBe("1 2-6 7 8-9 10-12");
        (await newsroom.TypeAsync("ed", Role.Editor, "history", $"{story.Id}")).Said.ShouldContain("10-12");
        (await newsroom.TypeAsync("ed", Role.Editor, "history", $"{story.Id}", "--limit", "2", "--after", "7")).Said.ShouldContain(
            "--after 9"
        );
        (await ed.GetAsync($"/stories/{story.Id}/history?after=12")).Is(200).Json.AsArray().ShouldBeEmpty();
        (await ed.GetAsync($"/stories/{story.Id}/history?after=-3&limit=1")).Is(200).Json.AsArray().Count.ShouldBe(1);
        (await ed.GetAsync($"/stories/{story.Id}/history?after={long.MaxValue}")).Is(200).Json.AsArray().ShouldBeEmpty();
        (await ed.GetAsync($"/stories/{Guid.NewGuid()}/history?after=12")).IsRefused(404, "unknown-story");
        (await ed.GetAsync($"/stories/{story.Id}/history?after=yesterday")).Status.ShouldBe(400);

        async Task<string> PagesAsync(int limit)
        {
            var pages = new List<string>();
            for (var page = $"/stories/{story.Id}/history?limit={limit}"; page is not null;)
            {
                var answer = (await ed.GetAsync(page)).Is(200);
                pages.Add(
                    string.Join(
                        ' ',
                        answer
                            .Json.AsArray()
                            .Select(h => $"{h!["from"]}{(h["to"]!.GetValue<long>() == h["from"]!.GetValue<long>() ? "" : $"-{h["to"]}")}")
                    )
                );
                page = answer.Link?.Split('<', '>')[1];
            }

            return string.Join(" | ", pages);
        }
    }

    [Fact]
    public async Task A_published_story_is_off_the_board_until_it_has_open_work()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Off the board", "It rains on the quay.", desk: "metro");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await OnBoardAsync()).ShouldBeTrue();
        (await story.PublishAsync()).Is(200);
        (await OnBoardAsync()).ShouldBeFalse();
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = "Ask again on Friday." })).Is(200);
        (await OnBoardAsync()).ShouldBeTrue();
        (await story.DoAsync("resolve-note", "ed", Role.Editor, new { note = "n1" })).Is(200);
        (await OnBoardAsync()).ShouldBeFalse();
        (await story.ReplaceAsync("rita", Role.Reporter, "It rains", "It hails")).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.DoAsync("request-changes", "ned", Role.Editor, new { reason = "Since when?" })).Is(200);
        (await OnBoardAsync()).ShouldBeTrue();

        async Task<bool> OnBoardAsync()
        {
            await newsroom.CatchUpAsync();
            return (await ed.GetAsync("/desks/metro/board")).Is(200).Json["columns"]!
                .AsArray()
                .SelectMany(c => c!["stories"]!.AsArray())
                .Any(s => s!["id"]!.GetValue<Guid>() == story.Id);
        }
    }

    [Fact]
    public async Task A_story_that_moves_is_in_one_column_of_every_board()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Between columns", "It rains on the quay.", desk: "metro");
        await newsroom.CatchUpAsync();
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        var ended = false;
        var moving = MoveAsync();
        for (var board = 0; board < 300; board++)
        {
            var found = (await ed.GetAsync("/desks/metro/board")).Is(200).Json["columns"]!
                .AsArray()
                .SelectMany(column => column!["stories"]!.AsArray())
                .Count(card => card!["id"]!.GetValue<Guid>() == story.Id);
            found.ShouldBe(1, $"board {board}");
        }

        ended = true;
        await moving;

        async Task MoveAsync()
        {
            for (var move = 0; !Volatile.Read(ref ended); move++)
            {
                var stage = move % 2 == 0 ? "in-review" : "drafting";
                await database.RunAsync(
                    $"""
                    update newsroom.mt_doc_storycard set stage = '{stage}', data = jsonb_set(data, array['stage'], '"{stage}"')
                    where id = '{story.Id}'
                    """
                );
            }
        }
    }

    [Fact]
    public async Task An_unchanged_queue_row_is_not_written_again()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Three claims", "It opened in 1962. It closed in 1981. It burned in 1990.");
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "It opened in 1962." })).Is(200);
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "It closed in 1981." })).Is(200);
        var before = await RowsAsync();
        before.Select(r => r.Passage).ShouldBe(["c1", "c2"]);

        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "It burned in 1990." })).Is(200);
        var added = await RowsAsync();
        added.Select(r => r.Passage).ShouldBe(["c1", "c2", "c3"]);
        added[..2].ShouldBe(before);

        (await story.VerifyAsync("c1")).Is(200);
        (await RowsAsync()).ShouldBe(added[1..]);

        (await story.ReplaceAsync("rita", Role.Reporter, "closed in 1981", "closed in 1982")).Is(200);
        var reworded = await RowsAsync();
        reworded.Select(r => r.Passage).ShouldBe(["c2", "c3"]);
        reworded[0].Written.ShouldNotBe(added[1].Written);
        reworded[1].ShouldBe(added[2]);

        (await story.DoAsync("spike", "ed", Role.Editor, new { reason = "Told elsewhere." })).Is(200);
        (await RowsAsync()).ShouldBeEmpty();

        // The passage, and the transaction that wrote its row.
        async Task<List<(string Passage, string Written)>> RowsAsync()
        {
            await newsroom.CatchUpAsync();
            var rows = new List<(string, string)>();
            await using var command = newsroom
                .Host.Services.GetRequiredService<NpgsqlDataSource>()
                .CreateCommand(
                    "select data ->> 'passage', xmin::text from newsroom.mt_doc_queuedpassage where (data ->> 'story')::uuid = "
                        + "$1 order by 1"
                );
            command.Parameters.Add(new() { Value = story.Id });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add((reader.GetString(0), reader.GetString(1)));
            }

            return rows;
        }
    }

    [Fact]
    public async Task Board_queue_list_and_audit_follow_the_story()
    {
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync("/speakers/register-speaker", new { id = "harbour-master", name = "The Harbour Master" })
        ).Is(201);
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "Follow the dredger",
            "“The dredger sails on Friday,” she said.\n\nIt was built in 1962.",
            desk: "metro"
        );
        (
            await story.DoAsync(
                "attribute-quote",
                "rita",
                Role.Reporter,
                new
                {
                    words = "“The dredger sails on Friday,”",
                    speaker = "harbour-master",
                    attribution = "she said",
                }
            )
        ).Is(200);
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "It was built in 1962." })).Is(200);
        (await story.VerifyAsync("q1")).Is(200);
        (await story.ReplaceAsync("rita", Role.Reporter, "on Friday", "on Saturday")).Is(200);
        (await newsroom.As("root", Role.Admin).PutAsync("/people/liv", """{"name":"Liv","roles":["reporter"]}""")).Status.ShouldBeOneOf(
            200,
            201
        );
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = "liv" })).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        await newsroom.CatchUpAsync();

        var board = (await ed.GetAsync("/desks/metro/board")).Is(200).Json["columns"]!.AsArray();
        var card = board.Single(c => c!["stage"]!.GetValue<string>() == "in-review")!["stories"]!
            .AsArray()
            .Single(s => s!["slug"]!.GetValue<string>() == story.Slug)!;
        card["blockers"]!
            .AsArray()
            .Select(b => b!["gate"]!.GetValue<string>())
            .ShouldBe(["quotes-verified", "claims-checked", "approvals"]);

        var queue = (await ed.GetAsync("/fact-checks/queue?desk=metro"))
            .Is(200)
            .Json.AsArray()
            .Where(q => q!["story"]!.GetValue<Guid>() == story.Id)
            .ToList();
        queue.Select(q => $"{q!["passage"]} {q["lapsed"]}").ShouldBe(["q1 true", "c1 false"]);
        queue[0]!["fingerprint"]!.GetValue<string>().ShouldBe(await story.FingerprintAsync("q1"));

        foreach (
            var query in new[]
            {
                "q=dredger+saturday",
                "slug=" + story.Slug,
                "desk=metro&stage=in-review",
                "assignee=liv",
                "speaker=harbour-master",
            }
        )
        {
            (await ed.GetAsync($"/stories?{query}"))
                .Is(200)
                .Json.AsArray()
                .Select(s => s!["id"]!.GetValue<Guid>())
                .ShouldContain(story.Id, query);
        }

        (await ed.GetAsync("/stories?q=dredger+friday")).Is(200).Json.AsArray().ShouldBeEmpty();

        var audit = (await newsroom.As("wilma", Role.Auditor).GetAsync($"/audit?story={story.Id}&limit=200")).Is(200).Json.AsArray();
        audit
            .Select(a => a!["version"]!.GetValue<long>())
            .ShouldBe(Enumerable.Range(1, (int)await story.VersionAsync()).Reverse().Select(v => (long)v));
        var lapse = audit.Single(a => a!["type"]!.GetValue<string>() == "check_lapsed")!;
        lapse["cause"]!.GetValue<string>().ShouldBe("revise-article");
        lapse["by"]!.GetValue<string>().ShouldBe("rita@newsroom-development");
        lapse["as"]!.GetValue<string>().ShouldBe("reporter");
        lapse["correlation"]!
            .GetValue<string>()
            .ShouldBe(audit.First(a => a!["type"]!.GetValue<string>() == "article_revised")!["correlation"]!.GetValue<string>());
        (await newsroom.As("wilma", Role.Auditor).GetAsync($"/audit?story={story.Id}&actor=femi&type=fact_checked&text=dredger"))
            .Is(200)
            .Json.AsArray()
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_are_paged_by_a_cursor_that_misses_and_repeats_nothing()
    {
        var drafted = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            drafted.Add((await StoryDriver.DraftedAsync(newsroom, $"Paged {i}", "Pagination rehearsal.")).Id);
        }

        await newsroom.CatchUpAsync();
        var seen = new List<Guid>();
        var next = "/stories?q=pagination+rehearsal&limit=3";
        while (next is not null)
        {
            var page = (await ed.GetAsync(next)).Is(200);
            seen.AddRange(page.Json.AsArray().Select(s => s!["id"]!.GetValue<Guid>()));
            next = page.Link?[1..page.Link.IndexOf('>', StringComparison.Ordinal)];
        }

        seen.ShouldBe(Enumerable.Reverse(drafted));
    }

    [Fact]
    public async Task Health_and_the_description_need_no_token()
    {
        (await newsroom.Reader().GetAsync("/health/live")).Is(200);
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]!["database"]!["status"]!
            .GetValue<string>()
            .ShouldBe("ok");
        var description = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json;
        description["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        foreach (var command in Domain.Stories.CommandCatalog.All)
        {
            var path = command.Begins ? $"/stories/{command.Name}" : $"/stories/{{storyId}}/{command.Name}";
            var operation = description["paths"]![path].ShouldNotBeNull(path)["post"]!;
            command.Summary.ShouldStartWith(operation["summary"]!.GetValue<string>());
            operation["requestBody"]!["content"]!["application/json"]!["example"].ShouldNotBeNull();
            operation["responses"]!.AsObject().Select(r => r.Key).ShouldContain(command.Begins ? "201" : "200");
        }
    }
}
