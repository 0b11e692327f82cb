namespace Newsroom.Cli.Tests.Subscribers;

/// <summary>Subscribers on the command line.</summary>
public sealed class SubscriberCommandTests
{
    private const string Harbour = """
        { "id": "harbour-news", "name": "Harbour [red]News[/]", "url": "https://news.example.org/in", "desks": [], "languages": ["nb"],
        "kinds": ["killed"], "format": "ninjs", "state": "paused", "pauseReason": "Their server." }
        """;

    [Fact]
    public async Task A_registration_shows_the_secret_and_sends_what_is_given()
    {
        var server = new FakeServer().On(
            "POST /subscribers/register-subscriber",
            $$"""{ "subscriber": {{Harbour}}, "secret": "whsec_c2VjcmV0" }"""
        );
        var done = await Terminal.TypeAsync(
            server.Client,
            "register-subscriber",
            "--name",
            "Harbour News",
            "--url",
            "https://news.example.org/in",
            "--kind",
            "killed",
            "--language",
            "nb"
        );
        done.Code.ShouldBe(0, done.Said);
        done.Out.ShouldContain("Secret, shown once: whsec_c2VjcmV0");
        server.BodyShouldBe(
            """
            { "name": "Harbour News", "url": "https://news.example.org/in", "desks": [], "languages": ["nb"], "kinds": ["killed"],
            "format": "json" }
            """
        );
    }

    [Fact]
    public async Task A_change_sends_only_what_is_given_and_all_stands_for_an_empty_list()
    {
        var server = new FakeServer().On("POST /subscribers/harbour-news/change-subscriber", Harbour);
        var done = await Terminal.TypeAsync(server.Client, "change-subscriber", "harbour-news", "--desk", "all", "--format", "ninjs");
        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain("paused: Their server.");
        server.BodyShouldBe("""{ "desks": [], "format": "ninjs" }""");
    }

    [Fact]
    public async Task A_repeated_answer_says_why_there_is_no_secret()
    {
        var server = new FakeServer().On(
            "POST /subscribers/harbour-news/rotate-secret",
            $$"""{ "subscriber": {{Harbour}}, "notice": "The secret was shown once." }"""
        );
        var done = await Terminal.TypeAsync(server.Client, "rotate-secret", "harbour-news", "--overlap", "2");
        done.Out.ShouldContain("The secret was shown once.");
        server.BodyShouldBe("""{ "overlapHours": 2 }""");
    }

    [Fact]
    public async Task Names_of_subscribers_are_shown_as_they_are()
    {
        var done = await Terminal.TypeAsync(new FakeServer().On("GET /subscribers", $"[{Harbour}]").Client, "subscribers");
        done.Code.ShouldBe(0, done.Said);
        done.Out.ShouldContain("[red]News[/]");
        done.Out.ShouldContain("killed;");
    }
}
