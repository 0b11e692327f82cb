using System.Buffers;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>
/// Lists the characters that read as quotation marks, each with a canonical mark as its kind. Opening and closing marks differ between
/// languages (“…” in English, „…“ in German, ”…” in Swedish, »…« in Danish), so all marks are recognised in all languages.
/// </summary>
internal static class QuotationMarks
{
    /// <summary>The kind of modifier letters that look like single marks.</summary>
    public const char ModifierLetter = '\u02BB';

    private static readonly SearchValues<char> Singles = SearchValues.Create("‘’‚'`´‹›\u02BB");

    /// <summary>The first code units of all marks, and of the ASCII pairs <c>,,</c>, <c>&lt;&lt;</c> and <c>>></c>.</summary>
    public static SearchValues<char> Candidates { get; } =
        SearchValues.Create("\"'`´«»‹›‘’‚‛“”„‟′″‵‶ʺ˝ˮʹʻʼʽ״׳⹂「」『』〝〞〟《》〈〉＂＇｢｣﹁﹂﹃﹄❛❜❝❞❟❠❮❯⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡,<>\uD83D");

    /// <param name="text">The text to read.</param>
    /// <param name="at">The offset of the first UTF-16 code unit of the possible mark.</param>
    /// <param name="length">The length in code units.</param>
    /// <returns>The kind, or NUL if there is no mark.</returns>
    public static char KindAt(string text, int at, out int length)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        length = 1;
        switch (text[at])
        {
            case ',' or '<' or '>':
                length = 2;
                return IsPair(text, at) ? AsciiPair(text[at]) : '\0';
            case '\uD83D':
                length = 2;
                return next switch
                {
                    '\uDE76' => '“',
                    '\uDE77' => '”',
                    '\uDE78' => '„',
                    _ => '\0',
                };
            default:
                return Kind(text[at]);
        }
    }

    /// <summary>Returns the marks that can close a mark.</summary>
    public static string ClosersOf(char opening) =>
        opening switch
        {
            '“' => "”“\"‟〞",
            '„' or '‟' => "“”\"‟",
            '”' => "”“\"",
            '«' => "»",
            '»' => "«»",
            '"' => "\"”“",
            '‹' => "›",
            '›' => "‹›",
            '‘' or '’' => "’'‘´",
            '‚' => "‘’'",
            '\'' => "'’´",
            '`' => "'’`´",
            '´' => "´'’",
            ModifierLetter => "\u02BB",
            '「' => "」",
            '『' => "』",
            '〝' => "〞”\"",
            '《' => "》",
            '〈' => "〉",
            '⸂' or '⸄' or '⸌' or '⸜' or '⸠' or '⸉' => ((char)(opening + 1)).ToString(),
            _ => "",
        };

    /// <summary>Returns whether a mark only opens.</summary>
    public static bool OnlyOpens(char kind) =>
        kind is '„' or '「' or '『' or '〝' or '《' or '〈' or '⸂' or '⸄' or '⸉' or '⸌' or '⸜' or '⸠';

    /// <summary>Returns whether a mark only closes.</summary>
    public static bool OnlyCloses(char kind) => kind is '」' or '』' or '〞' or '》' or '〉' or '⸃' or '⸅' or '⸊' or '⸍' or '⸝' or '⸡';

    /// <summary>Returns whether a mark can be an apostrophe or is used within double marks.</summary>
    public static bool IsSingle(char kind) => Singles.Contains(kind);

    public static bool CanBeApostrophe(char kind) => kind is '‘' or '’' or '\'' or '`' or '´' or ModifierLetter;

    /// <summary>Returns the double mark that two of these single marks read like.</summary>
    public static char Doubled(char kind) =>
        kind switch
        {
            '‘' or '`' => '“',
            '’' => '”',
            '‚' => '„',
            _ => '"',
        };

    /// <summary>Returns whether a character occurs exactly twice at a place.</summary>
    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length
        && text[at + 1] == text[at]
        && (at == 0 || text[at - 1] != text[at])
        && (at + 2 == text.Length || text[at + 2] != text[at]);

    private static char AsciiPair(char c) =>
        c switch
        {
            ',' => '„',
            '<' => '«',
            _ => '»',
        };

    private static char Kind(char c) =>
        c switch
        {
            '＂' or '״' or '″' or 'ʺ' or '˝' or 'ˮ' => '"',
            '＇' or '׳' or '′' or 'ʹ' => '\'',
            '❝' or '‶' => '“',
            '❞' => '”',
            '❠' or '⹂' => '„',
            '❛' or '‛' => '‘',
            '❜' => '’',
            '❟' => '‚',
            '❮' => '‹',
            '❯' => '›',
            '‵' => '`',
            'ʻ' or 'ʼ' or 'ʽ' => ModifierLetter,
            '｢' or '﹁' => '「',
            '｣' or '﹂' => '」',
            '﹃' => '『',
            '﹄' => '』',
            '〟' => '〞',
            _ => c,
        };
}
