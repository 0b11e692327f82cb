using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Marking;

public class MarkCommandTests
{
    private const string Body = "“We will rebuild it,” said Marit Øyen. A case of “not in my back yard”. “It cost too much.”";

    private readonly FakeServer server = new FakeServer()
        .On(
            $"GET /stories/{StoryId}/quoted?limit=200",
            """
            {
                "version": 17, "fewestWords": 4,
                "quoted": [
                    {
                        "number": 1, "field": "body", "range": { "start": 0, "end": 21 }, "words": "“We will rebuild it,”",
                        "state": "unattributed"
                    },
                    {
                        "number": 2, "field": "body", "range": { "start": 49, "end": 70 }, "words": "“not in my back yard”",
                        "state": "unattributed"
                    },
                    {
                        "number": 3, "field": "body", "range": { "start": 72, "end": 91 }, "words": "“It cost too much.”",
                        "state": "attributed", "quote": "q1"
                    }
                ]
            }
            """
        )
        .On(
            $"GET /stories/{StoryId}?version=17",
            $$"""
            {
                "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "drafting",
                "publication": { "status": "unpublished", "edition": 0 },
                "article": { "headline": "Mayor", "standfirst": "", "body": "{{Body}}", "byline": "", "dateline": "" },
                "fingerprint": "{{new string('a', 64)}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"],
                "quotes": [], "claims": [], "approvals": [], "holds": [], "notes": [],
                "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
            }
            """
        )
        .On(
            "GET /speakers",
            """
            [
                { "id": "marit-oyen", "name": "Marit Øyen", "description": "mayor" },
                { "id": "bo-lund", "name": "Bo Lund", "description": "" },
                { "id": "eva-lund", "name": "Eva Lund", "description": "" }
            ]
            """
        )
        .On(
            $"GET /stories/{StoryId}/proposals?limit=5",
            $$"""
            {
                "story": "{{StoryId}}", "version": 17, "language": "en", "claims": [],
                "speakers": [
                    {
                        "proposal": {
                            "number": 1, "field": "body", "range": { "start": 0, "end": 21 }, "words": "“We will rebuild it,”",
                            "source": { "range": { "start": 27, "end": 37 }, "words": "Marit Øyen" }, "reason": "follows",
                            "speaker": "marit-oyen", "name": "Marit Øyen", "match": "name",
                            "attribution": { "range": { "start": 22, "end": 37 }, "words": "said Marit Øyen" }
                        },
                        "message": "“Marit Øyen” follows the quotation as its source, and it has the whole name of Marit Øyen."
                    }
                ]
            }
            """
        )
        .On($"POST /stories/{StoryId}/attribute-quote", Answer(18))
        .On($"POST /stories/{StoryId}/dismiss-quotation", Answer(19));

    [Theory]
    [InlineData("marit-oyen")]
    [InlineData("Marit Øyen")]
    [InlineData("marit")]
    [InlineData("øyen")]
    public async Task A_quotation_is_attributed_to_a_speaker_named_by_id_or_name(string answer)
    {
        var done = await MarkAsync(answer, "q");

        (done.Code, done.Error).ShouldBe((0, ""));
        server.BodyShouldBe("""{ "range": { "field": "body", "start": 0, "end": 21 }, "speaker": "marit-oyen" }""");
        server.Headers["If-Match"].ShouldBe("\"v17\"");
        done.Said.ShouldContain("mayor, version 17: 2 unmarked quotations.");
        done.Said.ShouldContain("“We will rebuild it,” said Marit Øyen.");
        done.Said.ShouldContain("Attributed 1, dismissed 0, left 1.");
    }

    [Fact]
    public async Task An_empty_line_accepts_the_proposed_speaker_with_the_attribution()
    {
        var done = await MarkAsync("", "", "s");

        server.BodyShouldBe(
            """
            {
                "range": { "field": "body", "start": 0, "end": 21 }, "speaker": "marit-oyen", "attribution": "said Marit Øyen",
                "attributionStart": 22
            }
            """
        );
        done.Said.ShouldContain("Proposed: marit-oyen. “Marit Øyen” follows the quotation as its source");
        done.Said.ShouldContain("Attributed 1, dismissed 0, left 1.");
    }

    [Fact]
    public async Task A_quotation_is_dismissed_with_a_reason()
    {
        var done = await MarkAsync("marit-oyen", "d", "A slogan.");

        server.BodyShouldBe("""{ "words": "“not in my back yard”", "reason": "A slogan.", "start": 49 }""");
        server.Headers["If-Match"].ShouldBe("\"v18\"");
        done.Said.ShouldContain("Attributed 1, dismissed 1, left 0.");
    }

    [Fact]
    public async Task A_quotation_is_skipped()
    {
        var done = await MarkAsync("s", "s");

        server.Requests.ShouldNotContain(request => request.StartsWith("POST", StringComparison.Ordinal));
        done.Said.ShouldContain("Attributed 0, dismissed 0, left 2.");
    }

    [Theory]
    [InlineData("lund", "“lund” can be bo-lund (Bo Lund), eva-lund (Eva Lund). Answer with one id.")]
    [InlineData("Zed", "There is no speaker “Zed”. Register them with “+Zed, office and place”, or skip with s.")]
    public async Task An_answer_that_names_no_one_speaker_is_asked_again(string answer, string said)
    {
        var done = await MarkAsync(answer, "bo-lund", "q");

        done.Said.ShouldContain(said);
        server.Body!["speaker"]!.GetValue<string>().ShouldBe("bo-lund");
    }

    [Fact]
    public async Task The_end_of_the_input_quits() => (await MarkAsync()).Said.ShouldEndWith("Attributed 0, dismissed 0, left 2.");

    [Fact]
    public async Task A_refusal_is_shown_and_the_question_repeated()
    {
        server.On(
            $"POST /stories/{StoryId}/attribute-quote",
            """{ "title": "Rule violated", "status": 422, "detail": "These words overlap the quote q1.", "reasons": [] }""",
            System.Net.HttpStatusCode.UnprocessableEntity
        );

        var done = await MarkAsync("marit-oyen", "q");

        done.Code.ShouldBe(2);
        done.Error.ShouldContain("These words overlap the quote q1.");
        done.Said.ShouldContain("Attributed 0, dismissed 0, left 2.");
    }

    [Fact]
    public async Task A_speaker_is_registered_while_marking()
    {
        server
            .On("POST /speakers/register-speaker", """{ "id": "ida-berg", "name": "Ida Berg", "description": "harbour master" }""")
            .On(
                $"GET /stories/{StoryId}/proposals?limit=1",
                $$"""{ "story": "{{StoryId}}", "version": 17, "language": "en", "claims": [], "speakers": [] }"""
            );

        var done = await MarkAsync("+Ida Berg, harbour master", "Ida Berg");

        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("Registered Ida Berg as ida-berg.");
        done.Said.ShouldContain("Attributed 2, dismissed 0, left 0.");
        server.Requests.Count(request => request == "POST /speakers/register-speaker").ShouldBe(1);
        server.BodyShouldBe("""{ "speaker": "ida-berg", "range": { "start": 49, "end": 70, "field": "body" } }""");
    }

    [Fact]
    public async Task Proposed_sentences_and_others_are_flagged()
    {
        server
            .On(
                $"GET /stories/{StoryId}/proposals?limit=5",
                $$"""
                {
                    "story": "{{StoryId}}", "version": 17, "language": "en", "speakers": [],
                    "claims": [
                        {
                            "proposal": {
                                "field": "body", "range": { "start": 3, "end": 9 }, "words": "It cost 3 million.", "score": 2,
                                "reasons": ["number"]
                            },
                            "message": "It has a number."
                        },
                        {
                            "proposal": {
                                "field": "body", "range": { "start": 10, "end": 20 }, "words": "It rained.", "score": 1, "reasons": []
                            },
                            "message": "Nothing else is."
                        }
                    ]
                }
                """
            )
            .On($"POST /stories/{StoryId}/flag-claim", Answer(20));

        var done = await MarkAsync("s", "s", "f", "s", "A case of", "");

        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("It has a number.");
        done.Said.ShouldContain("Flagged 2 claims.");
        done.Said.ShouldEndWith("newsroom submit-for-review mayor");
        server.BodyShouldBe("""{ "words": "A case of" }""");
        server.Requests.Count(request => request.EndsWith("/flag-claim", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_asked()
    {
        var done = await Terminal.TypeAsync(server.Client, "mark", StoryId);

        done.Code.ShouldBe(1);
        done.Said.ShouldBe("mark asks questions, so standard input must be a terminal. In scripts, use “newsroom attribute-quote --nth”.");
        server.Requests.ShouldBeEmpty();
    }

    private static string Answer(long version) =>
        $$"""
            {
                "story": "{{StoryId}}", "version": {{version}},
                "events": [{ "type": "quote_attributed", "version": {{version}}, "data": {} }]
            }
            """;

    private Task<Terminal> MarkAsync(params IReadOnlyList<string> answers) =>
        Terminal.AnswerAsync(server.Client, answers, "mark", StoryId);
}
