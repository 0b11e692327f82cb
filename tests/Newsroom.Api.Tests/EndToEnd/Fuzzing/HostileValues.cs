using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Generates values that members do not accept, as raw JSON and as texts of addresses and headers.</summary>
internal sealed class HostileValues(Random random)
{
    private static readonly string[] Characters =
    [
        "\\u0000",
        "\\uFFFE",
        "\\uFFFF",
        "\\uFDD0",
        "\\uD83F\\uDFFE",
        "\\uDBFF\\uDFFF",
        "\\uD800",
        "\\uDC00",
        "\\uD800\\uD800",
        "\\u202E",
        "\\u2066",
        "\\u200B",
        "\\uFEFF",
        "\\u2028",
        "\\u0085",
        "\\u001F",
        "\\u007F",
        "\\u0130",
        "\\u1E9E",
        "\\u3164",
        "\\u2800",
        "\\u0301",
        "e\\u0301\\u0301\\u0301",
        "\\uFDFA",
        "\\uD834\\uDD5E",
        "\\uD83C\\uDF88",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\t\r\n",
        "&#xFFFE;",
        "&#8238;x&#8236;",
        "&#0;",
        "&#xD800;",
        "&quot;We will build the wall here,&quot; he said.",
        "{ana@newsroom}",
        "{0}",
        "%s%n",
        "' or 1=1 --",
        "\\",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "[a](b \"&#8238;\")",
        "[a]: b\n[a]",
        "![](",
        "\"",
        "“",
        "'",
        "```",
        "- - - -",
        "> > > >",
        "1. 1. 1.",
        "***",
        "| a |\n|---|",
        "null",
        "NaN",
        "infinity",
        "-infinity",
        "2026-03-01T06:00:00",
        "2026-03-01",
        "2026-03-01T06:00Z",
        "9999-12-31T23:59:59.9999999Z",
        "0001-01-01T00:00:00Z",
        "0000-00-00T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-03-01T06:00:00+99:99",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "not-an-id",
        "q99",
        "v0",
        "=cmd()",
        "ÅÄÖ",
        "名前",
        "Σίσυφος",
        "שלום",
        "ไทย",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1",
        "-0",
        "1.5",
        "1e3",
        "1e400",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999",
        "0.1e-400",
    ];

    private static readonly string[] Others =
    [
        "null",
        "true",
        "false",
        "{}",
        "[]",
        "[null]",
        "[[]]",
        "{\"a\":1}",
        "{\"a\":1,\"a\":2}",
        "[1,\"x\",null]",
        "\"\\u00\"",
        "01",
        "+1",
        ".5",
        "nul",
        "",
        "\"unterminated",
        "[1,]",
        "{,}",
        "\u0000",
        "/* x */ 1",
    ];

    private static readonly string[] Units =
    [
        "x",
        "word ",
        "語",
        "\\uD83C\\uDF88",
        "\\\"",
        "[a](",
        "![a](",
        "`",
        "*a ",
        "> ",
        "- ",
        "“a ",
        "&quot;",
        "\\n",
        "e\\u0301",
        "<b>",
        "&#8238;",
    ];

    private static readonly int[] Lengths = [2, 30, 99, 101, 255, 501, 1_001, 2_001, 2_705, 9_000];

    /// <summary>One hostile value as raw JSON; sometimes not JSON at all.</summary>
    public string Json() =>
        random.Next(12) switch
        {
            < 4 => $"\"{Pick(Characters)}\"",
            < 6 => JsonSerializer.Serialize(Pick(Texts)),
            6 => $"\"Before {Pick(Characters)} and {Pick(Characters)} after\"",
            7 => Pick(Numbers),
            8 => Pick(Others),
            9 => Nested(),
            10 => Long(),
            _ => $"[{string.Join(',', Enumerable.Repeat(random.Next(2) == 0 ? "null" : "\"x\"", Pick(Lengths)))}]",
        };

    /// <summary>One hostile text of a query or an address, escaped; sometimes escaped wrongly.</summary>
    public string Address() =>
        random.Next(6) switch
        {
            0 => Pick([
                "%00",
                "%FF",
                "%ED%A0%80",
                "%EF%BF%BE",
                "%C0%AF",
                "%",
                "%zz",
                "a%2Fb",
                "..",
                "%E2%80%AE",
                "%F4%90%80%80",
                "+",
                "%2B",
                "%0A",
            ]),
            1 => new string('x', Pick([90, 101, 321, 1_001, 3_000])),
            2 => Pick(Numbers),
            _ => Uri.EscapeDataString(Pick(Texts)),
        };

    /// <summary>One hostile value of a header.</summary>
    public string Header() =>
        Pick([
            "",
            "*",
            "\"v0\"",
            "\"v-1\"",
            "\"v1\", \"v2\"",
            "W/\"v1\"",
            "v1",
            "\"v99999999999999999999\"",
            "\"v9223372036854775807\"",
            "\"",
            "\"\"",
            "é",
            "\u00FF\u0080",
            new string('k', 300),
            new string('k', 255),
            "\"v1",
            "=",
            ",",
        ]);

    private string Nested()
    {
        var depth = Pick([3, 63, 64, 65, 200]);
        return random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private string Long()
    {
        // Distinct words fill indexes; a few texts have the maximum length of a body.
        var length = random.Next(200) == 0 ? 200_000 : Pick(Lengths);
        if (random.Next(3) > 0)
        {
            return $"\"{string.Concat(Enumerable.Repeat(Pick(Units), length))}\"";
        }

        var words = new StringBuilder("\"");
        while (words.Length < length)
        {
            words.Append(CultureInfo.InvariantCulture, $"w{random.Next():x} ");
        }

        return words.Append('"').ToString();
    }

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
