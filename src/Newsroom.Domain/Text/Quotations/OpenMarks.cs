using System.Runtime.InteropServices;

namespace Newsroom.Domain.Text.Quotations;

/// <param name="At">The offset of its first UTF-16 code unit.</param>
/// <param name="Kind">The canonical mark that reads like it.</param>
/// <param name="Token">The index among the marks.</param>
/// <param name="IsDoubled">Whether it consists of two single marks.</param>
/// <param name="Reopened">The index of the last mark that reopened it, or -1.</param>
internal readonly record struct OpenMark(int At, char Kind, int Token, bool IsDoubled, int Reopened);

/// <summary>The open quotations, outermost first, and the marks that would close them.</summary>
internal sealed class OpenMarks
{
    private readonly List<OpenMark> open = [];
    private readonly Dictionary<char, int> awaited = [];

    public int Count => open.Count;

    public OpenMark Last => open[^1];

    public OpenMark this[Index index] => open[index];

    /// <summary>Returns whether a mark of this kind closes an open quotation.</summary>
    public bool IsAwaited(char closing) => awaited.GetValueOrDefault(closing) > 0;

    public int FindLastIndex(Predicate<OpenMark> fits) => open.FindLastIndex(fits);

    /// <summary>Records that a mark reopened the last one.</summary>
    public void Reopen(int token) => open[^1] = open[^1] with { Reopened = token };

    public void Push(OpenMark opened)
    {
        open.Add(opened);
        Await(opened.Kind, 1);
    }

    public OpenMark Pop() => Remove(open.Count - 1);

    public OpenMark Remove(int index)
    {
        var removed = open[index];
        open.RemoveAt(index);
        Await(removed.Kind, -1);
        return removed;
    }

    private void Await(char kind, int by)
    {
        foreach (var closing in QuotationMarks.ClosersOf(kind))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(awaited, closing, out _) += by;
        }
    }
}
