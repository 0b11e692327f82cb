namespace Newsroom.Cli.Tests.Desks;

/// <summary>Desks with their rating scales.</summary>
public class DeskCommandTests
{
    private const string Default = "False, Mostly false, Mixed, Mostly true, True";

    [Fact]
    public async Task The_list_has_the_scale_of_every_desk()
    {
        var server = new FakeServer().On(
            "GET /desks",
            """
            [
                { "id": "city", "name": "City", "language": "en" },
                { "id": "facts", "name": "Facts", "language": "en", "ratings": ["Refuted", "Holds"] }
            ]
            """
        );
        var done = await Terminal.TypeAsync(server.Client, "desks");
        done.Code.ShouldBe(0, done.Said);
        done.Out.ShouldContain("Refuted, Holds");
        foreach (var rating in Default.Split(", "))
        {
            done.Out.ShouldContain(rating);
        }
    }

    [Theory]
    [InlineData("", Default)]
    [InlineData(""", "ratings": ["Refuted", "Holds"]""", "Refuted, Holds")]
    public async Task A_definition_shows_the_scale_that_is_stored(string ratings, string shown)
    {
        var server = new FakeServer().On("PUT /desks/city", $$"""{ "id": "city", "name": "City", "language": "en"{{ratings}} }""");
        var done = await Terminal.TypeAsync(server.Client, "define-desk", "city", "--name", "City", "--language", "en");
        done.Code.ShouldBe(0, done.Said);
        done.Out.ShouldContain("city: City, en");
        done.Out.ShouldContain($"Ratings: {shown}");
    }

    [Fact]
    public async Task The_help_says_that_a_definition_without_ratings_has_the_default()
    {
        var done = await Terminal.TypeAsync(new FakeServer().Client, "define-desk", "--help");
        done.Said.ShouldContain($"Without it the default applies, also where the desk had others: {Default}.");
    }
}
