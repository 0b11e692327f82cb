using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Bounds how many combining marks follow one character. Unicode's composed form sorts the marks of a character, which takes time with the
/// square of their number; the stream-safe text format of UAX #15 sets 30.
/// </summary>
public static class CombiningMarks
{
    /// <summary>The most combining marks in a row. No language writes more than a few.</summary>
    public const int MostInARow = 128;

    private const int FirstMark = 0x0300;

    /// <summary>Returns the refusal of a text with more marks in a row, or null.</summary>
    /// <param name="name">The text, as people call it.</param>
    /// <param name="text">The text.</param>
    public static Refusal? Refuse(string name, ReadOnlySpan<char> text)
    {
        var (at, marks) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Is(rune))
            {
                marks++;
            }
            else if (!Normaliser.IsDropped(rune))
            {
                marks = 0;
            }

            if (marks > MostInARow)
            {
                return Refusal.Rule(
                    "combining-marks",
                    $"The {name} has more than {MostInARow} combining marks in a row, up to offset {at}; a character can have "
                        + $"{MostInARow} at most."
                );
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>Whether a character is a combining mark: Unicode's general category M.</summary>
    public static bool Is(Rune rune) =>
        rune.Value >= FirstMark
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
