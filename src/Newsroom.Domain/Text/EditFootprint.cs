using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>What an edit does to the lines and words around it.</summary>
internal enum EditKind
{
    /// <summary>Changes words, and needs room beside them.</summary>
    Words,

    /// <summary>Only puts in, or only takes out, paragraphs that blank lines part from others before and after.</summary>
    Paragraphs,

    /// <summary>Only puts in, or only takes out, whole items of a list or rows of a table.</summary>
    ListLines,
}

/// <summary>An edit with what it needs left alone around it, so that what its author read there is still so.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Reach">The words it changes, whole, and one word on either side in the same line; for whole paragraphs and list lines, themselves only.</param>
/// <param name="Kind">What it does to lines.</param>
internal sealed record EditFootprint(TextEdit Edit, TextRange Reach, EditKind Kind)
{
    /// <summary>The edit in its text.</summary>
    public static EditFootprint Of(TextEdit edit, string text) =>
        KindOf(edit, text) is not EditKind.Words and var kind
            ? new EditFootprint(edit, new TextRange(edit.At, edit.End), kind)
            : new EditFootprint(edit, EditRoom.Of(edit, text), EditKind.Words);

    /// <summary>Whether both cannot be made without somebody reading them together.</summary>
    /// <param name="other">An edit of the same text, committed before this one.</param>
    /// <param name="text">The text both are edits of.</param>
    public bool Clashes(EditFootprint other, string text)
    {
        if (Reach.Overlaps(other.Reach))
        {
            return true;
        }

        if (!IsAtOnePointWith(other) && EditRoom.EndsSentence(Edit.At < other.Edit.At ? Edit : other.Edit, text))
        {
            return false;
        }

        var touches = Edit.At <= other.Edit.End && other.Edit.At <= Edit.End;
        return touches
            && (IsWhole, other.IsWhole) switch
            {
                (false, false) => true,
                (true, false) when other.BreaksLines => true,
                (false, true) when BreaksLines => true,
                _ => IsAtOnePointWith(other) && StandsBehind(other, text) is null,
            };
    }

    /// <summary>Whether both put words in at the same point.</summary>
    public bool IsAtOnePointWith(EditFootprint other) =>
        Edit.Remove.Length == 0 && other.Edit.Remove.Length == 0 && Edit.At == other.Edit.At;

    /// <summary>
    /// Of two insertions at one point, whether this one stands behind the other: paragraphs and list lines in the order they were committed, list
    /// lines beside their list, words in the line they were put in. Null where neither order keeps them apart.
    /// </summary>
    public bool? StandsBehind(EditFootprint other, string text)
    {
        var apart = Kind == EditKind.Paragraphs || other.Kind == EditKind.Paragraphs ? LineEnds.OfBlankLine : 1;
        var behind = LineEnds.AtEnd(other.Edit.Insert) + LineEnds.AtStart(Edit.Insert) >= apart;
        var before = LineEnds.AtEnd(Edit.Insert) + LineEnds.AtStart(other.Edit.Insert) >= apart;
        if (IsWhole && other.IsWhole)
        {
            if (Kind == other.Kind && (behind || before))
            {
                return behind;
            }

            var isBehind = (Kind == EditKind.Paragraphs) == ListBlock.EndsBefore(text, Edit.At);
            return Kind != other.Kind && (isBehind ? behind : before) ? isBehind : null;
        }

        var endsLine = Edit.At == text.Length || text[Edit.At] is '\r' or '\n';
        var beginsLine = Edit.At == 0 || text[Edit.At - 1] is '\r' or '\n';
        return endsLine == beginsLine ? null
            : endsLine != IsWhole ? (before ? false : null)
            : behind ? true
            : null;
    }

    private bool IsWhole => Kind != EditKind.Words;

    private bool BreaksLines => Edit.Remove.AsSpan().ContainsAny('\r', '\n') || Edit.Insert.AsSpan().ContainsAny('\r', '\n');

    private static EditKind KindOf(TextEdit edit, string text)
    {
        var words = edit.Remove.Length == 0 ? edit.Insert : edit.Remove;
        if ((edit.Remove.Length > 0 && edit.Insert.Length > 0) || string.IsNullOrWhiteSpace(words))
        {
            return EditKind.Words;
        }

        return ListBlock.IsWholeLines(edit, text) ? EditKind.ListLines
            : TakesWholeParagraphs(edit, words, text) ? EditKind.Paragraphs
            : EditKind.Words;
    }

    private static bool TakesWholeParagraphs(TextEdit edit, string words, string text)
    {
        var before = text.AsSpan(0, edit.At);
        var behind = text.AsSpan(edit.End);
        return Parted(before, words) && Parted(words, behind) && Parted(before, behind);
    }

    private static bool Parted(ReadOnlySpan<char> one, ReadOnlySpan<char> next) =>
        LineEnds.AtEnd(one) + LineEnds.AtStart(next) >= LineEnds.OfBlankLine || one.IsWhiteSpace() || next.IsWhiteSpace();
}
