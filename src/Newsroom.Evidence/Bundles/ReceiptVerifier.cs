using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Evidence.Bundles;

/// <summary>Verifies the receipt of an edition: the proof of its publication, and the words of a page.</summary>
public static class ReceiptVerifier
{
    /// <summary>Verifies a receipt.</summary>
    /// <param name="file">The <c>.proof</c> file.</param>
    /// <param name="trusted">The keys that the reader trusts.</param>
    /// <param name="page">The page as Markdown with front matter; null to compare none.</param>
    public static Verification Verify(string file, IReadOnlyCollection<NoteKey> trusted, string? page)
    {
        var proof = ProofVerifier.Verify(file, trusted, since: null);
        if (!proof.Holds)
        {
            return proof;
        }

        var shown = Disclosure.Read(JsonNode.Parse(LedgerProof.Parse(file).Extra.AsSpan()));
        if (!StoryEvents.ByName.TryGetValue(shown.Record.Type, out var type) || !type.IsSubclassOf(typeof(EditionEvent)))
        {
            return Not("The proof is not of a publication.", "Request the receipt of the edition again.");
        }

        try
        {
            var edition = (EditionEvent)StoredJson.Read(shown.Data(), type);
            return page is not null && DifferenceOf(edition.Article, page) is { } difference
                ? Not(difference, "The page does not have the words that were published in this edition.")
                : new Verification(true, edition.Article.Headline, Sentences(edition, shown.Record, proof, page is not null), null, null);
        }
        catch (FormatException problem)
        {
            return Not($"The receipt or the page cannot be read: {problem.Message}", "Request both again.");
        }
    }

    private static ImmutableArray<string> Sentences(EditionEvent edition, LedgerRecord record, Verification proof, bool hasPage)
    {
        var at = record.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var published = string.Create(
            CultureInfo.InvariantCulture,
            $"Edition {edition.Edition} ({edition.Kind.ToKebabCase()}) was published at {at} as /published/{edition.Slug}."
        );
        return hasPage
            ? [published, proof.Proved[0], "The page has exactly its words."]
            : [published, proof.Proved[0], $"Its words: {edition.Article.Headline}\n{edition.Article.Standfirst}\n{edition.Article.Body}"];
    }

    /// <summary>Returns the first difference between a page and the published words; null where there is none.</summary>
    private static string? DifferenceOf(Article published, string page)
    {
        var file = StoryFile.Parse(page);
        foreach (
            var (name, words) in new[]
            {
                ("title", published.Headline),
                ("standfirst", published.Standfirst),
                ("byline", published.Byline),
                ("dateline", published.Dateline),
            }
        )
        {
            var shown = file.Matter.TryGetValue(name, out var value) ? TextOf(name, value) : "";
            if (shown != words)
            {
                return $"The {name} of the page is “{shown}”; “{words}” was published.";
            }
        }

        // The body follows an empty line.
        var body = file.Body.StartsWith('\n') ? file.Body[1..] : file.Body;
        return body == published.Body ? null : $"The body of the page differs in line {FirstDifference(body, published.Body)}.";
    }

    private static string TextOf(string name, string value)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(value) ?? "";
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The {name} of the page is not in quotation marks: {problem.Message}", problem);
        }
    }

    private static int FirstDifference(string page, string published)
    {
        var at = page.AsSpan().CommonPrefixLength(published);
        return page.AsSpan(0, at).Count('\n') + 1;
    }

    private static Verification Not(string wrong, string meaning) => new(false, null, [], wrong, meaning);
}
