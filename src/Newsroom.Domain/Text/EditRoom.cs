using System.Buffers;

namespace Newsroom.Domain.Text;

/// <summary>
/// Computes the reach of an edit: the rest of the changed word and one more word in the same line. Scripts without spaces have no visible
/// word ends, so a few ideographs or clusters are included, up to the end of the sentence or the next space.
/// </summary>
internal static class EditRoom
{
    // No word is longer; longer runs cost no more than this.
    private const int MaxWordLength = 500;

    // Four ideographs or eight clusters: the rest of a word and the next one.
    private const int Room = 8;
    private const int Ideograph = 2;
    private const int Cluster = 1;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？．｡។៕။");

    /// <summary>Returns whether a sentence ends at the edit. For scripts without a space after sentences.</summary>
    public static bool EndsSentence(TextEdit edit, string text)
    {
        var before = edit.At > 0 ? text[edit.At - 1] : '\n';
        var left = edit.Insert.Length > 0 ? edit.Insert[^1] : before;
        return edit.End > 0 && SentenceEnds.Contains(text[edit.End - 1]) && (SentenceEnds.Contains(left) || left is '\r' or '\n');
    }

    public static TextRange Of(TextEdit edit, string text) =>
        new(Before(edit, text), EndsSentence(edit, text) ? edit.End : Behind(edit, text));

    private static int Before(TextEdit edit, string text)
    {
        var start = WordBefore(text, edit.At, out var isUnspaced);
        if (isUnspaced)
        {
            return start;
        }

        var gap = start;
        while (gap > 0 && char.IsWhiteSpace(text[gap - 1]) && text[gap - 1] is not ('\r' or '\n') && start - gap < MaxWordLength)
        {
            gap--;
        }

        var word = WordBefore(text, gap, out isUnspaced);
        return isUnspaced && gap < start ? AcrossGap(edit, start, gap) : word;
    }

    private static int Behind(TextEdit edit, string text)
    {
        var isUnspaced = false;
        var end = edit.End > 0 && !char.IsWhiteSpace(text[edit.End - 1]) ? WordBehind(text, edit.End, out isUnspaced) : edit.End;
        if (isUnspaced)
        {
            return end;
        }

        var gap = end;
        while (gap < text.Length && char.IsWhiteSpace(text[gap]) && text[gap] is not ('\r' or '\n') && gap - end < MaxWordLength)
        {
            gap++;
        }

        var word = WordBehind(text, gap, out isUnspaced);
        return isUnspaced && gap > end ? AcrossGap(edit, end, gap) : word;
    }

    /// <summary>In these scripts a space separates phrases; an insertion next to it may be a phrase and includes it.</summary>
    private static int AcrossGap(TextEdit edit, int near, int far) => edit.Remove.Length == 0 ? far : near;

    private static int WordBefore(string text, int at, out bool isUnspaced)
    {
        isUnspaced = false;
        var (start, room) = (at, Room);
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]) && start - at < MaxWordLength)
        {
            var length = at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]) ? 2 : 1;
            if (SentenceEnds.Contains(text[at - 1]) || CostAt(text, at - length) is var cost && cost > room)
            {
                isUnspaced = true;
                break;
            }

            room -= cost;
            isUnspaced |= cost > 0;
            at -= length;
        }

        return at;
    }

    private static int WordBehind(string text, int at, out bool isUnspaced)
    {
        isUnspaced = false;
        var (start, room) = (at, Room);
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && at - start < MaxWordLength)
        {
            var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            if (SentenceEnds.Contains(text[at]) || CostAt(text, at) is var cost && cost > room)
            {
                isUnspaced = true;
                break;
            }

            room -= cost;
            isUnspaced |= cost > 0;
            at += length;
        }

        return at;
    }

    private static int CostAt(string text, int at) =>
        TextTokens.UnspacedAt(text, at) switch
        {
            true => Ideograph,
            false => Cluster,
            null => 0,
        };
}
