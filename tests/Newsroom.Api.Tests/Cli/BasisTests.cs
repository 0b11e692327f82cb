using static Newsroom.Api.Tests.Cli.FakeNewsroom;

namespace Newsroom.Api.Tests.Cli;

public class BasisTests
{
    private static readonly string OfArticle = "0123456789ab" + new string('0', 52);

    private static readonly string OfQuote = "fedcba987654" + new string('0', 52);

    private readonly FakeNewsroom newsroom = new FakeNewsroom().On($"GET /stories/{StoryId}", Page);

    private static string Page =>
        $$"""
        {
            "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
            "publication": { "status": "unpublished", "edition": 0 },
            "article": { "headline": "Mayor to rebuild", "standfirst": "", "body": "“We will rebuild,” said the mayor.", "byline": "", "dateline": "" },
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
    public async Task Without_a_version_nothing_is_sent_and_show_is_named()
    {
        var done = await Terminal.Type(newsroom.Client, "submit-for-review", "mayor");

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith("submit-for-review needs --based-on: the version of the story you saw, so that nobody's newer words are overwritten unseen. “newsroom show mayor” prints it");
        newsroom.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("v")]
    [InlineData("-3")]
    [InlineData("latest")]
    public async Task A_version_is_a_number(string version)
    {
        var done = await Terminal.Type(newsroom.Client, "submit-for-review", StoryId, $"--based-on={version}");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("--based-on takes a version such as 17 or v17");
        newsroom.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_fingerprint_nothing_is_sent()
    {
        var done = await Terminal.Type(newsroom.Client, "approve", StoryId);

        done.Code.ShouldBe(1);
        done.Said.ShouldStartWith("approve needs --fingerprint");
        newsroom.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_digits_mean_the_passages_current_words()
    {
        await Terminal.Type(newsroom.Client, "fact-check", StoryId, "--passage", "q1", "--fingerprint", "FEDCBA98", "--verdict", "wrong");

        newsroom.Body!["fingerprint"]!.GetValue<string>().ShouldBe(OfQuote);
    }

    [Fact]
    public async Task For_an_approval_they_mean_the_article()
    {
        await Terminal.Type(newsroom.Client, "approve", StoryId, "--fingerprint", OfArticle[..12]);

        newsroom.Body!["fingerprint"]!.GetValue<string>().ShouldBe(OfArticle);
    }

    [Fact]
    public async Task Changed_words_are_shown_not_judged()
    {
        var done = await Terminal.Type(newsroom.Client, "fact-check", StoryId, "--passage", "q1", "--fingerprint", OfArticle[..8], "--verdict", "wrong");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("they have changed since");
        done.Said.ShouldContain("“We will rebuild,” marit-oyen, by the words “said the mayor”");
        newsroom.Asked.ShouldBe([$"GET /stories/{StoryId}"]);
    }

    [Fact]
    public async Task Seven_digits_are_too_few()
    {
        var done = await Terminal.Type(newsroom.Client, "approve", StoryId, "--fingerprint", "0123456");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("8 to 64 hexadecimal digits");
    }

    [Fact]
    public async Task A_passage_that_is_not_there_is_answered_with_those_that_are()
    {
        var done = await Terminal.Type(newsroom.Client, "fact-check", StoryId, "--passage", "q7", "--fingerprint", "fedcba98", "--verdict", "wrong");

        done.Said.ShouldBe("mayor has no passage q7; it has q1.");
    }

    [Fact]
    public async Task What_show_prints_is_what_commands_take()
    {
        var shown = await Terminal.Type(newsroom.Client, "show", StoryId);

        shown.Said.ShouldContain("version 17");
        shown.Said.ShouldContain(OfArticle[..12]);
        shown.Said.ShouldContain(OfQuote[..12]);
    }
}
