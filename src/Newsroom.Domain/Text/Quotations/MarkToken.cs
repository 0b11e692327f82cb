using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>A possible quotation mark, with what a reader sees beside it.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Length">Its code units.</param>
/// <param name="Kind">The usual mark that reads like it.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
/// <param name="Before">What is visible before it.</param>
/// <param name="After">What is visible behind it.</param>
internal readonly record struct MarkToken(int At, byte Length, char Kind, int Paragraph, Rune Before, Rune After)
{
    /// <summary>Stands for the edge of a paragraph.</summary>
    public static readonly Rune Edge = new('\n');

    /// <summary>Where the mark ends.</summary>
    public int End => At + Length;

    /// <summary>Whether letters stand on both sides without being parted.</summary>
    public bool IsInWord => Rune.IsLetterOrDigit(Before) && Rune.IsLetterOrDigit(After);

    /// <summary>Whether white space or nothing stands before it.</summary>
    public bool IsSpaceBefore => Invisible.IsSpace(Before);

    /// <summary>Whether white space or nothing stands behind it.</summary>
    public bool IsSpaceAfter => Invisible.IsSpace(After);

    /// <summary>Whether it stands beside a script in which words are not parted.</summary>
    public bool IsUnspaced => Script.IsUnspaced(Before) || Script.IsUnspaced(After);
}
