using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// What of a text counts when two wordings are compared: everything a reader would call its words. Quote marks and dashes are unified, runs of
/// white space become one space, soft hyphens and zero-width spaces are dropped; case, punctuation, digits, ellipses and brackets count.
/// </summary>
public static class Normaliser
{
    /// <summary>The version of these rules; stored with every judgement made by them.</summary>
    public const int Version = 1;

    private static readonly SearchValues<char> Dropped = SearchValues.Create('\u00AD', '\u200B', '\uFEFF');

    /// <summary>
    /// Whether this machine knows Unicode's composed forms. Without its data (ICU on Linux and macOS, or globalization switched off) the same
    /// words would get different fingerprints here than elsewhere.
    /// </summary>
    public static bool CanCompose { get; } = "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";

    /// <summary>The normal form of <paramref name="text"/>. Normalising it again changes nothing.</summary>
    public static string Normalise(string text)
    {
        // Letters, digits and marks of ASCII are their own normal form; most words are of nothing else.
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return text;
        }

        var kept = text.AsSpan().ContainsAny(Dropped) ? string.Concat(text.Where(c => !Dropped.Contains(c))) : text;
        var result = new StringBuilder(kept.Length);
        var space = false;
        foreach (var c in Composed(kept))
        {
            if (char.IsWhiteSpace(c))
            {
                space = result.Length > 0;
                continue;
            }

            if (space)
            {
                result.Append(' ');
                space = false;
            }

            result.Append(Unified(c));
        }

        return result.ToString();
    }

    /// <summary>Whether the character is dropped before anything else.</summary>
    internal static bool IsDropped(Rune rune) => rune.IsBmp && Dropped.Contains((char)rune.Value);

    // .NET normalises no text with U+FFFE or half a surrogate pair; such texts are refused, but what is read must never fail.
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return ForbiddenCharacters.Keepable(text).Normalize(NormalizationForm.FormC);
        }
    }

    private static char Unified(char c) =>
        c switch
        {
            '“' or '”' or '„' or '‟' or '«' or '»' or '〝' or '〞' or '〟' or '＂' => '"',
            '‘' or '’' or '‚' or '‛' or '‹' or '›' or '＇' => '\'',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
            _ => c,
        };
}
