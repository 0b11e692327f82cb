using System.Collections.Immutable;
using CsCheck;

namespace Newsroom.Domain.Tests;

/// <summary>Generates texts and edits.</summary>
internal static class RandomTexts
{
    private static readonly string[] Pieces =
    [
        "rain",
        "rain",
        "the",
        "bridge",
        "3",
        "1,000",
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\t",
        "\u00A0",
        "\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        "\r",
        ".",
        ",",
        "“",
        "”",
        "\"",
        "'",
        "*",
        "**",
        "_",
        "`",
        "# ",
        "> ",
        "- ",
        "[a](b)",
        "\\",
        "&amp;",
        "e",
        "e\u0301",
        "\u0301",
        "é",
        "\u0327",
        "😀",
        "😁",
        "👩\u200D🚒",
        "❤\uFE0F",
        "🇳🇴",
        "\u200B",
        "\u00AD",
        "\u2028",
        "می\u200Cخواهم",
        "\U0001D15E\U0001D165",
        "나",
        "\u1102\u1161",
    ];

    public static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    /// <summary>A text and another that shares much of it.</summary>
    public static readonly Gen<(string Before, string After)> TextAndRevision = Gen.OneOf(
        Gen.Select(Text, Text),
        Gen.Select(Text, Text, Text, (a, b, c) => (a + b + c, a + c)),
        Gen.Select(Text, Text, Text, (a, b, c) => (a + c, a + b + c)),
        Gen.Select(Text, Text, Text, Text, (a, b, c, d) => (a + b + c, a + d + c)),
        Gen.Select(Text, Text, Text, (a, b, c) => (a + b + c, c + b + a))
    );

    /// <summary>A text of digits and ordered, disjoint edits of it.</summary>
    public static readonly Gen<(string Text, ImmutableArray<TextEdit> Edits)> TextAndEdits = Gen.Select(
            Gen.Char['0', '9'].Array[0, 30],
            Gen.Int[0, 30].Array[0, 8],
            Gen.String[Gen.Char['a', 'z'], 0, 3].Array[4]
        )
        .Select(
            (digits, cuts, inserts) =>
            {
                var text = new string(digits);
                var at = cuts.Select(c => Math.Min(c, text.Length)).Order().ToArray();
                var edits = Enumerable
                    .Range(0, at.Length / 2)
                    .Select(i => new TextEdit(at[2 * i], text[at[2 * i]..at[(2 * i) + 1]], inserts[i]))
                    .Where(e => e.Remove.Length + e.Insert.Length > 0);
                return (text, Apart(edits));
            }
        );

    /// <summary>Joins edits at one place, since a list of edits never has two.</summary>
    private static ImmutableArray<TextEdit> Apart(IEnumerable<TextEdit> edits)
    {
        var apart = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var edit in edits)
        {
            if (apart.Count == 0 || edit.At > apart[^1].End)
            {
                apart.Add(edit);
            }
        }

        return apart.ToImmutable();
    }
}
