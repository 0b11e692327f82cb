using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

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

    public int Count => edits.Length;

    public TextEdit this[int index] => edits[index];

    /// <summary>Returns the offset shift before an edit; after all edits for <see cref="Count"/>.</summary>
    public int ShiftBefore(int index) => shifts[index];

    /// <summary>Returns the first edit that ends after an offset; <see cref="Count"/> if there is none.</summary>
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

    /// <summary>Returns whether an edit changes words of a range, not only around it.</summary>
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
