using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class BasisTests
{
    private static readonly string OfArticle = "0123456789ab" + new string('0', 52);

    private static readonly string OfQuote = "fedcba987654" + new string('0', 52);

    private readonly FakeServer server = new FakeServer().On($"GET /stories/{StoryId}", Page);

    private static string Page =>
        $$"""
            {
                "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
                "publication": { "status": "unpublished", "edition": 0 },
                "article": {
                    "headline": "Mayor to rebuild", "standfirst": "", "body": "“We will rebuild,” said the mayor.", "byline": "", "dateline": ""
                },
                "fingerprint": "{{OfArticle}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"],
                "quotes": [{
                    "id": "q1", "field": "body", "range": { "start": 0, "end": 18 }, "words": "“We will rebuild,”", "speaker": "marit-oyen",
                    "attribution": { "range": { "start": 19, "end": 33 }, "words": "said the mayor" },
                    "fingerprint": "{{OfQuote}}", "state": "unchecked", "checks": [], "markedBy": ["ada@newsroom"]
                }],
                "claims": [], "approvals": [], "holds": [], "notes": [],
                "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
            }
            """;

    [Fact]
    public async Task Without_a_version_nothing_is_sent()
    {
        var done = await Terminal.TypeAsync(server.Client, "submit-for-review", "mayor");

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith(
            "submit-for-review requires --based-on, the version of the story that you read. Read it with “newsroom show mayor”: "
                + "that version is then the default. Write version 17 as --based-on 17."
        );
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("v")]
    [InlineData("-3")]
    [InlineData("latest")]
    public async Task A_version_is_a_number(string version)
    {
        var done = await Terminal.TypeAsync(server.Client, "submit-for-review", StoryId, $"--based-on={version}");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain($"--based-on does not accept \"{version}\". Use a version such as 17 or v17.");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_fingerprint_nothing_is_sent()
    {
        var done = await Terminal.TypeAsync(server.Client, "approve", StoryId);

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith("approve requires --fingerprint");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_digits_identify_the_words_of_the_passage()
    {
        await Terminal.TypeAsync(
            server.Client,
            "fact-check",
            StoryId,
            "--passage",
            "q1",
            "--fingerprint",
            "FEDCBA98",
            "--verdict",
            "wrong"
        );

        server.Body!["fingerprint"]!.GetValue<string>().ShouldBe(OfQuote);
    }

    [Fact]
    public async Task The_first_digits_identify_the_article_of_an_approval()
    {
        await Terminal.TypeAsync(server.Client, "approve", StoryId, "--fingerprint", OfArticle[..12]);

        server.Body!["fingerprint"]!.GetValue<string>().ShouldBe(OfArticle);
    }

    [Fact]
    public async Task Changed_words_are_shown_instead_of_judged()
    {
        var done = await Terminal.TypeAsync(
            server.Client,
            "fact-check",
            StoryId,
            "--passage",
            "q1",
            "--fingerprint",
            OfArticle[..8],
            "--verdict",
            "wrong"
        );

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("its words have changed, or the digits belong to other words.");
        done.Said.ShouldContain("“We will rebuild,” marit-oyen, by the words “said the mayor”");
        server.Requests.ShouldBe([$"GET /stories/{StoryId}"]);
    }

    [Fact]
    public async Task Seven_digits_are_too_few()
    {
        var done = await Terminal.TypeAsync(server.Client, "approve", StoryId, "--fingerprint", "0123456");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("8 to 64 hexadecimal digits");
    }

    [Fact]
    public async Task An_unknown_passage_is_answered_with_the_known_ones()
    {
        var done = await Terminal.TypeAsync(
            server.Client,
            "fact-check",
            StoryId,
            "--passage",
            "q7",
            "--fingerprint",
            "fedcba98",
            "--verdict",
            "wrong"
        );

        done.Said.ShouldBe("mayor has no passage q7. Its passages: q1.");
    }

    [Fact]
    public async Task Show_prints_the_version_and_the_fingerprints_that_commands_take()
    {
        var shown = await Terminal.TypeAsync(server.Client, "show", StoryId);

        shown.Said.ShouldContain("version 17");
        shown.Said.ShouldContain(OfArticle[..12]);
        shown.Said.ShouldContain(OfQuote[..12]);
    }
}
