using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>A query parameter that is unknown, malformed or beyond its bounds is refused, and the error names what is accepted.</summary>
public sealed class QueryParameterTests(Newsroom newsroom)
{
    public static TheoryData<string, string> Requests =>
        new(Permissions.All.Where(p => p.Method != "PUT").Select(p => (p.Method, p.Route)));

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_refuses_an_unknown_parameter(string method, string route)
    {
        var permit = Permissions.Of(method, route);
        var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{\w+\}", $"{Guid.NewGuid()}");
        var caller = permit.IsPublic ? newsroom.Reader() : newsroom.As($"asking-{Guid.NewGuid():N}", [.. permit.Roles.Take(1)]);

        var refused = await caller.SendAsync(
            new HttpMethod(method),
            $"{path}?lmit=5",
            method == "GET" ? null : "{}"u8.ToArray(),
            "application/json"
        );

        refused.Is(400).Json["errors"]!["lmit"]![0]!.GetValue<string>().ShouldContain("ccepted");
        refused.Json["type"]!.GetValue<string>().ShouldBe("/problems/validation");
    }

    [Fact]
    public async Task The_error_names_the_known_parameters() =>
        (await newsroom.As("ed", Role.Editor).GetAsync("/fact-checks/queue?desks=world")).Is(400).Json["errors"]!["desks"]![0]!
            .GetValue<string>()
            .ShouldBe("Unknown parameter. Accepted: after, desk, limit, order.");

    [Theory]
    [InlineData("/stories?limit=0", "limit", "a whole number from 1 to 200")]
    [InlineData("/stories?limit=201", "limit", "a whole number from 1 to 200")]
    [InlineData("/stories?limit=-1", "limit", "a whole number from 1 to 200")]
    [InlineData("/stories?limit=", "limit", "a whole number from 1 to 200")]
    [InlineData("/stories/{story}/blame?limit=1001", "limit", "a whole number from 1 to 1,000")]
    [InlineData("/stories?stage=writing", "stage", "drafting")]
    [InlineData("/stories?stage=drafting&stage=spiked", "stage", "one value")]
    [InlineData("/stories/{story}?version=-1", "version", "a whole number")]
    public async Task A_value_beyond_its_bounds_is_refused(string path, string parameter, string accepted)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Bounded {Guid.NewGuid():N}", "It rains.");
        var refused = (await newsroom.As("ed", Role.Editor).GetAsync(path.Replace("{story}", $"{story.Id}", StringComparison.Ordinal))).Is(
            400
        );
        refused.Json["errors"]![parameter]![0]!.GetValue<string>().ShouldContain(accepted);
    }

    [Theory]
    [InlineData("/stories?limit=1")]
    [InlineData("/stories?limit=200")]
    [InlineData("/stories?Limit=5")]
    [InlineData("/stories/{story}/blame?limit=1000")]
    [InlineData("/stories?stage=in-review")]
    public async Task A_value_within_its_bounds_is_accepted(string path)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, $"Within {Guid.NewGuid():N}", "It rains.");
        (await newsroom.As("ed", Role.Editor).GetAsync(path.Replace("{story}", $"{story.Id}", StringComparison.Ordinal))).Is(200);
    }

    [Fact]
    public async Task The_role_of_the_audit_trail_is_one_of_the_roles()
    {
        (await newsroom.As("ida", Role.Auditor).GetAsync("/audit?role=cook")).Is(400).Text.ShouldContain("chief-editor");
        (await newsroom.As("ida", Role.Auditor).GetAsync("/audit?role=editor")).Is(200);
    }
}
