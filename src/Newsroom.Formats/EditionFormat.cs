using System.Collections.Immutable;

namespace Newsroom.Formats;

/// <summary>A format of editions.</summary>
/// <param name="Extension">The extension of its address, without a dot.</param>
/// <param name="MediaType">Its media type, by which a request selects it.</param>
/// <param name="ContentType">The media type with its parameters, as it is sent.</param>
/// <param name="Render">Renders an edition.</param>
public sealed record EditionFormat(string Extension, string MediaType, string ContentType, Func<PublishedEdition, Site, byte[]> Render)
{
    /// <summary>The extension of the JSON of this system, which is described in the OpenAPI document and rendered there.</summary>
    public const string Json = "json";

    /// <summary>Gets the HTML page.</summary>
    public static EditionFormat Html { get; } = new("html", "text/html", "text/html; charset=utf-8", HtmlPage.Render);

    /// <summary>Gets all formats but the JSON of this system.</summary>
    public static ImmutableArray<EditionFormat> All { get; } =
    [
        Html,
        new("ninjs", "application/json", $"application/json; charset=utf-8; profile=\"{NinjsItem.Schema}\"", NinjsItem.Render)
        {
            IsNegotiated = false,
        },
        new("newsml", "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsitem+xml; charset=utf-8", NewsItem.Render),
        new("jsonld", "application/ld+json", "application/ld+json; charset=utf-8", JsonLdArticle.Render),
        new("md", "text/markdown", "text/markdown; charset=utf-8; variant=CommonMark", MarkdownPage.Render),
    ];

    /// <summary>
    /// Gets whether a request can select the format by its media type. ninjs has no registered type: its extension selects it.
    /// </summary>
    public bool IsNegotiated { get; init; } = true;

    /// <summary>Returns the format of an extension; null where there is none.</summary>
    public static EditionFormat? Of(string extension) => All.FirstOrDefault(format => format.Extension == extension);
}
