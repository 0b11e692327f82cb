using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Every mark of Unicode and of CLDR's languages, next to every space and format character.</summary>
public sealed class QuotationMarkSpecs
{
    private const string Words = "we will build the wall";

    // CLDR's delimiters (quotation start and end, alternate start and end) and languages that have them.
    private static readonly (string Marks, string Languages)[] Delimiters =
    [
        ("“”‘’", "en es da cy ga hi bn ta te th lo km my vi id ms tr ko zh mn sq sw zu so af az fil ml kn gu pa si ne mr or und"),
        ("«»«»", "fr hy ht oc yav"),
        ("«»“”", "it ca el eu es-US pt-PT br mg kab ti lij"),
        ("”“’‘", "ar syr ur-IN lld"),
        ("„“‚‘", "de cs et hr is lb sk sl hsb dsb mk ksh"),
        ("«»‹›", "fa am fr-CH gsw rm"),
        ("«»„“", "ru uk be ky os"),
        ("„”‚’", "agq ff"),
        ("””’’", "fi sv he yi se rn sn lag"),
        ("「」『』", "ja zh-Hant yue"),
        ("„”’’", "sr sr-Latn"),
        ("«»‘’", "nb nn no el-polyton rw"),
        ("‘’‘’", "nl"),
        ("‘’“”", "fur ia tn"),
        ("„”«»", "pl ro nmg"),
        ("„“„“", "bg lt sgs prg"),
        ("«»„”", "shi zgh"),
        ("»«›‹", "kk-Arab ug"),
        ("„”‘’", "bs"),
        ("„”»«", "hu szl"),
        ("“”’‘", "uz"),
        ("“”“”", "tk"),
        ("“”«»", "eo"),
        ("„“«»", "ka"),
        ("«»”“", "fr-CA"),
    ];

    public static TheoryData<string> Openers { get; } =
    [
        "“”",
        "‘’",
        "„“",
        "«»",
        "‹›",
        "»«",
        "\"\"",
        "''",
        "＂＂",
        "＇＇",
        "「」",
        "『』",
        "｢｣",
        "﹁﹂",
        "﹃﹄",
        "〝〞",
        "〝〟",
        "⹂”",
        "‟”",
        "‛’",
        "‚‘",
        "””",
        "’’",
        "⸂⸃",
        "⸄⸅",
        "⸉⸊",
        "⸌⸍",
        "⸜⸝",
        "⸠⸡",
        "❝❞",
        "❛❜",
        "″″",
        "««»»",
        "`'",
        "´´",
        "《》",
        "״״",
        "🙶🙷",
    ];

    [Fact]
    public void The_list_of_marks_is_Unicodes()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (
                code is < 0xD800 or > 0xDFFF
                && CharUnicodeInfo.GetUnicodeCategory(code)
                    is UnicodeCategory.InitialQuotePunctuation
                        or UnicodeCategory.FinalQuotePunctuation
            )
            {
                MarkAccounts.UnicodeMarks.ShouldContain(new Rune(code).ToString());
            }
        }
    }

    [Fact]
    public void Every_mark_beside_anything_has_a_use()
    {
        string[] sides =
        [
            "",
            " ",
            "a",
            "A",
            "s",
            "7",
            ".",
            ",",
            "(",
            ")",
            "—",
            "\n",
            "\n\n",
            "\u200b",
            "\u00a0",
            "中",
            "ก",
            "ש",
            "하",
            "\"",
            "'",
            "“",
            "”",
            "’",
            "«",
            "。",
        ];
        foreach (var mark in MarkAccounts.UnicodeMarks)
        {
            foreach (var before in sides)
            {
                foreach (var after in sides)
                {
                    MarkAccounts.Check($"One two{before}{mark}{after}three four", "en");
                    MarkAccounts.Check($"{before}{mark}{after}", "fr");
                    MarkAccounts.Check($"{mark}{Words}{before}{mark}{after}", "de");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Openers))]
    public void A_sentence_in_any_pair_of_marks_is_one_quotation(string pair)
    {
        var middle = pair.Length / 2;
        var quotation = $"{pair[..middle]}{Words}{pair[middle..]}";
        Blocking($"He said {quotation} and left.", "en").ShouldBe([quotation]);
        Blocking(quotation, "en").ShouldBe([quotation]);
    }

    [Fact]
    public void Each_language_quotes_with_its_own_marks()
    {
        foreach (var (marks, languages) in Delimiters)
        {
            foreach (var language in languages.Split(' '))
            {
                var nested = $"{marks[0]}Ab cd {marks[2]}ef gh{marks[3]} ij kl{marks[1]}";
                var ending = $"{marks[0]}Ab cd ef {marks[2]}gh ij{marks[3]}{marks[1]}";
                foreach (var quotation in new[] { $"{marks[0]}Ab cd ef gh{marks[1]}", $"{marks[2]}Ab cd ef gh{marks[3]}", nested, ending })
                {
                    if (quotation.Length > 13 && marks[0] == marks[2])
                    {
                        MarkAccounts.Check($"Mn op {quotation} qr.", language);
                        continue;
                    }

                    Blocking($"Mn op {quotation} qr st.", language).ShouldBe([quotation], language);
                    Blocking($"Mn op: {quotation}, qr st.", language).ShouldBe([quotation], language);
                    Blocking($"{quotation}. Qr st.", language).ShouldBe([quotation], language);
                }
            }
        }
    }

    [Theory]
    [InlineData('“', '”')]
    [InlineData('"', '"')]
    [InlineData('«', '»')]
    [InlineData('「', '」')]
    [InlineData('＂', '＂')]
    [InlineData('„', '“')]
    public void Spaces_and_characters_that_are_not_seen_hide_no_quotation(char open, char close)
    {
        foreach (var unseen in Unseen())
        {
            var inside = $"{open}{unseen}{Words}{unseen}{close}";
            Blocking($"He said {inside} and left.", "en").ShouldBe([inside], Name(unseen));
            var outside = $"{open}{Words}{close}";
            Blocking($"He said{unseen}{outside}{unseen}and left.", "en").ShouldBe([outside], Name(unseen));
            MarkAccounts.Check($"He said ‘{unseen}{Words}{unseen}’ and left.", "en");
            MarkAccounts.Check($"He said{unseen}'{unseen}{Words}{unseen}'{unseen}and left.", "en");
        }
    }

    [Theory]
    [InlineData("don't", MarkUse.Apostrophe)]
    [InlineData("the U.S.'s", MarkUse.Apostrophe)]
    [InlineData("'twas", MarkUse.Elision)]
    [InlineData("the workers' pay", MarkUse.WordEnd)]
    [InlineData("the ’90s", MarkUse.Decade)]
    [InlineData("6' 2", MarkUse.Unit)]
    [InlineData("a 12\" pipe", MarkUse.Unit)]
    [InlineData("צה\"ל", MarkUse.Abbreviation)]
    [InlineData("ʻohana", MarkUse.Letter)]
    [InlineData("cat >> file", MarkUse.Operator)]
    [InlineData("a ` b", MarkUse.Accent)]
    [InlineData("one‚ two", MarkUse.Comma)]
    [InlineData("x = ''", MarkUse.Empty)]
    public void A_mark_that_quotes_nothing_names_its_rule(string text, MarkUse use)
    {
        QuotationFinder.Marks(text, "en").Select(m => m.Use).ShouldBe([use]);
        QuotationFinder.Find(text, "en").ShouldBeEmpty();
    }

    [Fact]
    public void East_Asian_title_marks_enclose_titles_in_Chinese_and_quotations_in_North_Korean()
    {
        QuotationFinder.Marks("她读了《新港日报》。", "zh").Select(m => m.Use).ShouldBe([MarkUse.Title, MarkUse.Title]);
        Blocking("《우리는 벽을 세울 것이다》", "ko-KP").ShouldBe(["《우리는 벽을 세울 것이다》"]);
    }

    private static IEnumerable<string> Blocking(string text, string language) =>
        QuotationFinder.Find(text, language).Where(q => !q.IsTerm(QuotationFinder.MinWords)).Select(q => q.Range.Of(text));

    /// <summary>Every space except line ends, and every format character.</summary>
    private static IEnumerable<string> Unseen()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF or '\n' or '\r')
            {
                continue;
            }

            var rune = new Rune(code);
            if (
                Rune.IsWhiteSpace(rune)
                || CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.Format
                || code is >= 0xFE00 and <= 0xFE0F or 0x034F or 0x3164 or 0x2800
            )
            {
                yield return rune.ToString();
            }
        }
    }

    private static string Name(string unseen) => $"U+{char.ConvertToUtf32(unseen, 0):X4}";
}
