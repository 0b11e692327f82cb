using System.Text;
using Newsroom.Client.Stories;
using static Newsroom.Console.Text.ArticleNode;

namespace Newsroom.Console.Text;

/// <summary>The words of a text as a page shows them, with their places in the source.</summary>
internal sealed class ShownWords
{
    // An apostrophe is written as a closing mark too, so words are only taken as quoted where both ends have a mark.
    private const string Marks = "\"'“”„‟‘’‚‛«»‹›";

    private const string Punctuation = ",.;:!?…";

    private readonly List<(int At, Words Words)> pieces = [];

    private ShownWords(IEnumerable<Words> words)
    {
        var text = new StringBuilder();
        foreach (var piece in words.Where(piece => piece.Text.Length > 0))
        {
            pieces.Add((text.Length, piece));
            text.Append(piece.Text);
        }

        Text = text.ToString();
    }

    /// <summary>Gets the words.</summary>
    public string Text { get; }

    /// <summary>Reads a text of an article.</summary>
    public static ShownWords Of(ArticleText article, string field) => new(MarkedWords.In(ArticleReader.Read(article, field)));

    /// <summary>Returns a range without the white space at its ends; null where it is none of these words, or has no word.</summary>
    public QuotedRange? Trim(int start, int end)
    {
        if (start < 0 || start >= end || end > Text.Length)
        {
            return null;
        }

        for (; start < end && char.IsWhiteSpace(Text[start]); start++) { }
        for (; end > start && char.IsWhiteSpace(Text[end - 1]); end--) { }
        return start == end ? null : new QuotedRange(start, end);
    }

    /// <summary>Returns where words begin, in order.</summary>
    public IEnumerable<int> Find(string words)
    {
        var at = words.Length == 0 ? -1 : Text.IndexOf(words, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return at;
            at = Text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }
    }

    /// <summary>Returns a range with the quotation marks around it, and the punctuation before the closing one.</summary>
    public QuotedRange WithMarks(QuotedRange range)
    {
        var (start, end) = (range.Start, range.End);
        if (!IsMark(start))
        {
            start--;
        }

        if (!IsMark(end - 1))
        {
            for (; end < Text.Length && Punctuation.Contains(Text[end], StringComparison.Ordinal); end++) { }
            end++;
        }

        return IsMark(start) && IsMark(end - 1) && end - start > range.End - range.Start ? new QuotedRange(start, end) : range;
    }

    /// <summary>Returns the source of a range; of words that are written in another way, such as an entity, the whole source.</summary>
    public QuotedRange SourceOf(QuotedRange range)
    {
        var (firstAt, first) = pieces.FindLast(piece => piece.At <= range.Start);
        var (lastAt, last) = pieces.FindLast(piece => piece.At < range.End);
        return new QuotedRange(
            first.IsLiteral ? first.Start + (range.Start - firstAt) : first.Start,
            last.IsLiteral ? last.Start + (range.End - lastAt) : last.End
        );
    }

    private bool IsMark(int at) => at >= 0 && at < Text.Length && Marks.Contains(Text[at], StringComparison.Ordinal);
}
