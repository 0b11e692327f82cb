using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>Characters without a shape of their own: a reader does not see whether they stand in a text.</summary>
internal static class Invisible
{
    // Letters and marks that Unicode's property Default_Ignorable_Code_Point has besides format characters.
    private static readonly SearchValues<char> Ignorable = SearchValues.Create(
        "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u3164\uFFA0"
            + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"
    );

    /// <summary>Whether a character takes no space: format characters, variation selectors, controls, unassigned ignorables.</summary>
    public static bool Is(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value < 0x20 && !Rune.IsWhiteSpace(rune);
        }

        if (rune.IsBmp && Ignorable.Contains((char)rune.Value))
        {
            return true;
        }

        return rune.Value is >= 0xE0000 and <= 0xE0FFF
            || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && !Rune.IsWhiteSpace(rune));
    }

    /// <summary>Whether a character shows as a space: white space and the empty Braille pattern.</summary>
    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0x2800;
}
