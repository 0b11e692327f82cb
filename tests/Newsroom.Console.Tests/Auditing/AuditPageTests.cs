using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;

namespace Newsroom.Console.Tests.Auditing;

/// <summary>The audit trail, its export, and evidence to download.</summary>
public sealed class AuditPageTests(ConsoleHost host)
{
    [Fact]
    public async Task Entries_are_filtered_by_every_field()
    {
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        await wilma.FollowAsync("Audit");
        Rows(wilma).ShouldBe(50);
        await wilma.FollowAsync("Earlier entries");
        Rows(wilma).ShouldBeGreaterThan(0);

        wilma.Fill("Story (slug or id)", "long-slip-notice");
        wilma.Fill("Type of event", "fact_checked");
        wilma.Fill("Person", "noor@newsroom-development");
        wilma.Fill("Role", "fact-checker");
        wilma.Fill("Desk", "harbour");
        wilma.Fill("From (UTC)", "2020-01-01T00:00:00");
        wilma.Fill("Before (UTC)", "2190-01-01T00:00:00");
        await wilma.PressAsync("Filter");
        var rows = Rows(wilma);
        rows.ShouldBeGreaterThan(0);
        wilma.TextOf("tbody").ShouldContain("Noor Haddon");
        wilma.ValueOf("Type of event").ShouldBe("fact_checked");
        wilma.ValueOf("Person").ShouldBe("noor@newsroom-development");
        wilma.Fill("Words", "no such words anywhere");
        await wilma.PressAsync("Filter");
        wilma.Main.ShouldContain("No entry.");
    }

    [Fact]
    public async Task Refusals_are_one_link_away()
    {
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        await wilma.OpenAsync("/audit");
        await wilma.FollowAsync("Refusals");
        wilma.Page.QuerySelectorAll("tbody tr").ShouldAllBe(row => row.TextContent.Contains("was refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", "text/csv", "sequence")]
    [InlineData("jsonl", "application/jsonl", "{\"sequence\"")]
    public async Task The_entries_shown_are_a_download(string extension, string type, string begins)
    {
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        using var download = await wilma.DownloadAsync($"/audit/export.{extension}?story=long-slip-notice&type=fact_checked");
        download.StatusCode.ShouldBe(HttpStatusCode.OK);
        download.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        download.Content.Headers.ContentDisposition!.FileName.ShouldBe($"audit.{extension}");
        var text = await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldStartWith(begins);
        text.ShouldContain("fact_checked");
        text.ShouldNotContain("story_published");
    }

    [Fact]
    public async Task A_bundle_and_the_checkpoint_are_downloads()
    {
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        using var checkpoint = await wilma.DownloadAsync("/audit/checkpoint");
        checkpoint.Content.Headers.ContentDisposition!.FileName.ShouldBe("checkpoint.txt");
        var note = await checkpoint.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var bundle = await wilma.DownloadAsync($"/audit/bundle?story=long-slip-notice&since={Uri.EscapeDataString(note)}");
        bundle.StatusCode.ShouldBe(HttpStatusCode.OK);
        bundle.Content.Headers.ContentDisposition!.FileName.ShouldBe("long-slip-notice.bundle.zip");
        await using var archive = new ZipArchive(await bundle.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        archive.Entries.ShouldContain(entry => entry.Name == "history.txt");
        await wilma.OpenAsync("/audit");
        wilma.Region("Evidence").ShouldContain("newsroom verify <story>.bundle.zip --key ");
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("/audit/export.csv")]
    [InlineData("/audit/bundle?story=long-slip-notice")]
    public async Task A_person_without_the_role_reads_the_refusal_of_the_API(string path)
    {
        using var kit = await Visitor.SignInAsync(host, "Kit Oyelaran");
        await kit.OpenAsync(path);
        kit.Status.ShouldBe(HttpStatusCode.Forbidden);
        kit.Main.ShouldContain("auditor");
    }

    [Theory]
    [InlineData("/audit?from=yesterday", 400, "“yesterday” is not a time.")]
    [InlineData("/audit?role=king", 400, "role")]
    [InlineData("/audit?story=no-such-story", 404, "no-such-story")]
    [InlineData("/audit/export.csv?to=never", 400, "“never” is not a time.")]
    [InlineData("/audit/bundle", 400, "Name the story")]
    [InlineData("/audit/bundle?story=long-slip-notice&since=forged", 400, "checkpoint")]
    public async Task What_cannot_be_read_is_a_page_that_says_so(string path, int status, string words)
    {
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        await wilma.OpenAsync(path);
        ((int)wilma.Status).ShouldBe(status);
        wilma.Main.ShouldContain(words);
    }

    [Fact]
    public async Task Hostile_fields_are_text()
    {
        const string hostile = "\"><script>alert(1)</script>";
        using var wilma = await Visitor.SignInAsync(host, "Wilma Osei");
        await wilma.OpenAsync($"/audit?text={Uri.EscapeDataString(hostile)}&actor={Uri.EscapeDataString(hostile)}");
        wilma.ValueOf("Words").ShouldBe(hostile);
        wilma.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    private static int Rows(Visitor visitor) => visitor.Page.QuerySelectorAll("tbody tr").Length;
}
