using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Classifies scripts by how they use quotation marks.</summary>
internal static class Script
{
    /// <summary>Returns whether a script is written without spaces.</summary>
    public static bool IsUnspaced(Rune rune) =>
        rune.Value switch
        {
            < 0x0E00 => false,
            <= 0x0EFF => true, // Thai, Lao
            >= 0x1000 and <= 0x109F => true, // Myanmar
            >= 0x1780 and <= 0x17FF => true, // Khmer
            >= 0x1950 and <= 0x19FF => true, // Tai Le, New Tai Lue, Khmer symbols
            >= 0x1A20 and <= 0x1AAF => true, // Tai Tham
            >= 0x1B00 and <= 0x1B7F => true, // Balinese
            >= 0x1BC0 and <= 0x1BFF => true, // Batak
            >= 0x2E80 and <= 0x2FDF => true, // Radicals
            >= 0x3005 and <= 0x3007 => true,
            >= 0x3040 and <= 0x309F => true, // Hiragana
            >= 0x3100 and <= 0x312F => true, // Bopomofo
            >= 0x31A0 and <= 0x31BF => true,
            >= 0x3400 and <= 0xA4CF => true, // Ideographs, Yi
            >= 0xA500 and <= 0xA63F => true, // Vai
            >= 0xA980 and <= 0xA9FF => true, // Javanese, Myanmar
            >= 0xAA00 and <= 0xAADF => true, // Cham, Myanmar, Tai Viet
            >= 0xF900 and <= 0xFAFF => true,
            >= 0x11700 and <= 0x1174F => true, // Ahom
            >= 0x16FE0 and <= 0x1B2FF => true, // Tangut, Khitan, Kana supplements, Nushu
            >= 0x20000 and <= 0x3FFFF => true,
            _ => IsKatakana(rune),
        };

    /// <summary>Returns whether a character is Katakana, mostly used for names.</summary>
    public static bool IsKatakana(Rune rune) =>
        rune.Value is (>= 0x30A0 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F);

    public static bool IsHangul(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF);

    /// <summary>Returns whether apostrophes occur between letters of the script.</summary>
    public static bool HasApostrophes(Rune rune) => !IsUnspaced(rune) && !IsHangul(rune);

    public static bool IsHebrew(Rune rune) => rune.Value is (>= 0x05D0 and <= 0x05F2) or (>= 0xFB1D and <= 0xFB4F);
}
