using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Formats;

namespace Newsroom.Api.Tests.Publication;

/// <summary>A published story is available in the format that a request names or prefers.</summary>
public sealed class PublishedFormatTests(Newsroom newsroom)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("not a media type", "application/json")]
    [InlineData(Browser, "text/html")]
    [InlineData("text/*", "text/html")]
    [InlineData("text/*;q=0.5, text/markdown", "text/markdown")]
    [InlineData("application/ld+json, */*;q=0.1", "application/ld+json")]
    [InlineData("application/json;q=0.2, application/vnd.iptc.g2.newsitem+xml;q=0.3", "application/vnd.iptc.g2.newsitem+xml")]
    [InlineData("*/*, application/json;q=0", "text/html")]
    public async Task The_bare_address_has_the_preferred_format(string? accept, string expected)
    {
        var story = await PublishedStories.PublishAsync(newsroom, $"Negotiated {Guid.NewGuid():N}");
        var page = (await ReadAsync($"/published/{story.Slug}", ("Accept", accept))).Is(200);
        page.ContentType.ShouldBe(expected);
        page.Headers["Vary"].ShouldContain("Accept");
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/json;q=0")]
    [InlineData("application/atom+xml, image/*")]
    public async Task A_format_that_does_not_exist_is_not_acceptable(string accept)
    {
        var story = await PublishedStories.PublishAsync(newsroom, $"Not acceptable {Guid.NewGuid():N}");
        var refused = (await ReadAsync($"/published/{story.Slug}", ("Accept", accept))).Is(406);
        refused.Body["detail"]!.GetValue<string>().ShouldContain("text/html");
        refused.Headers["Vary"].ShouldContain("Accept");
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("HTML")]
    [InlineData("atom")]
    public async Task An_unknown_extension_is_not_acceptable(string extension)
    {
        var refused = (await ReadAsync($"/published/any-story.{extension}")).Is(406);
        refused.Body["detail"]!.GetValue<string>().ShouldContain(".html, .ninjs, .newsml, .jsonld, .md");
    }

    [Fact]
    public async Task Speakers_have_their_printed_names_only()
    {
        const string body = "“The wall leans,” said a senior official. “It will fall,” said the mayor.";
        var rita = newsroom.As("rita", Role.Reporter);
        await RegisterAsync("wall-official", "A senior official", "Inspector of walls");
        await RegisterAsync("wall-mayor", "The mayor", "Mayor of the town");
        (await rita.PostAsync("/speakers/wall-official/seal-identity", new { identity = "Somebody" })).Is(200);
        var story = await PublishedStories.PublishAsync(
            newsroom,
            $"Quoted {Guid.NewGuid():N}",
            body,
            async story =>
            {
                await AttributeAsync(story, "“The wall leans,”", "wall-official");
                await AttributeAsync(story, "“It will fall,”", "wall-mayor");
                (await story.VerifyAsync("q1")).Is(200);
                (await story.VerifyAsync("q2")).Is(200);
            }
        );

        var page = (await ReadAsync($"/published/{story.Slug}.jsonld")).Is(200);
        page.Text.ShouldContain("A senior official");
        page.Text.ShouldContain("The mayor");
        foreach (var text in new[] { page.Text, (await ReadAsync($"/published/{story.Slug}.html")).Is(200).Text })
        {
            text.ShouldNotContain("Mayor of the town");
            text.ShouldNotContain("Inspector of walls");
        }

        Task<Answer> RegisterAsync(string id, string name, string description) =>
            newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", new { id, name, description });

        static async Task AttributeAsync(StoryDriver story, string words, string speaker) =>
            (await story.DoAsync("attribute-quote", "rita", Role.Reporter, new { words, speaker })).Is(200);
    }

    [Fact]
    public async Task Every_format_is_revalidated_by_tag_and_by_time()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Revalidated");
        foreach (var extension in EditionFormat.All.Select(format => format.Extension))
        {
            var path = $"/published/{story.Slug}.{extension}";
            var page = (await ReadAsync(path)).Is(200);
            page.ETag.ShouldNotBeNull().ShouldStartWith("\"");
            page.Headers["Cache-Control"].ShouldContain("max-age=10");
            page.Link.ShouldNotBeNull().ShouldContain($"</published/{story.Slug}.html>; rel=\"alternate\"; type=\"text/html\"");
            var modified = page.Headers["Last-Modified"];
            var at = DateTimeOffset.Parse(modified, CultureInfo.InvariantCulture);
            var (before, later) = ($"{at.AddSeconds(-1):R}", $"{at.AddDays(1):R}");
            (await ReadAsync(path, ("If-None-Match", page.ETag))).Is(304).Text.ShouldBeEmpty();
            (await ReadAsync(path, ("If-Modified-Since", modified))).Is(304);
            (await ReadAsync(path, ("If-Modified-Since", before))).Is(200);
            (await ReadAsync(path, ("If-Modified-Since", later))).Is(200);
            (await ReadAsync(path, ("If-None-Match", "\"other\""), ("If-Modified-Since", modified))).Is(200);
        }
    }

    [Fact]
    public async Task A_correction_changes_every_tag()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Tag of a correction");
        var extensions = FormatNegotiation.Extensions;
        var before = await Task.WhenAll(extensions.Select(extension => ReadAsync($"/published/{story.Slug}.{extension}")));
        await PublishedStories.CorrectAsync(story);
        foreach (var (extension, page) in extensions.Zip(before))
        {
            (await ReadAsync($"/published/{story.Slug}.{extension}", ("If-None-Match", page.ETag))).Is(200).ETag.ShouldNotBe(page.ETag);
        }
    }

    [Fact]
    public async Task The_page_has_a_policy_without_scripts()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "A <page> & its policy");
        var page = (await ReadAsync($"/published/{story.Slug}", ("Accept", Browser))).Is(200);
        page.Headers["Content-Security-Policy"].ShouldBe(HtmlPage.ContentSecurityPolicy);
        page.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        page.Text.ShouldContain("<h1 dir=\"auto\">A &lt;page&gt; &amp; its policy</h1>");
    }

    [Fact]
    public async Task A_format_shows_the_edition_of_an_instant()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "An instant");
        var first = (await ReadAsync($"/published/{story.Slug}.json")).Is(200).Json["updated"]!.GetValue<string>();
        await PublishedStories.CorrectAsync(story);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            var then = (await ReadAsync($"/published/{story.Slug}.{extension}?at={Uri.EscapeDataString(first)}")).Is(200);
            then.Text.ShouldContain("thirteen");
            then.Text.ShouldNotContain(PublishedStories.Note);
            (await ReadAsync($"/published/{story.Slug}.{extension}")).Is(200).Text.ShouldContain(PublishedStories.Note);
            (await ReadAsync($"/published/{story.Slug}.{extension}?at=2000-01-01T00:00:00Z")).Is(404);
        }
    }

    [Theory]
    [InlineData("said Ida Holm, the mayor of the town, on Monday.", "Ida Holm", true)]
    [InlineData("said the mayor of the town on Monday.", "Ida Holm", false)]
    [InlineData("said the mayor of a town in Florida.", "Ida", false)]
    [InlineData("said Annie, the mayor.", "Ann", false)]
    [InlineData("said the mayor; it may rain.", "May", false)]
    [InlineData("said May, the mayor.", "May", true)]
    [InlineData("said Sean O’Neill, the mayor.", "Sean O'Neill", true)]
    [InlineData("said a senior official.", "A senior official", true)]
    [InlineData("市长田中说。", "田中", true)]
    public async Task Verified_quotes_name_their_speaker_where_the_article_has_the_name(string attribution, string name, bool isPrinted)
    {
        const string quote = "“The wall leans,”";
        var story = await QuotedAsync(quote, attribution, name);
        var article = (await ReadAsync($"/published/{story.Slug}.jsonld")).Is(200).Body;
        var quotation = article["hasPart"]!.AsArray().Single()!;
        quotation["text"]!.GetValue<string>().ShouldBe(quote);
        quotation["creator"]?["name"]!.GetValue<string>().ShouldBe(isPrinted ? name : null);
        (quotation["creator"] is not null).ShouldBe(isPrinted);
        (await ReadAsync($"/published/{story.Slug}.html")).Is(200).Text.ShouldContain($"<q>{quote}</q>");
    }

    [Fact]
    public async Task A_page_with_verified_quotes_has_a_tag_and_no_time()
    {
        var story = await QuotedAsync("“The wall leans,”", "said Ida Holm on Monday.", "Ida Holm");
        foreach (var extension in EditionFormat.All.Select(format => format.Extension))
        {
            var page = (await ReadAsync($"/published/{story.Slug}.{extension}")).Is(200);
            page.Headers.ShouldNotContainKey("Last-Modified", extension);
            (await ReadAsync($"/published/{story.Slug}.{extension}", ("If-None-Match", page.ETag))).Is(304);
        }
    }

    /// <summary>Publishes a story with one quote. The fact-checker disputed it first, and then verified it.</summary>
    private async Task<StoryDriver> QuotedAsync(string quote, string attribution, string name)
    {
        var speaker = $"mayor-{Guid.NewGuid():N}";
        (await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", new { id = speaker, name })).Is(201);
        return await PublishedStories.PublishAsync(
            newsroom,
            "A verified quote",
            $"{quote} {attribution}",
            async drafted =>
            {
                (await drafted.DoAsync("attribute-quote", "rita", Role.Reporter, new { words = quote, speaker })).Is(200);
                var check = new
                {
                    passage = "q1",
                    fingerprint = await drafted.FingerprintAsync("q1"),
                    verdict = "disputed",
                    reason = "The tape is unclear.",
                };
                (await drafted.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);
                (await drafted.VerifyAsync("q1")).Is(200);
            }
        );
    }

    [Theory]
    [InlineData("2026-11-29T10:00:00.9Z", null, true)]
    [InlineData("2026-11-29T10:00:00.9Z", "2026-11-29T10:00:00.1Z", false)]
    [InlineData("2026-11-29T10:00:01.1Z", "2026-11-29T10:00:00.9Z", true)]
    public void A_second_in_which_the_words_changed_twice_identifies_none_of_them(string last, string? before, bool isKnown)
    {
        var at = DateTimeOffset.Parse(last, CultureInfo.InvariantCulture);
        var edition = new EditionLine(1, EditionKind.First, default, null, 1);
        var earlier = before is null ? [] : new[] { edition with { At = DateTimeOffset.Parse(before, CultureInfo.InvariantCulture) } };
        var story = new PublishedStory(Guid.Empty, "", "", "", default, at, null!, [.. earlier, edition with { At = at }]);
        story.Modified().ShouldBe(isKnown ? at : null);
    }

    [Fact]
    public void Settings_name_the_publisher_and_its_address()
    {
        var settings = new ConfigurationManager
        {
            [PublicSite.NameSetting] = "The Post",
            [PublicSite.UrlSetting] = "https://www.example.org/",
        };
        var request = new DefaultHttpContext().Request;
        PublicSite.Of(settings).For(request).ShouldBe(new Site("The Post", "https://www.example.org"));
        settings[PublicSite.UrlSetting] = "www.example.org";
        Should.Throw<SettingsException>(() => PublicSite.Of(settings));
    }

    private Task<Answer> ReadAsync(string path, params (string Name, string? Value)[] headers) =>
        newsroom
            .Reader()
            .SendAsync(HttpMethod.Get, path, null, null, [.. headers.Where(h => h.Value is not null).Select(h => (h.Name, h.Value!))]);
}
