using System.Buffers;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>The words of the sentence before and after a quotation.</summary>
internal sealed class QuotationSides
{
    private const int MaxLengthBefore = 160;
    private const int MaxLengthBehind = 60;
    private const int MaxWordsBehind = 5;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?\n\r");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",:;()[]–—“”„\"»«");

    private readonly string text;
    private readonly TextRange before;
    private readonly TextRange behind;
    private string[]? sentence;
    private string[]? clause;
    private string[]? following;

    /// <summary>Finds the sentence; its words are read on demand.</summary>
    /// <param name="text">The text of the field.</param>
    /// <param name="range">The range of the quotation, marks included.</param>
    public QuotationSides(string text, TextRange range)
    {
        this.text = text;
        var from = Math.Max(0, range.Start - MaxLengthBefore);
        var sides = text.AsSpan(from, range.Start - from);
        var start = from + sides.LastIndexOfAny(SentenceEnds) + 1;
        var end = start + text.AsSpan(start, range.Start - start).TrimEnd().Length;
        MarkBefore = end > start && !IsOfWord(text[end - 1]) ? text[end - 1] : '\0';
        before = new TextRange(start, MarkBefore == '\0' ? end : end - 1);

        var last = Math.Min(text.Length, range.End + MaxLengthBehind);
        start = last - text.AsSpan(range.End, last - range.End).TrimStart(" \u00A0").Length;
        MarkBehind = start < last && (!IsOfWord(text[start]) || text[start] is '-' or '\u2011') ? text[start] : '\0';
        start += MarkBehind == '\0' ? 0 : 1;
        end = text.AsSpan(start, last - start).IndexOfAny(SentenceEnds);
        behind = new TextRange(start, end < 0 ? last : start + end);
    }

    /// <summary>All words of the sentence before it.</summary>
    public string[] Sentence => sentence ??= Words(before.Of(text), int.MaxValue);

    /// <summary>The words before it after the last comma, bracket or mark.</summary>
    public string[] Clause => clause ??= Words(text.AsSpan(before.Start, before.Length)[(LastClauseEnd + 1)..], int.MaxValue);

    /// <summary>At most five words of the sentence after it.</summary>
    public string[] Behind => following ??= MarkBehind is '.' or '!' or '?' or '\n' or '\r' ? [] : Words(behind.Of(text), MaxWordsBehind);

    /// <summary>The punctuation directly before it; NUL if there is a word.</summary>
    public char MarkBefore { get; }

    /// <summary>The punctuation directly after it; NUL if there is a word.</summary>
    public char MarkBehind { get; }

    private int LastClauseEnd => text.AsSpan(before.Start, before.Length).LastIndexOfAny(ClauseEnds);

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\u2011' or '’' or '\'';

    private static string[] Words(ReadOnlySpan<char> text, int max)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length && words.Count < max;)
        {
            var first = at;
            while (at < text.Length && IsOfWord(text[at]))
            {
                at++;
            }

            if (at > first)
            {
                words.Add(text[first..at].ToString());
            }
            else
            {
                at++;
            }
        }

        return [.. words];
    }
}
