using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Finds characters that no text may contain: NUL (rejected by PostgreSQL), lone surrogates and noncharacters (rejected by <see
/// cref="string.Normalize()"/>), and bidirectional controls (which reorder displayed text).
/// </summary>
public static class ForbiddenCharacters
{
    private const string Bidirectional = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> Suspect = SearchValues.Create([
        '\0',
        '\uFFFE',
        '\uFFFF',
        .. Bidirectional,
        .. Between('\uFDD0', '\uFDEF'),
        .. Between('\uD800', '\uDFFF'),
    ]);

    private static readonly SearchValues<char> Controls = SearchValues.Create(Bidirectional);

    /// <summary>Finds the first forbidden character.</summary>
    /// <returns>The offset in UTF-16 code units, the code point and the refusal code; null if there is none.</returns>
    public static (int At, int CodePoint, string Code)? Find(string? text) => Find(text, bidirectional: true);

    /// <summary>Finds the first character that cannot be normalised or stored; accepts bidirectional controls.</summary>
    /// <returns>See <see cref="Find(string?)"/>.</returns>
    public static (int At, int CodePoint, string Code)? FindUnkeepable(string text) => Find(text, bidirectional: false);

    /// <summary>Replaces characters that cannot be stored with U+FFFD; keeps bidirectional controls.</summary>
    public static string Keepable(string text) => Replaced(text, bidirectional: null);

    /// <summary>Replaces characters that cannot be stored with U+FFFD; removes bidirectional controls.</summary>
    public static string Showable(string text) => Replaced(text, bidirectional: "");

    /// <summary>Formats a code point, such as U+FFFE.</summary>
    public static string Written(int codePoint) => $"U+{codePoint.ToString("X4", CultureInfo.InvariantCulture)}";

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static string? CodeOf(Rune rune) =>
        rune.Value switch
        {
            0 => "nul-character",
            < 0x10000 when Controls.Contains((char)rune.Value) => "bidi-control",
            >= 0xFDD0 and <= 0xFDEF => "noncharacter",
            _ when (rune.Value & 0xFFFE) == 0xFFFE => "noncharacter",
            _ => null,
        };

    private static (int At, int CodePoint, string Code)? Find(string? text, bool bidirectional)
    {
        var at = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(Suspect) is var found and >= 0; rest = text.AsSpan(at))
        {
            at += found;
            var status = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var code = status == OperationStatus.Done ? CodeOf(rune) : "lone-surrogate";
            if (code is not null && (bidirectional || code != "bidi-control"))
            {
                return (at, status == OperationStatus.Done ? rune.Value : text![at], code);
            }

            at += length;
        }

        return null;
    }

    private static string Replaced(string text, string? bidirectional)
    {
        if (Find(text) is null)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = CodeOf(rune) switch
            {
                null => result.Append(rune),
                "bidi-control" => bidirectional is null ? result.Append(rune) : result.Append(bidirectional),
                _ => result.Append(Rune.ReplacementChar),
            };
        }

        return result.ToString();
    }
}
