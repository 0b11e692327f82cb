using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Limits the combining marks after one character. Normalization sorts them in quadratic time; the stream-safe format of UAX #15 allows 30.
/// </summary>
public static class CombiningMarks
{
    /// <summary>The maximum number of consecutive combining marks. No language uses more than a few.</summary>
    public const int MaxConsecutive = 128;

    private const int FirstMark = 0x0300;

    /// <summary>Refuses a text with more consecutive marks; null if it is valid.</summary>
    /// <param name="name">The name of the text for the message.</param>
    /// <param name="text">The text to validate.</param>
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

            if (marks > MaxConsecutive)
            {
                return Refusal.Rule(
                    "combining-marks",
                    $"The {name} has more than {MaxConsecutive} combining marks in a row, up to offset {at}; a character can have "
                        + $"{MaxConsecutive} at most."
                );
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>Returns whether a character is a combining mark (general category M).</summary>
    public static bool Is(Rune rune) =>
        rune.Value >= FirstMark
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
