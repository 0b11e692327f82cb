using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>The edits of a text, found by place.</summary>
internal sealed class EditIndex
{
    private readonly ImmutableArray<TextEdit> edits;
    private readonly int[] shifts;

    public EditIndex(ImmutableArray<TextEdit> edits)
    {
        (this.edits, shifts) = (edits, new int[edits.Length + 1]);
        for (var i = 0; i < edits.Length; i++)
        {
            shifts[i + 1] = shifts[i] + edits[i].Shift;
        }
    }

    /// <summary>Gets the number of edits.</summary>
    public int Count => edits.Length;

    /// <summary>Gets an edit.</summary>
    public TextEdit this[int index] => edits[index];

    /// <summary>Returns by how much the text before an edit has moved; behind all edits where it is <see cref="Count"/>.</summary>
    public int ShiftBefore(int index) => shifts[index];

    /// <summary>Returns the first edit that ends behind an offset; <see cref="Count"/> where none does.</summary>
    public int FirstEndingBehind(int offset)
    {
        var (low, high) = (0, edits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = edits[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Returns whether any edit changes words of a range, rather than only words around it.</summary>
    public bool Touches(TextRange range)
    {
        for (var i = FirstEndingBehind(range.Start); i < edits.Length && edits[i].At < range.End; i++)
        {
            if (edits[i].Remove.Length > 0 || edits[i].At > range.Start)
            {
                return true;
            }
        }

        return false;
    }
}
