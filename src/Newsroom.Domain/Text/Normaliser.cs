using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Normalises text for comparison. Unifies quotation marks and dashes, collapses white space, removes soft hyphens and zero-width spaces.
/// Case, punctuation, digits, ellipses and brackets are significant.
/// </summary>
public static class Normaliser
{
    /// <summary>The version of these rules, stored with every check and approval.</summary>
    public const int Version = 1;

    private static readonly SearchValues<char> Dropped = SearchValues.Create('\u00AD', '\u200B', '\uFEFF');

    /// <summary>
    /// Gets whether Unicode normalization is available. Without its data (ICU on Linux and macOS, or with invariant globalization)
    /// fingerprints would differ between machines.
    /// </summary>
    public static bool CanCompose { get; } = "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";

    /// <summary>Returns the normal form of <paramref name="text"/>. Idempotent.</summary>
    public static string Normalise(string text)
    {
        // ASCII letters and digits are their own normal form; most words contain nothing else.
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

    internal static bool IsDropped(Rune rune) => rune.IsBmp && Dropped.Contains((char)rune.Value);

    // .NET rejects U+FFFE and lone surrogates. New texts with them are refused, but reading stored ones must not fail.
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
