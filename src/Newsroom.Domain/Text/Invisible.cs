using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

internal static class Invisible
{
    // Letters and marks with the property Default_Ignorable_Code_Point, besides format characters.
    private static readonly SearchValues<char> Ignorable = SearchValues.Create(
        "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u3164\uFFA0"
            + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"
    );

    /// <summary>Returns whether a character has no width: format, variation selector, control, unassigned ignorable.</summary>
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

    /// <summary>Returns whether a character is displayed as a space: white space or the blank Braille pattern.</summary>
    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0x2800;
}
