namespace Newsroom.Cli.Tests.Reads;

/// <summary>Numbers by week, as a table or as JSON.</summary>
public sealed class NumbersCommandTests
{
    private const string Some =
        """{ "verified": 3, "medianSecondsToVerify": 3600, "ninetiethSecondsToVerify": 273600, "verdicts": 4, "lapses": 2, """
        + """ "reinstatements": 1, "lapsesPerHundredVerdicts": 50.0, "editions": 3, "corrections": 1, """
        + """ "correctionsPerHundredEditions": 33.3, "refusals": 2, "reasons": [{ "code": "role-required", "count": 2 }] }""";

    private const string None =
        """{ "verified": 0, "verdicts": 0, "lapses": 0, "reinstatements": 0, "editions": 0, "corrections": 0, "refusals": 0, """
        + """ "reasons": [] }""";

    private readonly FakeServer server = new();

    public NumbersCommandTests() =>
        server.On(
            "GET /numbers?desk=town&from=2026-W10&to=2026-W11",
            $$"""
            { "from": "2026-W10", "to": "2026-W11", "desk": "town", "timeZone": "UTC", "total": {{Some}},
              "weeks": [{ "week": "2026-W10", "monday": "2026-03-02", "numbers": {{None}} },
                        { "week": "2026-W11", "monday": "2026-03-09", "numbers": {{Some}} }],
              "desks": [{ "desk": "town", "name": "Town [red]hall[/]", "numbers": {{Some}} }] }
            """
        );

    [Fact]
    public async Task Each_week_is_a_row_and_each_reason_of_refusals()
    {
        var shown = await TypeAsync("numbers", "--desk", "town", "--from", "2026-W10", "--to", "2026-W11");
        shown.Code.ShouldBe(0, shown.Said);
        var words = string.Join(' ', shown.Said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("2026-W10 0 0 0 0 0 0 2026-W11 3 1 h 3 d 4 h 4 2 50.0 3 1 33.3 2 All 3 1 h 3 d 4 h 4 2 50.0 3 1 33.3 2");
        words.ShouldContain("Refusals by reason Reason Refused role-required 2");
    }

    [Fact]
    public async Task The_response_is_shown_as_JSON()
    {
        var shown = await TypeAsync("numbers", "--desk", "town", "--from", "2026-W10", "--to", "2026-W11", "--json");
        shown.Said.ShouldContain("\"medianSecondsToVerify\": 3600");
    }

    private Task<Terminal> TypeAsync(params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Width = 200,
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                },
            line
        );
}
