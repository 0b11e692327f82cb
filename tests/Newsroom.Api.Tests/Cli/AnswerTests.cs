using System.Net;
using Newsroom.Cli;
using static Newsroom.Api.Tests.Cli.FakeNewsroom;

namespace Newsroom.Api.Tests.Cli;

public class AnswerTests
{
    private const string Card =
        $$"""
        {
            "id": "{{StoryId}}", "version": 3, "slug": "mayor", "headline": "Mayor [red]to[/] \u001b[31mrebuild", "desk": "town", "language": "en", "stage": "drafting", "ready": false,
            "edition": 0, "drafter": "ada@newsroom", "speakers": [], "blockers": [], "stageSince": "2026-03-12T09:00:00Z", "changedAt": "2026-03-12T09:00:00Z", "words": ""
        }
        """;

    private readonly FakeNewsroom newsroom = new();

    [Fact]
    public async Task What_was_recorded_is_told_in_words()
    {
        newsroom.On(
            "POST /stories/draft-article",
            $$"""
            {
                "story": "{{StoryId}}", "version": 2, "slug": "mayor",
                "events": [
                    { "type": "note_resolved", "version": 1, "data": { "note": "n1" } },
                    { "type": "of_a_newer_newsroom", "version": 2, "data": {} }
                ]
            }
            """,
            HttpStatusCode.Created);

        var done = await Terminal.Type(newsroom.Client, "draft-article", "--desk", "town", "--token", "e30.eyJzdWIiOiJhZGEiLCJpc3MiOiJ4In0.s");

        done.Said.ShouldBe($"ada resolved note n1 Recorded of_a_newer_newsroom (version 2). mayor ({StoryId}) is now version 2.");
        done.Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_merged_is_told_with_its_people()
    {
        newsroom.On(
            $"POST /stories/{StoryId}/revise-article",
            $$"""{ "story": "{{StoryId}}", "version": 4, "events": [], "merged": [{ "version": 3, "by": "ed@newsroom", "edits": { "headline": [], "standfirst": [], "body": [{ "at": 0, "remove": "", "insert": "Now " }] } }] }""");

        var done = await Terminal.Type(newsroom.Client, "revise-article", StoryId, "--based-on", "2", "--body", "It fell.");

        done.Said.ShouldBe("Merged with version 3 by ed. Now version 4.");
    }

    [Fact]
    public async Task Both_sides_of_an_overlap_are_told()
    {
        newsroom.On(
            $"POST /stories/{StoryId}/revise-article",
            """
            {
                "title": "Both changed the same words", "status": 409, "detail": "Since version 2 ed@newsroom changed the same words.", "reasons": [{ "code": "overlap", "message": "Since version 2 ed@newsroom changed the same words." }], "currentVersion": 3,
                "conflicts": [{
                    "field": "body",
                    "base": { "range": { "start": 0, "end": 7 }, "words": "It fell", "by": [], "version": 2 },
                    "yours": { "range": { "start": 0, "end": 7 }, "words": "It broke", "by": ["ada@newsroom"], "version": 2 },
                    "theirs": { "range": { "start": 0, "end": 0 }, "words": "", "by": ["ed@newsroom"], "version": 3 }
                }]
            }
            """,
            HttpStatusCode.Conflict);

        var refused = await Terminal.Type(newsroom.Client, "revise-article", StoryId, "--based-on", "2", "--body", "It broke.");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldBe("Both changed the same words (409 Conflict). Since version 2 ed@newsroom changed the same words. In the body: You saw (version 2): “It fell” You want: “It broke” There is now (version 3, by ed): nothing Once it is read: --based-on 3");
    }

    [Fact]
    public async Task A_refusal_is_told_with_every_reason_and_who_can_clear_it()
    {
        newsroom.On(
            $"POST /stories/{StoryId}/publish",
            """
            {
                "title": "A rule refused it", "status": 422, "detail": "Not ready: approvals.", "reasons": [{ "code": "x", "message": "0 of 2 approvals stand." }],
                "gates": [{ "gate": "approvals", "outcome": "failed", "reasons": [{ "code": "x", "message": "0 of 2 approvals stand.", "ways": [{ "command": "approve", "roles": ["editor", "legal"] }] }] }]
            }
            """,
            HttpStatusCode.UnprocessableEntity);

        var refused = await Terminal.Type(newsroom.Client, "publish", StoryId, "--based-on", "3");

        refused.Code.ShouldBe(2);
        refused.Out.ShouldBeEmpty();
        refused.Said.ShouldBe("A rule refused it (422 Unprocessable Entity). Not ready: approvals. ✗ approvals 0 of 2 approvals stand. → approve by editor or legal");
    }

    [Theory]
    [InlineData("""{ "title": "Not current", "detail": "Read it again.", "currentVersion": 9 }""", "Not current (412 Precondition Failed). Read it again. Once it is read: --based-on 9")]
    [InlineData("""{ "title": "No", "errors": { "words": ["Must not be empty."] } }""", "No (412 Precondition Failed). words: Must not be empty.")]
    [InlineData("<html>", "The newsroom did not do it (412 Precondition Failed). It gave no reason; is there a newsroom at http://newsroom.example?")]
    public async Task A_refusal_says_what_would_be_accepted(string problem, string said)
    {
        newsroom.On($"POST /stories/{StoryId}/submit-for-review", problem, HttpStatusCode.PreconditionFailed);

        var refused = await Terminal.Type(newsroom.Client, "submit-for-review", StoryId, "--based-on", "3");

        refused.Code.ShouldBe(2);
        refused.Said.ShouldBe(said);
    }

    [Fact]
    public async Task Programs_get_answers_and_refusals_as_JSON()
    {
        newsroom.On("GET /speakers", """[{"id":"marit-oyen","more":1.50}]""").On("GET /stories", """{"title":"No"}""", HttpStatusCode.Forbidden);

        (await Terminal.Type(newsroom.Client, "speakers", "--json")).Out.ReplaceLineEndings("\n").ShouldBe("[\n  {\n    \"id\": \"marit-oyen\",\n    \"more\": 1.50\n  }\n]\n");
        (await Terminal.Type(newsroom.Client, "stories", "--json")).Error.ReplaceLineEndings("\n").ShouldBe("{\n  \"title\": \"No\"\n}\n");
    }

    [Fact]
    public async Task A_slug_stands_for_its_story()
    {
        newsroom.On("GET /stories?slug=mayor", $"[{Card}]").On("GET /stories?slug=major", "[]");

        await Terminal.Type(newsroom.Client, "submit-for-review", "mayor", "--based-on", "3");
        newsroom.Asked[^1].ShouldBe($"POST /stories/{StoryId}/submit-for-review");

        var unknown = await Terminal.Type(newsroom.Client, "submit-for-review", "major", "--based-on", "3");
        unknown.Code.ShouldBe(1);
        unknown.Said.ShouldStartWith("There is no story “major”.");
    }

    [Fact]
    public async Task Nothing_in_a_story_is_markup_or_steers_the_terminal()
    {
        newsroom.On("GET /stories", $"[{Card}]");

        var listed = await Terminal.Type(newsroom.Client, "stories");

        listed.Said.ShouldContain("Mayor [red]to[/] \ufffd[31mrebuild");
    }

    [Fact]
    public async Task Names_that_are_too_long_for_the_screen_are_broken_not_lost()
    {
        var desk = new string('d', 90);
        newsroom.On("GET /stories", $"[{Card.Replace("town", desk, StringComparison.Ordinal)}]");

        var listed = await Terminal.Type(newsroom.Client, "stories");

        listed.Out.Count(c => c == 'd').ShouldBeGreaterThanOrEqualTo(desk.Length);
        listed.Out.ShouldContain("mayor");
        listed.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Where_a_list_goes_on_is_said_beside_it()
    {
        newsroom.On("GET /stories?limit=1", $"[{Card}]", link: "</stories?limit=1&after=a%2Bc>; rel=\"next\"");

        (await Terminal.Type(newsroom.Client, "stories", "--limit", "1")).Error.Trim().ShouldBe("There is more: go on with --after a+c");
    }

    [Fact]
    public async Task Only_what_readers_read_needs_no_token()
    {
        newsroom.On("GET /published", "[]");

        (await Terminal.Type(Stranger, "published")).Code.ShouldBe(0);
        var refused = await Terminal.Type(Stranger, "speakers");
        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("NEWSROOM_TOKEN");

        Machine Stranger(Machine machine) => machine with { Client = newsroom.Client };
    }

    [Fact]
    public async Task Without_a_newsroom_one_is_told_how_to_start_it()
    {
        var none = await Terminal.Type(machine => machine, "published");
        none.Code.ShouldBe(1);
        none.Said.ShouldContain("dotnet run --project src/Newsroom.Api");

        var unreachable = await Terminal.Type(machine => machine, "published", "--server", "http://127.0.0.1:1");
        unreachable.Code.ShouldBe(1);
        unreachable.Said.ShouldStartWith("No newsroom answers at http://127.0.0.1:1/");
    }
}
