using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>A possible quotation mark with its visible neighbours.</summary>
/// <param name="At">The offset of its first UTF-16 code unit.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
/// <param name="Kind">The canonical mark that reads like it.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
/// <param name="Before">The visible character before it.</param>
/// <param name="After">The visible character after it.</param>
internal readonly record struct MarkToken(int At, byte Length, char Kind, int Paragraph, Rune Before, Rune After)
{
    /// <summary>The edge of a paragraph.</summary>
    public static readonly Rune Edge = new('\n');

    public int End => At + Length;

    /// <summary>Whether it is between two letters of a spaced script.</summary>
    public bool IsInWord => Rune.IsLetterOrDigit(Before) && Rune.IsLetterOrDigit(After);

    public bool IsSpaceBefore => Invisible.IsSpace(Before);

    public bool IsSpaceAfter => Invisible.IsSpace(After);

    /// <summary>Whether it adjoins a script written without spaces.</summary>
    public bool IsUnspaced => Script.IsUnspaced(Before) || Script.IsUnspaced(After);
}
