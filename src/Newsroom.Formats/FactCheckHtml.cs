using System.Globalization;
using System.Text;
using Newsroom.Domain.Text;

namespace Newsroom.Formats;

/// <summary>Renders the fact checks of an edition as HTML, the same in every format that has HTML.</summary>
internal static class FactCheckHtml
{
    /// <summary>Renders all fact checks; empty where there are none.</summary>
    public static string Of(PublishedEdition edition)
    {
        if (edition.FactChecks.IsEmpty)
        {
            return "";
        }

        var html = new StringBuilder("<section class=\"fact-checks\">\n<h2 lang=\"en\">Fact check</h2>\n");
        foreach (var check in edition.FactChecks)
        {
            Add(html, check);
        }

        return html.Append("</section>\n").ToString();
    }

    private static void Add(StringBuilder html, PublishedFactCheck check)
    {
        html.Append(CultureInfo.InvariantCulture, $"<blockquote dir=\"auto\"><p>{PlainText.Escape(check.Claim)}</p></blockquote>\n");
        AddLabel(html, "Claimed by:", check.Claimant);
        if (check.ClaimDate is { } date)
        {
            html.Append(CultureInfo.InvariantCulture, $", {Times.Shown(date)}");
        }

        html.Append(Link(check.ClaimUrl)).Append("</p>\n");
        var (name, value, best) = check.Rating;
        AddLabel(html, "Rating:", name);
        html.Append(CultureInfo.InvariantCulture, $" ({value}/{best})</p>\n");
        html.Append("<div dir=\"auto\">\n").Append(BodyHtml.OfMarkdown(check.Explanation).ToHtml()).Append("</div>\n");
        if (!check.Evidence.IsEmpty)
        {
            html.Append("<p lang=\"en\"><strong>Evidence:</strong></p>\n<ul>\n");
            foreach (var piece in check.Evidence)
            {
                var locator = piece.Locator is { } place ? $", {PlainText.Escape(place)}" : "";
                var citation = PlainText.Escape(piece.Citation);
                html.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\">{citation}{locator}{Link(piece.Url)}</li>\n");
            }

            html.Append("</ul>\n");
        }
    }

    private static void AddLabel(StringBuilder html, string label, string text)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\"><strong lang=\"en\">{label}</strong> {PlainText.Escape(text)}");
    }

    /// <summary>Links an address of the web; other addresses are shown as words.</summary>
    private static string Link(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return "";
        }

        var shown = PlainText.Escape(address);
        return WebAddress.IsWeb(address) ? $" (<a href=\"{shown}\">{shown}</a>)" : $" ({shown})";
    }
}
