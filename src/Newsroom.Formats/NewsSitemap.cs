using System.Collections.Immutable;
using System.Xml;

namespace Newsroom.Formats;

/// <summary>A story in the sitemap for news.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="FirstPublished">When edition 1 was published.</param>
public sealed record SitemapEntry(string Slug, string Headline, string Language, DateTimeOffset FirstPublished);

/// <summary>Renders the sitemap for news: the stories of the last two days, for search engines.</summary>
public static class NewsSitemap
{
    /// <summary>The maximum number of stories.</summary>
    public const int MaxEntries = 1_000;

    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Gets how long a story is listed.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromDays(2);

    /// <summary>Renders the sitemap.</summary>
    public static byte[] Render(ImmutableArray<SitemapEntry> entries, Site site) =>
        Xml.Write(writer =>
        {
            writer.WriteStartElement("urlset", Sitemaps);
            writer.WriteAttributeString("xmlns", "news", null, News);
            foreach (var entry in entries)
            {
                Write(writer, entry, site);
            }

            writer.WriteEndElement();
        });

    private static void Write(XmlWriter writer, SitemapEntry entry, Site site)
    {
        writer.WriteStartElement("url", Sitemaps);
        writer.WriteElementString("loc", Sitemaps, site.AddressOf(entry.Slug));
        writer.WriteStartElement("news", News);
        writer.WriteStartElement("publication", News);
        writer.WriteElementString("name", News, PlainText.Clean(site.Name));
        writer.WriteElementString("language", News, LanguageOf(entry));
        writer.WriteEndElement();
        writer.WriteElementString("publication_date", News, Times.Rfc3339(entry.FirstPublished));
        writer.WriteElementString("title", News, PlainText.Clean(entry.Headline.Length > 0 ? entry.Headline : entry.Slug));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // ISO 639; of Chinese also the script that its region implies.
    private static string LanguageOf(SitemapEntry entry)
    {
        var language = PlainText.Clean(entry.Language).ToLowerInvariant();
        if (language.StartsWith("zh", StringComparison.Ordinal))
        {
            return language is "zh-tw" or "zh-hk" or "zh-hant" ? "zh-tw" : "zh-cn";
        }

        return language.Split('-')[0];
    }
}
