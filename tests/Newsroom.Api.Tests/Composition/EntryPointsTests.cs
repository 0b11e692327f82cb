namespace Newsroom.Api.Tests.Composition;

/// <summary>The root of the host is for people in a browser, and for programs.</summary>
public class EntryPointsTests(Newsroom newsroom)
{
    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task A_program_gets_the_addresses_to_begin_at(string? accept)
    {
        var answer = (await newsroom.Reader().SendAsync(HttpMethod.Get, "/", null, null, ("Accept", accept))).Is(200);

        answer.Headers["Vary"].ShouldBe("Accept");
        foreach (var (name, address) in answer.Json.AsObject().Where(entry => entry.Key is not ("console" or "docs")))
        {
            (await newsroom.Reader().GetAsync(address!.GetValue<string>())).Status.ShouldBe(200, name);
        }
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_console()
    {
        var answer = await newsroom
            .Reader()
            .SendAsync(
                HttpMethod.Get,
                "/",
                null,
                null,
                ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            );

        (answer.Status, answer.Location).ShouldBe((302, "/console"));
    }

    [Fact]
    public async Task The_console_asks_who_it_is()
    {
        var answer = await newsroom.Reader().GetAsync("/console");

        answer.Status.ShouldBe(302);
        answer.Location.ShouldBe("http://localhost/console/sign-in?return=%2Fconsole");
    }
}
