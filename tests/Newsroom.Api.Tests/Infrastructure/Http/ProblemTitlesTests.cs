using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.Infrastructure.Http;

public sealed class ProblemTitlesTests
{
    private static readonly (string Statuses, string Titles)[] Rows =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "api.md"))
            .SkipWhile(line => !line.StartsWith("| status | title |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2])),
    ];

    [Fact]
    public void The_page_of_the_API_lists_every_title() =>
        Rows.SelectMany(row => row.Titles.Split(", ")).Order().ShouldBe(ProblemTitles.All.Select(t => t.Title).Distinct().Order());

    [Fact]
    public void The_page_of_the_API_lists_every_status() =>
        Rows.SelectMany(row => row.Statuses.Split(", ")).Order().ShouldBe(ProblemTitles.All.Select(t => $"{t.Status}").Distinct().Order());

    [Theory]
    [InlineData(403, "role-required", "Role required")]
    [InlineData(403, "checker-wrote-words", "Permission denied")]
    [InlineData(422, "gates-failed", "Gates failed")]
    [InlineData(422, "reason-required", "Rule violated")]
    [InlineData(404, null, "Not found")]
    [InlineData(405, null, "Method not allowed")]
    public void A_title_depends_on_status_and_code(int status, string? code, string title) =>
        ProblemTitles.Of(status, code).ShouldBe(title);
}
