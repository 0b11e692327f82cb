using System.Globalization;
using System.Text;
using AnyAscii;
using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Stories;

/// <summary>Creates and validates slugs: lower-case ASCII letters and digits in words joined by hyphens.</summary>
public static class Slug
{
    /// <summary>The maximum length.</summary>
    public const int MaxLength = LimitTable.SlugCharacters;

    /// <summary>The maximum length of a suffix that tells slugs apart, without its hyphen.</summary>
    public const int SuffixLength = 8;

    /// <summary>Returns whether a text is a slug.</summary>
    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= MaxLength
        && slug[0] != '-'
        && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Shortens a slug, where necessary, so that a hyphen and <see cref="SuffixLength"/> characters fit behind it.</summary>
    public static string Stem(string slug) =>
        slug.Length < MaxLength - SuffixLength ? slug : slug[..(MaxLength - SuffixLength - 1)].TrimEnd('-');

    /// <summary>Creates a slug from words, transliterated letter by letter; "story" where they have no letter or digit.</summary>
    public static string From(string words)
    {
        var slug = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsRead(rune))
            {
                // Each ideograph becomes a separate word; joined, their readings would be indistinguishable.
                var isWord = IsIdeograph(rune);
                Append(slug, rune.ToString().Transliterate(), isWord);
                if (isWord)
                {
                    Part(slug);
                }
            }
            else if (!BelongsToWord(rune))
            {
                Part(slug);
            }
        }

        var result = slug.ToString().Trim('-');
        if (result.Length == 0)
        {
            return "story";
        }

        if (result.Length <= MaxLength)
        {
            return result;
        }

        var cut = result.LastIndexOf('-', MaxLength - 1);
        return result[..(cut > 0 ? cut : MaxLength)];
    }

    /// <summary>
    /// Creates the slug of a new story: from its headline, else from the first words of its body; "story" for a confidential one.
    /// </summary>
    public static string Of(StoryCommand.DraftArticle command) =>
        command switch
        {
            { Confidential: true } => From(""),
            _ when !string.IsNullOrWhiteSpace(command.Headline) => From(command.Headline),
            _ => From(string.Join(' ', command.Body.Split((char[]?)null, 9, StringSplitOptions.RemoveEmptyEntries).Take(8))),
        };

    private static void Append(StringBuilder slug, string letters, bool parted)
    {
        if (parted)
        {
            Part(slug);
        }

        foreach (var c in letters)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not '\'')
            {
                Part(slug);
            }
        }
    }

    private static void Part(StringBuilder slug)
    {
        if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    private static bool IsRead(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
        || rune.Value is 'ー' or '々';

    /// <summary>
    /// Returns whether a character inside a word is not a letter: apostrophe, modifier letter, joiner, invisible character.
    /// </summary>
    private static bool BelongsToWord(Rune rune) =>
        rune.Value is '\'' or '’' or 0xAD
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ModifierLetter or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
