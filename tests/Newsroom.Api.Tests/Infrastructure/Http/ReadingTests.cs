using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>A request that cannot be read is refused with the place and the accepted values, in terms of the API.</summary>
public class ReadingTests(Newsroom newsroom)
{
    private const string Draft = "/stories/draft-article";

    private readonly Person rita = newsroom.As("rita", Role.Reporter);
    private readonly Person ed = newsroom.As("ed", Role.Editor);

    [Theory]
    [InlineData("""{"desk":"world","headline":"x" """, "malformed-json", "Line 1")]
    [InlineData("""{"desk":"world",}""", "malformed-json", "byte 17")]
    [InlineData("nonsense", "malformed-json", "Line 1, byte 2")]
    [InlineData(" \n ", "malformed-json", "The body is empty.")]
    [InlineData("""{"desk":"world"} {}""", "malformed-json", "Line 1, byte 18")]
    public async Task A_body_that_is_not_json_is_refused_with_line_and_byte(string body, string code, string where)
    {
        var answer = (await rita.PostAsync(Draft, body)).IsRefused(400, code);
        answer.Json["detail"]!.GetValue<string>().ShouldContain(where);
        ShowsNoInnards(answer);
    }

    [Theory]
    [InlineData(Draft, """[]""", "", "an object with")]
    [InlineData(Draft, """{"desk":"world","headline":7}""", "headline", "Accepted: a text.")]
    [InlineData(Draft, """{"desk":"world","headline":{"a":1}}""", "headline", "Accepted: a text.")]
    [InlineData(Draft, """{"desk":"world","headline":"x","colour":"red"}""", "colour", "There is no such member. Accepted: desk")]
    [InlineData(Draft, """{"desk":"world","headline":"x","basedOn":3}""", "basedOn", "There is no such member")]
    [InlineData(Draft, """{"headline":"x"}""", "desk", "required")]
    [InlineData(Draft, """{"desk":"world","desk":"metro","headline":"x"}""", "desk", "twice")]
    [InlineData(Draft, """{"desk":null,"headline":"x"}""", "desk", "Null is not accepted")]
    [InlineData(Draft, """{"desk":"world","headline":"x","as":"king"}""", "as", "one of reporter, editor")]
    [InlineData(Draft, """{"desk":"world","headline":"lone \ud800 surrogate"}""", "headline", "surrogate")]
    [InlineData(
        "/stories/0199f0a2-5c1b-7d3e-9a4f-1234567890ab/fact-check",
        """{"passage":"q1","fingerprint":"abc","verdict":"verified"}""",
        "fingerprint",
        "64 lower-case"
    )]
    [InlineData(
        "/stories/0199f0a2-5c1b-7d3e-9a4f-1234567890ab/fact-check",
        """{"passage":"q1","fingerprint":"0000000000000000000000000000000000000000000000000000000000000000","verdict":"verified","evidence":[{"kind":"tape","citation":"x"}]}""",
        "evidence[0].kind",
        "one of recording"
    )]
    [InlineData(
        "/stories/0199f0a2-5c1b-7d3e-9a4f-1234567890ab/restore-revision",
        """{"version":99999999999999999999}""",
        "version",
        "a whole number"
    )]
    [InlineData("/stories/0199f0a2-5c1b-7d3e-9a4f-1234567890ab/restore-revision", """{"version":1.5}""", "version", "a whole number")]
    public async Task An_invalid_member_is_refused_with_its_path(string path, string body, string member, string accepted)
    {
        var answer = (await newsroom.As("femi", Role.FactChecker).PostAsync(path, body)).Is(400);
        answer.Json["type"]!.GetValue<string>().ShouldBe("/problems/validation");
        var error = answer.Json["errors"]!.AsObject().ShouldHaveSingleItem();
        error.Key.ShouldBe(member);
        error.Value![0]!.GetValue<string>().ShouldContain(accepted);
        ShowsNoInnards(answer);
    }

    [Fact]
    public async Task A_body_in_another_encoding_or_not_utf8_is_named()
    {
        (
            await rita.SendAsync(
                HttpMethod.Post,
                Draft,
                Encoding.Unicode.GetBytes("""{"desk":"world","headline":"x"}"""),
                "application/json; charset=utf-16"
            )
        ).Is(415);
        ShowsNoInnards(
            (
                await rita.SendAsync(
                    HttpMethod.Post,
                    Draft,
                    [.. "{\"desk\":\"world\",\"headline\":\""u8, 0xC0, 0xAF, .. "\"}"u8],
                    "application/json"
                )
            ).Is(400)
        );
        (
            await rita.SendAsync(
                HttpMethod.Post,
                Draft,
                [0xEF, 0xBB, 0xBF, .. """{"desk":"world","headline":"Behind a mark"}"""u8],
                "application/json"
            )
        ).Is(201);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_413() =>
        (await rita.PostAsync(Draft, $$"""{"desk":"world","body":"{{new string('x', 9 * 1024 * 1024)}}"}""")).Is(413).Json["type"]!
            .GetValue<string>()
            .ShouldStartWith("/problems/");

    [Theory]
    [InlineData("2099-03-01T06:00:00")]
    [InlineData("2099-03-01")]
    [InlineData("2099-03-01T06:00Z")]
    [InlineData("2099-03-01 06:00:00Z")]
    [InlineData("2099-02-30T06:00:00Z")]
    [InlineData("2099-03-01T06:00:00+25:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("1 March 2099 06:00 GMT")]
    public async Task A_time_without_its_offset_is_400_in_every_request(string time)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Times", "Words.");
        var embargo = (await ed.PostAsync($"/stories/{story.Id}/set-embargo", new { until = time })).Is(400);
        embargo.Json["errors"]!["until"]![0]!.GetValue<string>().ShouldContain("with its offset");
        var import = new
        {
            desk = "world",
            files = new[]
            {
                new
                {
                    began = "c:t.md",
                    changes = new[]
                    {
                        new
                        {
                            commit = "c",
                            at = time,
                            name = "J",
                            email = "j@example.org",
                            path = "t.md",
                            text = "x",
                        },
                    },
                },
            },
        };
        (await newsroom.As("root", Role.Admin).PostAsync("/stories/import-history", import)).Is(400).Json["errors"]!
            ["files[0].changes[0].at"]
            .ShouldNotBeNull();
        foreach (
            var query in new[]
            {
                $"/stories/{story.Id}?at=",
                $"/stories/{story.Id}?asOf=",
                $"/stories/{story.Id}/diff?from=1&to=",
                $"/stories/{story.Id}/diff?fromAsOf=",
                $"/published/{story.Slug}?at=",
            }
        )
        {
            (await ed.GetAsync(query + Uri.EscapeDataString(time))).Status.ShouldBe(
                time.Contains("06:00:00Z", StringComparison.Ordinal) && time[10] == 'T' && time[5..7] == "03" ? 200 : 400,
                query
            );
        }

        (await story.VersionAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("2099-03-01T06:00:00Z", "2099-03-01T06:00:00+00:00")]
    [InlineData("2099-03-01t06:00:00.5z", "2099-03-01T06:00:00.5+00:00")]
    [InlineData("2099-03-01T06:00:00+05:00", "2099-03-01T01:00:00+00:00")]
    public async Task A_time_with_its_offset_is_the_instant_it_says(string until, string kept)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "An embargo", "Words.");
        (await story.DoAsync("set-embargo", "ed", Role.Editor, new { until })).Is(200);
        (await story.ReadAsync()).Json["embargo"]!["until"]!.GetValue<string>().ShouldBe(kept);
    }

    [Theory]
    [InlineData("headline")]
    [InlineData("standfirst")]
    [InlineData("body")]
    [InlineData("byline")]
    [InlineData("dateline")]
    public async Task An_invalid_character_is_422_in_every_text(string member)
    {
        foreach (
            var (text, code) in new[]
            {
                ("\\uFFFE", "noncharacter"),
                ("\\uFFFF", "noncharacter"),
                ("\\uFDD0", "noncharacter"),
                ("\\uD83F\\uDFFE", "noncharacter"),
                ("\\u202E", "bidi-control"),
            }
        )
        {
            (
                await rita.PostAsync(
                    Draft,
                    $$"""{"desk":"world","headline":"Characters","{{member}}":"x{{text}}y"}""".Replace(
                        "\"headline\":\"Characters\",\"headline\"",
                        "\"headline\""
                    )
                )
            ).IsRefused(422, code);
        }
    }

    [Theory]
    [InlineData("&#xFFFE;", "noncharacter")]
    [InlineData("&#8238;hidden&#8236;", "bidi-control")]
    public async Task An_entity_counts_as_what_a_reader_reads(string text, string code)
    {
        (
            await rita.PostAsync(
                Draft,
                new
                {
                    desk = "world",
                    headline = "Entities",
                    body = $"It {text}",
                }
            )
        ).IsRefused(422, code);
        var story = await StoryDriver.DraftedAsync(newsroom, "Entities", "Words.");
        (await story.DoAsync("revise-article", "rita", Role.Reporter, new { body = $"It {text}" })).IsRefused(422, code);
    }

    [Theory]
    [InlineData("/stories?q=a%EF%BF%BEb", 400)]
    [InlineData("/stories?q=%FF", 400)]
    [InlineData("/stories?q=%ED%A0%80", 400)]
    [InlineData("/stories?limit=99999999999", 400)]
    [InlineData("/stories?limit=1&limit=2", 400)]
    [InlineData("/stories/00000000-0000-0000-0000-000000000000", 404)]
    [InlineData("/stories/00000000-0000-0000-0000-000000000000/history", 404)]
    [InlineData("/stories/00000000-0000-0000-0000-000000000000/blame?at=2026-03-12T09:30:00Z", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/stories/not-an-id", 404)]
    public async Task An_invalid_address_is_refused_in_terms_of_the_API(string path, int status)
    {
        var answer = (await ed.GetAsync(path)).Is(status);
        answer.Json["type"]!.GetValue<string>().ShouldStartWith("/problems/");
        ShowsNoInnards(answer);
    }

    [Fact]
    public async Task A_query_that_is_not_UTF_8_is_refused() => (await ed.GetAsync("/stories?q=%FF")).IsRefused(400, "not-utf-8");

    [Fact]
    public async Task Every_command_on_the_story_of_the_all_zero_id_is_404()
    {
        foreach (var command in CommandCatalog.All.Where(c => !c.Begins))
        {
            var body = JsonNode.Parse(command.Example)!.AsObject();
            body.Remove("as");
            (
                await newsroom
                    .As("rita", command.Roles[0])
                    .PostAsync($"/stories/{Guid.Empty}/{command.Name}", body.ToJsonString(), basedOn: 1)
            ).IsRefused(404, "unknown-story");
        }
    }

    [Fact]
    public async Task A_story_lists_its_blockers_and_waivers()
    {
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "What stops it",
            "He likes “a rather long and well known title” much. It cost 3 million.\n"
        );
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "It cost 3 million." })).Is(200);
        (await story.DoAsync("set-embargo", "ed", Role.Editor, new { until = "2099-03-01T06:00:00Z", reason = "As agreed." })).Is(200);
        (await story.DoAsync("request-legal-review", "ed", Role.Editor, new { reason = "It names a minor." })).Is(200);
        (
            await story.DoAsync(
                "dismiss-quotation",
                "ed",
                Role.Editor,
                new { words = "“a rather long and well known title”", reason = "A song." }
            )
        ).Is(200);
        (
            await story.DoAsync(
                "waive-gate",
                "chi",
                Role.ChiefEditor,
                new
                {
                    gate = "claims-checked",
                    subject = "c1",
                    fingerprint = await story.FingerprintAsync("c1"),
                    reason = "It cannot wait.",
                }
            )
        ).Is(200);

        var read = (await story.ReadAsync()).Json;
        read["embargo"]!["reason"]!.GetValue<string>().ShouldBe("As agreed.");
        read["legalReview"]!["reason"]!.GetValue<string>().ShouldBe("It names a minor.");
        read["dismissals"]![0]!["reason"]!.GetValue<string>().ShouldBe("A song.");
        read["waivers"]![0]!["subject"]!.GetValue<string>().ShouldBe("c1");

        var shown = await newsroom.TypeAsync("ed", Role.Editor, "show", story.Slug);
        shown.Code.ShouldBe(0, shown.Said);
        foreach (
            var told in new[] { "until 2099-03-01", "As agreed.", "It names a minor.", "A song.", "claims-checked", "It cannot wait." }
        )
        {
            shown.Said.ShouldContain(told);
        }
    }

    [Fact]
    public async Task A_story_is_assigned_to_known_people_only()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Given to people", "Words.");
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = $"nobody-{story.Id:N}" })).IsRefused(422, "unknown-assignee");
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = "" })).IsRefused(422, "unknown-assignee");
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = "rita" })).Is(200);
        var described = $"described-{story.Id:N}";
        (await newsroom.As("root", Role.Admin).PutAsync($"/people/{described}", """{"name":"Described","roles":["reporter"]}""")).Is(201);
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = described })).Is(200);

        var acting = $"acting-{story.Id:N}";
        await StoryDriver.DraftedAsync(newsroom, "Somebody acts", "Words.", by: acting);
        await newsroom.CatchUpAsync();
        (await story.DoAsync("assign", "ed", Role.Editor, new { assignee = acting })).Is(200);
    }

    [Fact]
    public async Task An_event_stored_with_the_last_possible_time_can_be_read()
    {
        var id = Guid.NewGuid();
        var article = new Article("The end of time", "", "It never comes.", "", "");
        var origin = new Origin("jane@example.org@git", DateTimeOffset.MaxValue, "c1", null) { Path = "end.md" };
        var store = newsroom.Host.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.RecordingSession(Actor.Of("root@test"), "import-history"))
        {
            session.Events.StartStream<Story>(
                id,
                new StoryEvent.StoryDrafted("world", "en", $"end-{id:N}", article, Fingerprints.Of(article), Normaliser.Version)
                {
                    Origin = origin,
                }
            );
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (
            var part in new[]
            {
                "",
                "/blame",
                "/history",
                "/timeline",
                "/gates",
                "?asOf=9999-12-31T23:59:59.9999999Z",
                "?at=9999-12-31T23:59:59.9999999Z",
                "?asOf=0001-01-01T00:00:00Z",
            }
        )
        {
            (await ed.GetAsync($"/stories/{id}{part}")).Status.ShouldBe(part.Contains("0001", StringComparison.Ordinal) ? 404 : 200, part);
        }

        (await ed.GetAsync($"/stories/{id}/blame")).Json["texts"]![0]!["spans"]![0]!["happened"]!
            .GetValue<DateTimeOffset>()
            .ShouldBe(DateTimeOffset.MaxValue);
        var step = (await ed.GetAsync($"/stories/{id}/timeline")).Is(200).Json[0]!;
        step["onBehalfOf"]!.GetValue<string>().ShouldBe(origin.By);
        step["happened"]!.GetValue<DateTimeOffset>().ShouldBe(origin.At);
    }

    [Fact]
    public async Task An_import_lists_skipped_changes_and_keeps_the_rest()
    {
        // An author that no other import has.
        var jane = $"jane-{Guid.NewGuid():N}@example.org";
        object Change(string commit, string text, string at = "2014-03-12T08:00:00-05:00", string? email = null, string path = "odd.md") =>
            new
            {
                commit,
                at,
                name = "Jane\uFFFE Doe",
                email = email ?? jane,
                path,
                text,
                message = "Why\u0000 not",
            };
        var began = $"{Guid.NewGuid():N}:odd.md";
        var body = new
        {
            desk = "world",
            files = new[]
            {
                new
                {
                    began,
                    changes = new[]
                    {
                        Change("c1", "\uFEFF# Behind a mark\n\nIt fell.\n"),
                        Change("c2", "It \uFFFE fell."),
                        Change("c3", "It &#xFFFE; fell."),
                        Change("c4", "It fell in 9999.", at: "9999-12-31T23:59:59Z"),
                        Change("c5", "It fell by a long address.", email: new string('x', 5_000)),
                        Change("c6", "It fell by a long name.", path: new string('x', 5_000)),
                        Change("c7", "# Behind a mark\n\nIt rose.\n"),
                    },
                },
            },
        };
        var file = (await newsroom.As("root", Role.Admin).PostAsync("/stories/import-history", body)).Is(200).Json["files"]![0]!;
        file["notKept"]!
            .AsArray()
            .Select(n => $"{n!["commit"]} {n["code"]}")
            .ShouldBe(["c2 noncharacter", "c3 noncharacter", "c4 time-out-of-range", "c5 author-too-long", "c6 path-too-long"]);
        file["recorded"]!.GetValue<int>().ShouldBe(2);
        var story = file["story"]!.GetValue<Guid>();
        (await ed.GetAsync($"/stories/{story}")).Json["article"]!["headline"]!.GetValue<string>().ShouldBe("Behind a mark");
        (await ed.GetAsync($"/stories/{story}/history")).Is(200).Json[0]!["why"]!.GetValue<string>().ShouldBe("Why\uFFFD not");
        (await ed.GetAsync($"/stories/{story}/blame")).Is(200).Text.ShouldContain("Jane\uFFFD Doe");
    }

    private static void ShowsNoInnards(Answer answer)
    {
        foreach (var inside in new[] { "System.", "Newsroom.", "Exception", "StoryCommand", "DraftArticle", "isFinalBlock" })
        {
            answer.Text.ShouldNotContain(inside);
        }
    }
}
