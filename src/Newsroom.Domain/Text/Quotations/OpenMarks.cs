using System.Runtime.InteropServices;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>A mark that opened a quotation.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Kind">The usual mark that reads like it.</param>
/// <param name="Token">Its index among the marks.</param>
/// <param name="IsDoubled">Whether it is two single marks.</param>
/// <param name="Reopened">The index of the last mark that opened it again, or -1.</param>
internal readonly record struct OpenMark(int At, char Kind, int Token, bool IsDoubled, int Reopened);

/// <summary>The quotations that are open, outermost first, and the marks that would close one.</summary>
internal sealed class OpenMarks
{
    private readonly List<OpenMark> open = [];
    private readonly Dictionary<char, int> awaited = [];

    /// <summary>How many are open.</summary>
    public int Count => open.Count;

    /// <summary>The one opened last.</summary>
    public OpenMark Last => open[^1];

    /// <summary>One of them.</summary>
    public OpenMark this[Index index] => open[index];

    /// <summary>Whether a mark of this kind closes one of them.</summary>
    public bool IsAwaited(char closing) => awaited.GetValueOrDefault(closing) > 0;

    /// <summary>The index of the last that fits; -1 for none.</summary>
    public int FindLastIndex(Predicate<OpenMark> fits) => open.FindLastIndex(fits);

    /// <summary>Notes that a mark opened the last one again.</summary>
    public void Reopen(int token) => open[^1] = open[^1] with { Reopened = token };

    /// <summary>Opens one.</summary>
    public void Push(OpenMark opened)
    {
        open.Add(opened);
        Await(opened.Kind, 1);
    }

    /// <summary>Takes out the last one.</summary>
    public OpenMark Pop() => Remove(open.Count - 1);

    /// <summary>Takes out one.</summary>
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
