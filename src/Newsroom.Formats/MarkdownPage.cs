using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsroom.Domain.Kernel;

namespace Newsroom.Formats;

/// <summary>
/// Renders Markdown with YAML front matter. The body follows the front matter and an empty line, exactly as it was published; texts in the
/// front matter are written as JSON strings, which are YAML.
/// </summary>
public static class MarkdownPage
{
    private static readonly JsonSerializerOptions Text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Renders an edition.</summary>
    public static byte[] Render(PublishedEdition edition, Site site)
    {
        var page = new StringBuilder("---\n");
        Add(page, "title", edition.Headline);
        Add(page, "standfirst", edition.Standfirst);
        Add(page, "byline", edition.Byline);
        Add(page, "dateline", edition.Dateline);
        Add(page, "url", site.AddressOf(edition.Slug));
        Add(page, "slug", edition.Slug);
        Add(page, "desk", edition.Desk);
        Add(page, "language", edition.Language);
        Add(page, "status", edition.Status.ToKebabCase());
        Add(page, "notice", edition.Notice ?? "");
        page.Append(CultureInfo.InvariantCulture, $"edition: {edition.Number}\n");
        page.Append(CultureInfo.InvariantCulture, $"version: {edition.Version}\n");
        Add(page, "kind", edition.Kind.ToKebabCase());
        page.Append(CultureInfo.InvariantCulture, $"firstPublished: {Times.Rfc3339(edition.FirstPublished)}\n");
        page.Append(CultureInfo.InvariantCulture, $"updated: {Times.Rfc3339(edition.Updated)}\n");
        Add(page, "fingerprint", edition.Fingerprint ?? "");
        AddCorrections(page, edition);
        page.Append("---\n\n").Append(edition.Body);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AddCorrections(StringBuilder page, PublishedEdition edition)
    {
        if (edition.Corrections.Any())
        {
            page.Append("corrections:\n");
        }

        foreach (var entry in edition.Corrections)
        {
            page.Append(CultureInfo.InvariantCulture, $"  - edition: {entry.Number}\n");
            page.Append(CultureInfo.InvariantCulture, $"    kind: {entry.Kind.ToKebabCase()}\n");
            page.Append(CultureInfo.InvariantCulture, $"    at: {Times.Rfc3339(entry.At)}\n");
            page.Append(CultureInfo.InvariantCulture, $"    note: {Quoted(entry.Note!)}\n");
        }
    }

    private static void Add(StringBuilder page, string name, string value)
    {
        if (value.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"{name}: {Quoted(value)}\n");
        }
    }

    private static string Quoted(string value) => JsonSerializer.Serialize(value, Text);
}
