using System.Globalization;
using System.Xml;
using Newsroom.Domain.Kernel;

namespace Newsroom.Formats;

/// <summary>Renders a newsItem of NewsML-G2 2.35, power conformance.</summary>
public static class NewsItem
{
    private const string Namespace = "http://iptc.org/std/nar/2006-10-01/";
    private const string Catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

    /// <summary>Renders an edition.</summary>
    public static byte[] Render(PublishedEdition edition, Site site) =>
        Xml.Write(writer =>
        {
            writer.WriteStartElement("newsItem", Namespace);
            writer.WriteAttributeString("guid", edition.GuidOf(site));
            writer.WriteAttributeString("version", edition.Version.ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("standard", "NewsML-G2");
            writer.WriteAttributeString("standardversion", "2.35");
            writer.WriteAttributeString("conformance", "power");
            writer.WriteAttributeString("xml", "lang", null, LanguageOf(edition));
            WriteEmpty(writer, "catalogRef", "href", Catalog);
            WriteHistory(writer, edition, site);
            WriteItemMeta(writer, edition, site);
            WriteContentMeta(writer, edition);
            WriteContent(writer, edition);
            writer.WriteEndElement();
        });

    private static string LanguageOf(PublishedEdition edition) => LanguageTag.IsWellFormed(edition.Language) ? edition.Language : "und";

    private static void WriteHistory(XmlWriter writer, PublishedEdition edition, Site site)
    {
        writer.WriteStartElement("hopHistory");
        writer.WriteStartElement("hop");
        writer.WriteAttributeString("seq", "1");
        writer.WriteAttributeString("timestamp", Times.Rfc3339(edition.FirstPublished));
        writer.WriteStartElement("party");
        writer.WriteAttributeString("uri", site.Url);
        writer.WriteText("name", PlainText.OneLine(site.Name));
        writer.WriteEndElement();
        writer.WriteStartElement("action");
        writer.WriteAttributeString("qcode", "hopaction:created");
        writer.WriteAttributeString("target", "hatarget:content");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        if (edition.History.IsEmpty)
        {
            return;
        }

        writer.WriteStartElement("pubHistory");
        foreach (var entry in edition.History)
        {
            writer.WriteStartElement("published");
            writer.WriteAttributeString("uri", site.AddressOf(edition.Slug));
            writer.WriteText("timestamp", Times.Rfc3339(entry.At));
            writer.WriteText("name", string.Create(CultureInfo.InvariantCulture, $"Edition {entry.Number}: {entry.Kind.ToKebabCase()}"));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteItemMeta(XmlWriter writer, PublishedEdition edition, Site site)
    {
        writer.WriteStartElement("itemMeta");
        WriteEmpty(writer, "itemClass", "qcode", "ninat:text");
        writer.WriteStartElement("provider");
        writer.WriteAttributeString("uri", site.Url);
        writer.WriteText("name", PlainText.OneLine(site.Name));
        writer.WriteEndElement();
        writer.WriteText("versionCreated", Times.Rfc3339(edition.Updated));
        writer.WriteText("firstCreated", Times.Rfc3339(edition.FirstPublished));
        WriteEmpty(writer, "pubStatus", "qcode", edition.IsLive ? "stat:usable" : "stat:canceled");
        writer.WriteText("title", edition.Headline);
        foreach (var note in edition.IsLive ? edition.Corrections.Select(entry => entry.Note) : [edition.Notice])
        {
            writer.WriteText("edNote", note);
        }

        if (edition.IsLive && edition.Signal is { } signal)
        {
            WriteEmpty(writer, "signal", "qcode", $"sig:{signal}");
        }

        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", "irel:hasAltRep");
        writer.WriteAttributeString("href", site.AddressOf(edition.Slug));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteContentMeta(XmlWriter writer, PublishedEdition edition)
    {
        writer.WriteStartElement("contentMeta");
        writer.WriteText("contentCreated", Times.Rfc3339(edition.FirstPublished));
        writer.WriteText("contentModified", Times.Rfc3339(edition.Updated));
        WriteEmpty(writer, "language", "tag", LanguageOf(edition));
        if (!string.IsNullOrWhiteSpace(edition.Desk))
        {
            writer.WriteStartElement("subject");
            writer.WriteAttributeString("type", "cpnat:abstract");
            writer.WriteText("name", PlainText.OneLine(edition.Desk));
            writer.WriteEndElement();
        }

        writer.WriteText("slugline", edition.Slug);
        writer.WriteText("headline", edition.Headline);
        writer.WriteText("dateline", edition.Dateline);
        writer.WriteText("by", edition.Byline);
        writer.WriteText("description", edition.Standfirst, ("role", "drol:summary"));
        writer.WriteEndElement();
    }

    private static void WriteContent(XmlWriter writer, PublishedEdition edition)
    {
        if (!edition.IsLive)
        {
            return;
        }

        writer.WriteStartElement("contentSet");
        writer.WriteStartElement("inlineXML");
        writer.WriteAttributeString("contenttype", "application/xhtml+xml");
        writer.WriteStartElement("html", BodyHtml.Xhtml);
        writer.WriteStartElement("head", BodyHtml.Xhtml);
        writer.WriteElementString("title", BodyHtml.Xhtml, PlainText.Clean(edition.Headline));
        writer.WriteEndElement();
        writer.WriteStartElement("body", BodyHtml.Xhtml);
        BodyHtml.Of(edition).WriteTo(writer);
        BodyHtml.OfFragment(FactCheckHtml.Of(edition)).WriteTo(writer);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteEmpty(XmlWriter writer, string name, string attribute, string value)
    {
        writer.WriteStartElement(name);
        writer.WriteAttributeString(attribute, value);
        writer.WriteEndElement();
    }
}
