using System.Text;

namespace Newsroom.Domain.Tests.Requests.Costs;

/// <summary>Generates texts that are expensive to process: unclosed, repetitive, nearly matching, in many scripts.</summary>
public static class TextShapes
{
    private static readonly Dictionary<string, Func<int, string>> All = new()
    {
        ["one letter"] = Of("a"),
        ["one word"] = Of("word "),
        ["distinct words"] = Numbered(i => $"w{i} "),
        ["distinct words, a line each"] = Numbered(i => $"w{i}\n"),
        ["distinct words, a paragraph each"] = Numbered(i => $"w{i}\n\n"),
        ["two words in turn"] = Of("to be "),
        ["one line again and again"] = Of("The same line.\n"),
        ["one line"] = Of("A sentence of some words, and no line ends. "),
        ["sentences"] = Numbered(i => $"It cost {i} million. "),
        ["paragraphs"] = Numbered(i => $"It cost {i} million, and nobody paid.\n\n"),
        ["spaces"] = Of(" "),
        ["line ends"] = Of("\n"),
        ["CRLF"] = Of("a\r\n"),
        ["tabs"] = Of("\ta"),
        ["full stops"] = Of("."),
        ["full stops apart"] = Of(". "),
        ["abbreviations"] = Of("e.g. Dr. A. B. "),
        ["digits"] = Of("1,000.5 "),
        ["straight marks"] = Of("\""),
        ["straight marks apart"] = Of("\" "),
        ["marks opening"] = Of("“a "),
        ["marks closing"] = Of("a” "),
        ["marks nested"] = Halves("“", "”"),
        ["marks of two kinds"] = Of("„a «b "),
        ["apostrophes"] = Of("'a "),
        ["possessives"] = Of("the dogs’ "),
        ["singles in doubles"] = Of("“a ‘b "),
        ["quotations"] = Of("“We will build the wall here,” he said. "),
        ["quotations, a paragraph each"] = Of("“We will build the wall here,” he said.\n\n"),
        ["quotations re-opened"] = Of("“We will build the wall here.\n\n"),
        ["units"] = Of("5' 6\" "),
        ["dashes"] = Of("- "),
        ["parentheses opening"] = Of("("),
        ["parentheses nested"] = Halves("(", ")"),
        ["brackets opening"] = Of("["),
        ["link openings"] = Of("[a]("),
        ["image openings"] = Of("![a]("),
        ["links"] = Of("[a](b) "),
        ["link references"] = Of("[a][b] "),
        ["link definitions"] = Numbered(i => $"[a{i}]: b\n"),
        ["autolinks"] = Of("<http://a.b> "),
        ["less-than signs"] = Of("<"),
        ["less-than signs and letters"] = Of("a<b "),
        ["ampersands"] = Of("&"),
        ["entities"] = Of("&amp;"),
        ["escapes"] = Of("\\*"),
        ["backslashes"] = Of("\\"),
        ["backticks"] = Of("`"),
        ["backtick runs"] = Growing('`'),
        ["asterisks"] = Of("*"),
        ["asterisk runs"] = Growing('*'),
        ["emphasis open"] = Of("*a "),
        ["emphasis of two kinds"] = Of("*a_"),
        ["emphasis"] = Of("*a* "),
        ["emphasis, a paragraph each"] = Of("*a* **b** _c_\n\n"),
        ["headings"] = Of("# a\n"),
        ["setext headings"] = Of("a\n=\n"),
        ["lists"] = Of("- a\n"),
        ["lists nested"] = Numbered(i => new string(' ', 2 * (i % 50)) + "- a\n"),
        ["list marks"] = Of("- "),
        ["quote marks"] = Of("> "),
        ["fences"] = Of("```\n"),
        ["tables"] = Of("| a | b |\n|---|---|\n"),
        ["hard breaks"] = Of("a  \n"),
        ["Chinese"] = Of("市长说我们将在冬天之前建好这堵墙。"),
        ["Chinese, one run"] = Of("市"),
        ["Chinese marks"] = Of("「我们」"),
        ["Japanese"] = Of("市長は『壁を作る』と言った。"),
        ["Thai"] = Of("เราจะสร้างกำแพงก่อนฤดูหนาว"),
        ["Arabic"] = Of("قال العمدة «سنبني الجدار». "),
        ["Hebrew"] = Of("ש\"אנחנו נבנה את החומה\" "),
        ["Devanagari"] = Of("हम दीवार बनाएंगे। "),
        ["Korean"] = Of("시장은 “우리는 벽을 짓겠다”고 말했다. "),
        ["German"] = Of("„Wir bauen die Mauer“, sagte er. "),
        ["Swedish"] = Of("”Vi bygger muren”, sa han. "),
        ["Greek"] = Of("«Θα χτίσουμε τον τοίχο», είπε. "),
        ["emoji"] = Of("👩\u200D🚒"),
        ["flags"] = Of("🇳🇴"),
        ["combining marks"] = Of("e\u0301\u0316"),
        ["zero-width spaces"] = Of("a\u200B"),
        ["joiners"] = Of("می\u200Cخواهم "),
        ["everything"] = Of("*[`_<&!(\\“a\" 'b 市 \n"),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Generates a text of a shape.</summary>
    /// <param name="bytes">The maximum size in UTF-8 bytes.</param>
    public static string Make(string name, int bytes) => All[name](bytes);

    private static Func<int, string> Of(string piece) =>
        bytes => string.Concat(Enumerable.Repeat(piece, bytes / Encoding.UTF8.GetByteCount(piece)));

    private static Func<int, string> Halves(string one, string other) => bytes => Of(one)(bytes / 2) + Of(other)(bytes / 2);

    private static Func<int, string> Growing(char mark) => Numbered(i => new string(mark, i + 1) + " ");

    private static Func<int, string> Numbered(Func<int, string> piece) =>
        bytes =>
        {
            var text = new StringBuilder(bytes);
            for (var i = 0; piece(i) is var next && text.Length + next.Length <= bytes; i++)
            {
                text.Append(next);
            }

            return text.ToString();
        };
}
