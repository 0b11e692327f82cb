using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

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
        Add(page, "genre", edition.Genre == Genre.Report ? "" : edition.Genre.ToKebabCase());
        AddCorrections(page, edition);
        AddFactChecks(page, edition);
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

    private static void AddFactChecks(StringBuilder page, PublishedEdition edition)
    {
        if (!edition.FactChecks.IsEmpty)
        {
            page.Append("factChecks:\n");
        }

        foreach (var check in edition.FactChecks)
        {
            page.Append(CultureInfo.InvariantCulture, $"  - claim: {Quoted(check.Claim)}\n");
            Add(page, "    claimant", check.Claimant);
            Add(page, "    claimantKind", check.ClaimantKind.ToKebabCase());
            Add(page, "    claimUrl", check.ClaimUrl);
            Add(page, "    claimDate", check.ClaimDate is { } date ? Times.Date(date) : null);
            Add(page, "    rating", check.Rating.Name);
            page.Append(CultureInfo.InvariantCulture, $"    value: {check.Rating.Value}\n    best: {check.Rating.Best}\n");
            Add(page, "    explanation", check.Explanation);
            page.Append(CultureInfo.InvariantCulture, $"    at: {Times.Rfc3339(check.At)}\n");
            page.Append(check.Evidence.IsEmpty ? "" : "    evidence:\n");
            foreach (var piece in check.Evidence)
            {
                page.Append(CultureInfo.InvariantCulture, $"      - kind: {piece.Kind.ToKebabCase()}\n");
                Add(page, "        citation", piece.Citation);
                Add(page, "        url", piece.Url);
                Add(page, "        locator", piece.Locator);
            }
        }
    }

    private static void Add(StringBuilder page, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            page.Append(CultureInfo.InvariantCulture, $"{name}: {Quoted(value)}\n");
        }
    }

    private static string Quoted(string value) => JsonSerializer.Serialize(value, Text);
}
