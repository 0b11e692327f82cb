using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

internal enum EditKind
{
    Words,

    /// <summary>Only inserts or only removes whole paragraphs, separated by blank lines.</summary>
    Paragraphs,

    /// <summary>Only inserts or only removes whole list items or table rows.</summary>
    ListLines,
}

/// <summary>An edit with the surrounding words that must be unchanged, because its author relied on them.</summary>
/// <param name="Edit">The edit as its author made it.</param>
/// <param name="Reach">
/// The changed words, whole, and one word on either side in the same line; for paragraphs and list lines, only themselves.
/// </param>
/// <param name="Kind">What the edit inserts or removes.</param>
internal sealed record EditFootprint(TextEdit Edit, TextRange Reach, EditKind Kind)
{
    public static EditFootprint Of(TextEdit edit, string text) =>
        KindOf(edit, text) is not EditKind.Words and var kind
            ? new EditFootprint(edit, new TextRange(edit.At, edit.End), kind)
            : new EditFootprint(edit, EditRoom.Of(edit, text), EditKind.Words);

    /// <summary>Returns whether two edits conflict and must be reviewed together.</summary>
    /// <param name="other">An edit of the same text, committed earlier.</param>
    /// <param name="text">The text before both edits.</param>
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

    /// <summary>Returns whether both edits insert at the same point.</summary>
    public bool IsAtOnePointWith(EditFootprint other) =>
        Edit.Remove.Length == 0 && other.Edit.Remove.Length == 0 && Edit.At == other.Edit.At;

    /// <summary>
    /// Orders two insertions at one point: true if this one comes second. Paragraphs and list lines keep commit order, list lines stay with
    /// their list, words with their line. Null if neither order separates them.
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
            var isPlaced = isBehind ? behind : before;
            return Kind != other.Kind && isPlaced ? isBehind : null;
        }

        var endsLine = Edit.At == text.Length || text[Edit.At] is '\r' or '\n';
        var beginsLine = Edit.At == 0 || text[Edit.At - 1] is '\r' or '\n';
        if (endsLine == beginsLine)
        {
            return null;
        }

        var wanted = endsLine == IsWhole;
        var isAtWanted = wanted ? behind : before;
        return isAtWanted ? wanted : null;
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

        if (ListBlock.IsWholeLines(edit, text))
        {
            return EditKind.ListLines;
        }

        return TakesWholeParagraphs(edit, words, text) ? EditKind.Paragraphs : EditKind.Words;
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
