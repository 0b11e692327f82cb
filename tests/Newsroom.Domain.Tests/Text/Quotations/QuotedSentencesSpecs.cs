using System.Text;
using System.Text.RegularExpressions;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>
/// Sentences in many languages and scripts, in <c>QuotedSentences.tsv</c>: the language and the sentence, with ⟦…⟧ around each quotation
/// that must be accounted for, and \uXXXX for characters that are not seen.
/// </summary>
public sealed partial class QuotedSentencesSpecs
{
    private static readonly List<(string Language, string Text, List<TextRange> Quotations)> Sentences = [.. Read()];

    [Fact]
    public void No_quotation_is_unaccounted_for_and_nothing_else_is_found() =>
        Sentences
            .Select(s => (s.Language, s.Text, Found: Blocking(s.Text, s.Language), s.Quotations))
            .Where(s => !s.Found.SequenceEqual(s.Quotations))
            .Select(s => $"{s.Language}: {s.Text} → {string.Join(" | ", s.Found.Select(f => f.Of(s.Text)))}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_mark_has_a_use() => Sentences.ForEach(s => MarkAccounts.Check(s.Text, s.Language));

    [Fact]
    public void The_sentences_are_many_and_of_many_scripts()
    {
        Sentences.Count.ShouldBeGreaterThanOrEqualTo(300);
        Sentences.Select(s => s.Language).Distinct().Count().ShouldBeGreaterThanOrEqualTo(20);
    }

    private static IEnumerable<TextRange> Blocking(string text, string language) =>
        QuotationFinder.Find(text, language).Where(q => !q.IsTerm(QuotationFinder.MinWords)).Select(q => q.Range);

    private static IEnumerable<(string Language, string Text, List<TextRange> Quotations)> Read()
    {
        using var lines = new StreamReader(
            typeof(QuotedSentencesSpecs).Assembly.GetManifestResourceStream("QuotedSentences.tsv")!,
            Encoding.UTF8
        );
        while (lines.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var marked = Escaped().Replace(line[(tab + 1)..], m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
            var (text, quotations, start) = (new StringBuilder(), new List<TextRange>(), 0);
            foreach (var c in marked)
            {
                switch (c)
                {
                    case '⟦':
                        start = text.Length;
                        break;
                    case '⟧':
                        quotations.Add(new TextRange(start, text.Length));
                        break;
                    default:
                        text.Append(c);
                        break;
                }
            }

            yield return (line[..tab], text.ToString(), quotations);
        }
    }

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escaped();
}
