using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Gates;

/// <summary>
/// The marks quotations stand in. Languages disagree on which of them open and which close (“…” in English, „…“ in German, ”…” in Swedish, »…« in
/// Danish), and people mix them with straight ones; which it is shows in what stands on either side, so every mark is known in every language.
/// </summary>
internal static class QuotationMarks
{
    private static readonly SearchValues<char> Doubles = SearchValues.Create("“”„‟«»\"「『〝");
    private static readonly SearchValues<char> Brackets = SearchValues.Create("([{（【-–—―/“„‟«‹‘‚「『¿¡>");
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("([{“„‟«‹‘‚'’\"`「『….-–—$£€¥#@¿¡+§&%°½");

    // Apostrophes that stand for the beginning of a word.
    private static readonly string[] Elisions = ["em", "n", "tis", "twas", "til", "till", "cause", "bout", "round", "s", "t", "er", "im", "ere", "neath", "gainst"];

    /// <summary>Every mark.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create("“”„‟«»\"「」『』〝〞‹›‘’‚‛'`");

    /// <summary>The marks that may close what a mark opens.</summary>
    public static string ClosersOf(char opening) => opening switch
    {
        '“' => "”“\"‟〞",
        '„' or '‟' => "“”\"‟",
        '”' => "”\"",
        '«' => "»",
        '»' => "«»",
        '"' => "\"”“",
        '`' => "\"”",
        '‹' => "›",
        '›' => "‹›",
        '‘' or '‛' or '’' => "’'",
        '‚' => "‘’'",
        '\'' => "'’",
        '「' => "」",
        '『' => "』",
        '〝' => "〞〟",
        _ => "",
    };

    /// <summary>Whether a mark left open is a slip; a single one may be an apostrophe.</summary>
    public static bool IsDouble(char opening) => Doubles.Contains(opening) || opening == '`';

    /// <summary>Whether a mark that stands here may open: nothing it would belong to stands before it.</summary>
    public static bool IsFreeBefore(string text, int at) => at == 0 || char.IsWhiteSpace(text[at - 1]) || Brackets.Contains(text[at - 1]);

    /// <summary>Whether words begin behind a mark that ends at <paramref name="end"/>.</summary>
    public static bool BeginsWords(string text, int end) =>
        end < text.Length && (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end]) || Beginnings.Contains(text[end]));

    /// <summary>Whether a single mark stands for letters left out: inside a word, before a decade, at the beginning of a shortened word.</summary>
    public static bool IsApostrophe(string text, int at)
    {
        var rest = text.AsSpan(at + 1);
        if (at > 0 && rest.Length > 0 && char.IsLetterOrDigit(rest[0]) && char.IsLetterOrDigit(text[at - 1]))
        {
            return true;
        }

        var word = rest[..(rest.IndexOfAnyExcept(Letters) is var end and >= 0 ? end : rest.Length)];
        return IsFreeBefore(text, at)
            && ((word.Length >= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word[2] == 's')) || IsElision(word));
    }

    /// <summary>How many words a reader counts; in scripts without spaces two characters are taken for one.</summary>
    public static int CountWords(string text)
    {
        var (words, spaceless) = (0, 0);
        foreach (var token in Tokens(text))
        {
            var runes = token.EnumerateRunes().Count(IsSpaceless);
            spaceless += runes;
            words += runes == 0 && token.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? 1 : 0;
        }

        return words + ((spaceless + 1) / 2);
    }

    /// <summary>Whether every word begins as words of titles do, and at least one with a letter.</summary>
    public static bool IsInTitleCase(string text)
    {
        var initials = Tokens(text)
            .Select(token => token.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit)).Where(r => r != default).ToList();
        return initials.Exists(Rune.IsUpper) && initials.TrueForAll(r => Rune.IsUpper(r) || Rune.IsDigit(r));
    }

    /// <summary>A dash ends a word as white space does; a hyphen does not.</summary>
    private static IEnumerable<string> Tokens(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(t => t.Split(['—', '–'], StringSplitOptions.RemoveEmptyEntries));

    private static SearchValues<char> Letters { get; } = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool IsElision(ReadOnlySpan<char> word)
    {
        foreach (var elision in Elisions)
        {
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpaceless(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
