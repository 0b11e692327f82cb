using System.Text.Json.Nodes;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Skipped changes are reported.</summary>
public sealed class ImportReportTests(Newsroom newsroom)
{
    private const string Words = "The bridge fell in the night, and the mayor came to see it at noon.\n";

    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task Skipped_changes_are_in_the_report_and_counted_alike_on_every_run()
    {
        using var git = new GitHistory();
        var first = git.Commit(Jane, 1394600000, "Begin", [("reported.md", Bytes(Words)), ("late.md", [0xFF])]);
        var second = git.Commit(Jane, 1394700000, "NUL", [("reported.md", Bytes("a\0b"))], from: first);
        var third = git.Commit(
            Jane,
            253402214400,
            "From the end of time",
            [("reported.md", Bytes("# Late\n")), ("late.md", Bytes("# Late\n"))],
            from: second
        );
        git.Commit(Jane, 1394900000, "Again", [("reported.md", Bytes("# Now\n"))], from: third);
        var report = Path.Combine(git.Folder, "report.jsonl");

        var told = await imports.TypeAsync(git, "--report", report);
        told.Code.ShouldBe(3);
        told.Said.ShouldContain("1 stories: 2 changes imported, 4 skipped.");
        var lines = (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken))
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        lines
            .Select(l => $"{l["path"]} {l["code"]}")
            .Order()
            .ShouldBe(["late.md not-utf-8", "late.md time-out-of-range", "reported.md nul-character", "reported.md time-out-of-range"]);
        lines.ShouldAllBe(l =>
            l["why"]!.GetValue<string>().Length > 0
            && l["commit"]!.GetValue<string>().Length == 40
            && l["began"]!.GetValue<string>().Length > 41
        );

        var again = await imports.TypeAsync(git, "--report", report);
        (
            again.Code,
            again.Said.Contains("1 stories: 0 changes imported, 2 imported before, 4 skipped.", StringComparison.Ordinal)
        ).ShouldBe((3, true), again.Said);
        (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken)).Length.ShouldBe(4);
        var wrong = await imports.TypeAsync(git, "--report", Path.Combine(git.Folder, "no", "folder"));
        (wrong.Code, wrong.Said.Contains("cannot write", StringComparison.Ordinal)).ShouldBe((1, true), wrong.Said);
    }
}
