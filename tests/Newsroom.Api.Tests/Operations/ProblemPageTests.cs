using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Operations;

/// <summary>The member <c>type</c> of a problem is the address of its page.</summary>
public sealed class ProblemPageTests(Newsroom newsroom)
{
    public static TheoryData<string> Codes => [.. ProblemTypes.All.Select(type => type.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_type_has_a_page(string code)
    {
        var page = (await newsroom.Reader().GetAsync(ProblemTypes.UriOf(code))).Is(200);
        page.Json["type"]!.GetValue<string>().ShouldBe(ProblemTypes.UriOf(code));
        page.Json["meanings"]!.AsArray().ShouldAllBe(m => m!["title"]!.GetValue<string>().Length > 0);
        page.Json["meanings"]!.AsArray().Count.ShouldBe(ProblemTypes.Of(code).Count());
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.5, application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task A_page_is_HTML_or_JSON(string? accept, string expected)
    {
        var page = (await newsroom.Reader().SendAsync(HttpMethod.Get, "/problems/gates-failed", null, null, ("Accept", accept))).Is(200);
        page.ContentType.ShouldBe(expected);
        page.Text.ShouldContain("Gates failed");
        page.Headers["Vary"].ShouldContain("Accept");
    }

    [Fact]
    public async Task The_type_of_a_refusal_leads_to_its_page()
    {
        var refusal = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{Guid.NewGuid()}")).IsRefused(404, "unknown-story");
        var page = (await newsroom.Reader().GetAsync(refusal.Json["type"]!.GetValue<string>())).Is(200);
        page.Json["meanings"]![0]!["title"]!.GetValue<string>().ShouldBe(refusal.Json["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_problem_of_the_framework_has_a_page()
    {
        foreach (
            var refused in new[]
            {
                await newsroom.Reader().GetAsync("/nothing/here"),
                await newsroom.Reader().GetAsync("/stories"),
                await newsroom.As("ed", Role.Editor).SendAsync(HttpMethod.Post, "/stories/draft-article", "x"u8.ToArray(), "text/plain"),
            }
        )
        {
            refused.Status.ShouldBeGreaterThanOrEqualTo(400);
            (await newsroom.Reader().GetAsync(refused.Json["type"]!.GetValue<string>())).Is(200);
        }
    }

    [Fact]
    public async Task An_unknown_code_has_no_page() =>
        (await newsroom.Reader().GetAsync("/problems/no-such-code")).IsRefused(404, "unknown-problem");
}
