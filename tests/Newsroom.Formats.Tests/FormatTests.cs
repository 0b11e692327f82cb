using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Newsroom.Api.Tests;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats.Tests;

/// <summary>Every format is what its standard says, whatever the words.</summary>
public sealed class FormatTests
{
    private const int Editions = 200;

    private static readonly Site Site = HostileEditions.Site;

    [Fact]
    public void Cases_of_the_official_suite_have_the_stated_result()
    {
        foreach (var version in new[] { "3.0", "3.1" })
        {
            var suite = $"{Standards.Ninjs}/validation/test_suite/{version}";
            Corpus.Files($"{suite}/should_pass", "*.json").Where(file => FaultsOfFile(file).Count > 0).ShouldBeEmpty();
            Corpus.Files($"{suite}/should_fail", "*.json").Where(file => FaultsOfFile(file).Count == 0).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Examples_of_the_documentation_are_valid()
    {
        // The address in one of them has no scheme, which is no URI.
        var examples = Corpus.Files($"{Standards.Ninjs}/documentation/includes/examples/3.1", "*.json");
        examples.Where(file => FaultsOfFile(file).Count > 0).Select(Path.GetFileName).ShouldBe(["002_renditions_example.json"]);
    }

    [Fact]
    public void Editions_with_hostile_words_are_valid_ninjs()
    {
        Standards.Require();
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            Standards.OfNinjs(Text(NinjsItem.Render(edition, Site))).ShouldBeEmpty($"edition {edition.Slug}");
        }
    }

    [Fact]
    public void Editions_with_hostile_words_are_valid_NewsML_G2()
    {
        Standards.Require();
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            Standards.OfNewsMl(NewsItem.Render(edition, Site)).ShouldBeEmpty($"edition {edition.Slug}");
        }
    }

    [Fact]
    public void Editions_with_hostile_words_use_properties_of_schema_org_only()
    {
        Standards.Require();
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            Standards.OfSchemaOrg(JsonNode.Parse(JsonLdArticle.Render(edition, Site))!).ShouldBeEmpty($"edition {edition.Slug}");
        }
    }

    [Fact]
    public void A_wrong_document_of_each_standard_is_refused()
    {
        Standards.Require();
        var edition = HostileEditions.Of(1);
        Standards.OfNinjs(Text(NinjsItem.Render(edition, Site)).Replace("\"usable\"", "\"live\"")).ShouldNotBeEmpty();
        var wrongItem = Text(NewsItem.Render(edition, Site)).Replace("itemClass", "itemKlass");
        Standards.OfNewsMl(Encoding.UTF8.GetBytes(wrongItem)).ShouldNotBeEmpty();
        Standards.OfSchemaOrg(JsonNode.Parse("""{ "@type": "NewsArticle", "correctedWork": "x" }""")!).ShouldNotBeEmpty();
        Standards.OfHtml("<!DOCTYPE html><html><body onload=\"x()\"></html>").ShouldNotBeEmpty();
    }

    [Fact]
    public void Pages_parse_without_errors_and_have_listed_elements_and_attributes_only()
    {
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            Standards.OfHtml(Text(HtmlPage.Render(edition, Site))).ShouldBeEmpty($"edition {edition.Slug}");
        }
    }

    [Fact]
    public void A_page_embeds_its_JSON_LD_and_its_policy_allows_its_style()
    {
        foreach (var edition in HostileEditions.Of(0, 20))
        {
            var page = new HtmlParser().ParseDocument(Text(HtmlPage.Render(edition, Site)));
            page.QuerySelector("script")!.TextContent.ShouldBe(Text(JsonLdArticle.Render(edition, Site)));
            var style = SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent));
            HtmlPage.ContentSecurityPolicy.ShouldContain($"'sha256-{Convert.ToBase64String(style)}'");
        }
    }

    [Fact]
    public void A_body_is_written_as_a_parser_reads_it()
    {
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            var html = BodyHtml.Of(edition).ToHtml();
            Unescaped(new HtmlParser().ParseDocument(html).Body!.InnerHtml).ShouldBe(Unescaped(html), $"edition {edition.Slug}");
        }

        // Attributes may have angle brackets as they are.
        static string Unescaped(string html) =>
            html.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say “one” and “two”.", "Say <q>“one”</q> and <q>“two”</q>.")]
    [InlineData("“two” before “one”, “one” again.", "<q>“two”</q> before <q>“one”</q>, “one” again.")]
    [InlineData("“one” *and “one”*", "<q>“one”</q> <em>and <q>“one”</q></em>")]
    [InlineData("“one” “one” more", "<q>“one”</q> “one” more")]
    [InlineData("the longer “one” more", "<q>the longer “one”</q> more")]
    [InlineData("`“one”` is code", "<code>“one”</code> is code")]
    [InlineData("none", "none")]
    public void Verified_quotes_are_marked_where_they_first_occur_in_a_text(string body, string expected)
    {
        var edition = HostileEditions.Of(0) with
        {
            Body = body,
            Quotes = [new("“one”", "Ida"), new("“two”", null), new("the longer “one”", "Ida"), new("", null)],
        };
        BodyHtml.Of(edition).ToHtml().Trim().ShouldBe($"<p>{expected}</p>");
    }

    [Fact]
    public void All_formats_of_an_edition_agree()
    {
        foreach (var edition in HostileEditions.Of(0, Editions))
        {
            var facts = EditionFormat.All.Select(format => (format.Extension, Facts: FactsOf(edition, format))).ToList();
            foreach (var (extension, fact) in facts)
            {
                fact.ShouldBe(facts[0].Facts, $"edition {edition.Slug}: {extension}");
            }
        }
    }

    [Fact]
    public void The_words_of_the_body_are_in_every_format()
    {
        var outside = HostileEditions.Of(0, 1).First(e => e.IsLive) with { Body = "<div>The wall *leans.*</div>\n\nIt falls.<p>So" };
        foreach (var edition in HostileEditions.Of(0, Editions).Where(edition => edition.IsLive).Append(outside))
        {
            var page = new HtmlParser().ParseDocument(Text(EditionFormat.Html.Render(edition, Site))).QuerySelector(".body");
            var words = Letters(page!.TextContent);
            var item = XDocument.Parse(Text(NewsItem.Render(edition, Site))).Descendants(XName.Get("body", BodyHtml.Xhtml)).Single();

            // Fact checks follow the article.
            item.Elements(XName.Get("section", BodyHtml.Xhtml)).Remove();
            Letters(item.Value).ShouldBe(words, edition.Slug);
            var article = JsonNode.Parse(JsonLdArticle.Render(edition, Site))!["articleBody"]?.GetValue<string>() ?? "";
            Letters(article).ShouldBe(words, edition.Slug);
        }

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    [Fact]
    public void Fact_checks_are_in_every_format_of_a_live_edition_and_reviews_have_what_search_engines_need()
    {
        var edition = HostileEditions.Of(0, 50).First(e => e.FactChecks.Length > 1 && e.FactChecks[0].ClaimUrl is not null);
        foreach (var format in EditionFormat.All)
        {
            FormatFacts.Of(format.Extension, Text(format.Render(edition, Site)))
                .FactChecks.Split('\n')
                .Length.ShouldBe(edition.FactChecks.Length, format.Extension);
        }

        var parts = JsonNode.Parse(JsonLdArticle.Render(edition, Site))!["hasPart"]!.AsArray();
        var reviews = parts.Where(part => part!["@type"]!.GetValue<string>() == "ClaimReview").ToList();
        reviews.Count.ShouldBe(edition.FactChecks.Length);
        foreach (var review in reviews)
        {
            review!["url"]!.GetValue<string>().ShouldBe(Site.AddressOf(edition.Slug));
            review["claimReviewed"]!.GetValue<string>().ShouldNotBeEmpty();
            review["author"]!["name"]!.GetValue<string>().ShouldBe(Site.Name);
            review["itemReviewed"]!["author"]!["name"]!.GetValue<string>().ShouldNotBeEmpty();
            var rating = review["reviewRating"]!;
            rating["alternateName"]!.GetValue<string>().ShouldNotBeEmpty();
            (rating["worstRating"]!.GetValue<int>(), rating["bestRating"]!.GetValue<int>()).ShouldBe((1, 4));
            rating["ratingValue"]!.GetValue<int>().ShouldBeInRange(1, 4);
        }

        var feed = HostileEditions.FeedOf(0, 1) with { Items = [edition with { Body = "Words." }] };
        Text(JsonFeed.Render(feed, Site)).ShouldContain("\"factChecks\"");
    }

    [Fact]
    public void A_change_of_fact_checks_is_a_new_version_of_the_item()
    {
        var edition = HostileEditions.Of(0) with { FactCheckChanges = 0 };
        (edition with { FactCheckChanges = 2 }).Version.ShouldBe(edition.Version + 2);
        var retracted = edition with { Status = PublicationStatus.Retracted, FactCheckChanges = 2 };
        retracted.Version.ShouldBe(edition.Version + 3);
    }

    [Fact]
    public void A_Markdown_page_ends_with_the_body_as_it_is()
    {
        foreach (var edition in HostileEditions.Of(0, 50))
        {
            // UTF-8 has no lone surrogates.
            var body = Text(Encoding.UTF8.GetBytes(edition.Body));
            Text(MarkdownPage.Render(edition, Site)).Split("\n---\n\n", 2)[1].ShouldBe(body);
        }
    }

    private static FormatFacts FactsOf(PublishedEdition edition, EditionFormat format)
    {
        var facts = FormatFacts.Of(format.Extension, Text(format.Render(edition, Site)));

        // HTML and XML replace characters that they cannot have; white space at line ends and ends is not compared.
        return facts with
        {
            Headline = edition.Status == PublicationStatus.Killed ? null : Compared(facts.Headline),
            Notes = Compared(facts.Notes)!,
            FactChecks = PlainText.OneLine(PlainText.Clean(facts.FactChecks)),
        };
    }

    private static string? Compared(string? text) => text is null ? null : PlainText.Clean(text).ReplaceLineEndings("\n").Trim();

    private static IReadOnlyList<string> FaultsOfFile(string file) => Standards.OfNinjs(File.ReadAllText(file));

    private static string Text(byte[] document) => Encoding.UTF8.GetString(document);
}
