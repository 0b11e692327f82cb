using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Characters that no text may hold: NUL, which PostgreSQL refuses; lone surrogates and noncharacters, which are no text and which
/// <see cref="string.Normalize()"/> refuses; bidirectional controls, which show words in another order than they are stored in.
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

    /// <summary>Finds the first character that no text may hold.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its offset in UTF-16 code units, its code point, and the code of its refusal; null where there is none.</returns>
    public static (int At, int CodePoint, string Code)? Find(string? text) => Find(text, bidirectional: true);

    /// <summary>Finds the first character that cannot be normalised or kept: bidirectional controls can.</summary>
    /// <param name="text">The text.</param>
    /// <returns>As <see cref="Find(string?)"/>.</returns>
    public static (int At, int CodePoint, string Code)? FindUnkeepable(string text) => Find(text, bidirectional: false);

    /// <summary>Replaces every character that cannot be kept by U+FFFD; bidirectional controls stay.</summary>
    public static string Keepable(string text) => Replaced(text, bidirectional: null);

    /// <summary>Replaces every character that cannot be kept by U+FFFD, and leaves out bidirectional controls.</summary>
    public static string Showable(string text) => Replaced(text, bidirectional: "");

    /// <summary>How a code point is written: U+FFFE.</summary>
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
