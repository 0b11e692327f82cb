using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats;

/// <summary>Renders the page of an edition: semantic HTML without scripts, readable without its style.</summary>
public static class HtmlPage
{
    private const string Style = """
        :root{color-scheme:light dark;--text:#1a1a1a;--page:#fff;--soft:#595959;--line:#d0d0d0;--link:#0b57a4;--note:#fff6e0}
        @media (prefers-color-scheme:dark){:root{--text:#e8e8e8;--page:#141414;--soft:#ababab;--line:#444;--link:#8ab8ef;--note:#33290f}}
        body{margin:0 auto;padding:1rem;max-width:42rem;background:var(--page);color:var(--text);font:1.1rem/1.6 Georgia,serif}
        h1{font-size:2.1rem;line-height:1.2;margin:.3em 0}h2{line-height:1.25}h1,h2,h3,p,li{overflow-wrap:anywhere}
        a{color:var(--link)}img{max-width:100%;height:auto}pre{overflow-x:auto}
        .site,.desk,.byline,.times,footer{color:var(--soft);font-family:system-ui,sans-serif;font-size:.9rem}
        .standfirst{font-size:1.25rem}aside{background:var(--note);padding:.1rem 1rem;border-left:.3rem solid var(--soft)}
        blockquote{margin:1em 0;padding-left:1rem;border-left:.2rem solid var(--line)}q::before,q::after{content:none}
        section,footer{border-top:1px solid var(--line);margin-top:2rem;font-size:.95rem}
        @media print{body{max-width:none;background:#fff;color:#000}footer nav{display:none}a{color:inherit}}
        """;

    /// <summary>Gets the policy that lets the page apply its own style and show images, and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Lines(Style))))}'; "
        + "img-src https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Renders an edition.</summary>
    public static byte[] Render(PublishedEdition edition, Site site)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n");
        var body = edition.IsLive ? BodyHtml.Of(edition) : null;
        html.Append(CultureInfo.InvariantCulture, $"<html lang=\"{PlainText.Escape(edition.Language)}\">\n");
        AddHead(html, edition, body, site);
        html.Append("<body>\n<header lang=\"en\"><p class=\"site\">").Append(PlainText.Escape(site.Name)).Append("</p></header>\n");
        html.Append("<main>\n<article>\n");
        AddTop(html, edition, site);
        if (body is not null)
        {
            html.Append("<div class=\"body\" dir=\"auto\">\n").Append(body.ToHtml()).Append("</div>\n");
        }

        html.Append(FactCheckHtml.Of(edition));
        AddCorrections(html, edition);
        AddEditions(html, edition);
        html.Append("</article>\n</main>\n");
        AddFooter(html, edition, site);
        html.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    /// <summary>Adds the style that the policy names.</summary>
    internal static void AddStyle(StringBuilder html) => html.Append("<style>").Append(Lines(Style)).Append("</style>\n");

    private static string TitleOf(PublishedEdition edition) =>
        string.IsNullOrWhiteSpace(edition.Headline) ? edition.Notice ?? edition.Slug : edition.Headline;

    private static void AddHead(StringBuilder html, PublishedEdition edition, BodyHtml? body, Site site)
    {
        var (title, address) = (PlainText.Escape(TitleOf(edition)), PlainText.Escape(site.AddressOf(edition.Slug)));
        var (name, description) = (PlainText.Escape(site.Name), PlainText.Escape(edition.Notice ?? edition.Standfirst));
        html.Append("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{title} – {name}</title>\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta name=\"description\" content=\"{description}\">\n");
        if (!edition.IsLive)
        {
            html.Append("<meta name=\"robots\" content=\"noindex\">\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<link rel=\"canonical\" href=\"{address}\">\n");
        foreach (var format in EditionFormat.All.Where(format => format.Extension != "html"))
        {
            AddAlternate(html, format.MediaType, $"{address}.{format.Extension}");
        }

        AddLanguages(html, edition, site);
        AddAlternate(html, "application/json", $"{address}.json");
        AddAlternate(html, "application/atom+xml", $"{PlainText.Escape(site.Url)}/published/feed.atom");
        AddProperty(html, "og:type", "article");
        AddProperty(html, "og:title", title);
        AddProperty(html, "og:description", description);
        AddProperty(html, "og:url", address);
        AddProperty(html, "og:site_name", name);
        AddProperty(html, "article:published_time", Times.Rfc3339(edition.FirstPublished));
        AddProperty(html, "article:modified_time", Times.Rfc3339(edition.Updated));
        AddProperty(html, "article:section", PlainText.Escape(edition.Desk));
        AddStyle(html);
        var article = JsonLdArticle.Embed(edition, body, site);
        html.Append("<script type=\"application/ld+json\">").Append(article).Append("</script>\n</head>\n");
    }

    private static void AddAlternate(StringBuilder html, string mediaType, string address) =>
        html.Append(CultureInfo.InvariantCulture, $"<link rel=\"alternate\" type=\"{mediaType}\" href=\"{address}\">\n");

    // Each page of a translated story lists all of them, itself included.
    private static void AddLanguages(StringBuilder html, PublishedEdition edition, Site site)
    {
        if (edition.Translations.IsEmpty)
        {
            return;
        }

        foreach (var (language, slug) in edition.Translations.Add(new PublicTranslation(edition.Language, edition.Slug)))
        {
            var (name, address) = (PlainText.Escape(language), PlainText.Escape(site.AddressOf(slug)));
            html.Append(CultureInfo.InvariantCulture, $"<link rel=\"alternate\" hreflang=\"{name}\" href=\"{address}\">\n");
        }
    }

    private static void AddProperty(StringBuilder html, string name, string escaped)
    {
        if (escaped.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<meta property=\"{name}\" content=\"{escaped}\">\n");
        }
    }

    private static void AddTop(StringBuilder html, PublishedEdition edition, Site site)
    {
        html.Append("<header>\n");
        AddParagraph(html, "desk", edition.Desk);
        if (edition.Genre == Genre.FactCheck)
        {
            html.Append("<p class=\"desk\" lang=\"en\">Fact check</p>\n");
        }

        html.Append("<h1 dir=\"auto\">").Append(PlainText.Escape(TitleOf(edition))).Append("</h1>\n");
        AddParagraph(html, "standfirst", edition.Standfirst);
        AddParagraph(html, "byline", edition.Byline);
        AddParagraph(html, "byline", edition.Dateline);
        html.Append("<p class=\"times\" lang=\"en\">Published ").Append(TimeOf(edition.FirstPublished));
        if (edition.Updated != edition.FirstPublished)
        {
            html.Append(edition.IsLive ? "; updated " : "; taken down ").Append(TimeOf(edition.Updated));
        }

        html.Append(CultureInfo.InvariantCulture, $". Edition {edition.Number}.</p>\n</header>\n");
        if ((edition.Notice ?? edition.Note) is { } note)
        {
            var label = edition.IsLive ? LabelOf(edition.Kind) : LabelOf(edition.Status);
            html.Append(CultureInfo.InvariantCulture, $"<aside><p dir=\"auto\"><strong lang=\"en\">{label}:</strong> ");
            html.Append(PlainText.Escape(note)).Append("</p></aside>\n");
        }

        if (!edition.IsLive && edition.ReplacedBy is { } substitute)
        {
            var (slug, address) = (PlainText.Escape(substitute), PlainText.Escape(site.AddressOf(substitute)));
            html.Append(CultureInfo.InvariantCulture, $"<p lang=\"en\">Replaced by <a href=\"{address}\">{slug}</a>.</p>\n");
        }
    }

    private static void AddParagraph(StringBuilder html, string name, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"{name}\" dir=\"auto\">{PlainText.Escape(text)}</p>\n");
        }
    }

    private static void AddCorrections(StringBuilder html, PublishedEdition edition)
    {
        if (!edition.Corrections.Any())
        {
            return;
        }

        html.Append("<section class=\"corrections\">\n<h2 lang=\"en\">Corrections</h2>\n<ul>\n");
        foreach (var entry in edition.Corrections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\"><strong lang=\"en\">{LabelOf(entry.Kind)}</strong>, ");
            html.Append(TimeOf(entry.At)).Append(": ").Append(PlainText.Escape(entry.Note!)).Append("</li>\n");
        }

        html.Append("</ul>\n</section>\n");
    }

    private static void AddEditions(StringBuilder html, PublishedEdition edition)
    {
        if (edition.History.Length < 2)
        {
            return;
        }

        html.Append("<section class=\"editions\" lang=\"en\">\n<h2>Editions</h2>\n<ol>\n");
        foreach (var entry in edition.History)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{LabelOf(entry.Kind)}, {TimeOf(entry.At)}</li>\n");
        }

        html.Append("</ol>\n</section>\n");
    }

    private static void AddFooter(StringBuilder html, PublishedEdition edition, Site site)
    {
        html.Append("<footer lang=\"en\">\n");
        if (!edition.Translations.IsEmpty)
        {
            html.Append("<nav>In other languages");
            foreach (var (language, slug) in edition.Translations)
            {
                var (name, other) = (PlainText.Escape(language), PlainText.Escape(site.AddressOf(slug)));
                html.Append(CultureInfo.InvariantCulture, $" <a href=\"{other}\" hreflang=\"{name}\">{name}</a>");
            }

            html.Append("</nav>\n");
        }

        html.Append("<nav>Also as");
        var address = PlainText.Escape(site.AddressOf(edition.Slug));
        foreach (var extension in EditionFormat.All.Select(format => format.Extension).Where(extension => extension != "html"))
        {
            html.Append(CultureInfo.InvariantCulture, $" <a href=\"{address}.{extension}\">{extension}</a>");
        }

        html.Append(CultureInfo.InvariantCulture, $" <a href=\"{address}.proof\">proof</a></nav>\n</footer>\n");
    }

    private static string TimeOf(DateTimeOffset at) => $"<time datetime=\"{Times.Rfc3339(at)}\">{Times.Shown(at)}</time>";

    private static string LabelOf(EditionKind kind) =>
        kind switch
        {
            EditionKind.First => "First edition",
            EditionKind.EditorsNote => "Editor’s note",
            _ => kind.ToString(),
        };

    private static string LabelOf(PublicationStatus status) => status == PublicationStatus.Killed ? "Withdrawn" : "Retracted";

    private static string Lines(string style) => style.ReplaceLineEndings("\n");
}
