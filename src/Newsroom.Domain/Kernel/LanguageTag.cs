using System.Text.RegularExpressions;

namespace Newsroom.Domain.Kernel;

/// <summary>The form of language tags (BCP 47, RFC 5646).</summary>
public static partial class LanguageTag
{
    /// <summary>Returns whether a text has the form of a tag. Subtags are not looked up.</summary>
    public static bool IsWellFormed(string tag) => Form().IsMatch(tag);

    /// <summary>Returns whether a tag is in a range: <c>nb-NO</c> is in <c>nb</c> (RFC 4647, 3.3.1).</summary>
    public static bool IsInRange(string tag, string range) =>
        tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-');

    /// <summary>
    /// Returns a tag in the customary case, in which one language has one spelling: <c>nb-NO</c>, <c>zh-Hans-CN</c> (RFC 5646, 2.1.1).
    /// </summary>
    public static string Canonical(string tag)
    {
        var isExtension = false;
        return string.Join('-', tag.Split('-').Select(Cased));

        string Cased(string subtag, int place)
        {
            // Subtags behind a singleton are lower-case.
            var isPlain = place == 0 || isExtension;
            isExtension |= subtag.Length == 1;
            return subtag.Length switch
            {
                2 when !isPlain => subtag.ToUpperInvariant(),
                4 when !isPlain => string.Concat(subtag[..1].ToUpperInvariant(), subtag[1..].ToLowerInvariant()),
                _ => subtag.ToLowerInvariant(),
            };
        }
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Form();
}
