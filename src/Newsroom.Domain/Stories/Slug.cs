using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Names in addresses: lower-case ASCII letters and digits in words joined by hyphens.</summary>
public static class Slug
{
    /// <summary>The longest slug.</summary>
    public const int MaxLength = 100;

    /// <summary>Whether this is a slug.</summary>
    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= MaxLength && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A slug that reads like <paramref name="words"/>; "story" when nothing of them can be written in ASCII.</summary>
    public static string From(string words)
    {
        var slug = new StringBuilder();
        foreach (var c in Spelled(words).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        var result = slug.ToString().Trim('-');
        return result.Length == 0 ? "story"
            : result.Length <= MaxLength ? result
            : result[..(result.LastIndexOf('-', MaxLength - 1) is var cut and > 0 ? cut : MaxLength)];
    }

    /// <summary>A slug for a story without one: from its headline, else from the first words of its body.</summary>
    public static string Of(StoryCommand.DraftArticle command) =>
        From(!string.IsNullOrWhiteSpace(command.Headline) ? command.Headline : string.Join(' ', command.Body.Split((char[]?)null, 9, StringSplitOptions.RemoveEmptyEntries).Take(8)));

    private static string Spelled(string words) => words
        .Replace("ß", "ss", StringComparison.Ordinal)
        .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("ø", "o", StringComparison.OrdinalIgnoreCase)
        .Replace("đ", "d", StringComparison.OrdinalIgnoreCase)
        .Replace("ł", "l", StringComparison.OrdinalIgnoreCase);
}
