using System.Globalization;
using System.Text;

namespace Newsroom.Formats;

/// <summary>Why a reader does not get a page.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">A noun phrase.</param>
/// <param name="Details">Sentences.</param>
public sealed record ReaderProblem(int Status, string Title, IEnumerable<string> Details)
{
    /// <summary>Renders a page in the style of published stories; <see cref="HtmlPage.ContentSecurityPolicy"/> applies to it.</summary>
    public byte[] ToHtml(Site site)
    {
        var (title, name) = (PlainText.Escape(Title), PlainText.Escape(site.Name));
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{title} – {name}</title>\n<meta name=\"robots\" content=\"noindex\">\n");
        HtmlPage.AddStyle(html);
        html.Append(CultureInfo.InvariantCulture, $"</head>\n<body>\n<header><p class=\"site\">{name}</p></header>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1>\n");
        foreach (var detail in Details)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{PlainText.Escape(detail)}</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</main>\n<footer><p>Status {Status}</p></footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }
}
