using System.Text;

namespace Newsroom.Formats;

/// <summary>Prepares texts for HTML and XML.</summary>
public static class PlainText
{
    /// <summary>
    /// Replaces what neither HTML nor XML may contain: control characters other than tabs and line ends, noncharacters, lone surrogates.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsAllowed(rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    /// <summary>Replaces each run of white space by one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Escapes a text for content and quoted attributes of HTML.</summary>
    public static string Escape(string text) =>
        Clean(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is enumerated as the replacement character.
            if (rune.Value == 0xFFFD || !IsAllowed(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(int character) =>
        character switch
        {
            '\t' or '\n' or '\r' => true,
            < 0x20 or (>= 0x7F and < 0xA0) or (>= 0xFDD0 and <= 0xFDEF) => false,
            _ => (character & 0xFFFE) != 0xFFFE,
        };
}
