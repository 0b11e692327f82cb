using System.Text.RegularExpressions;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Reference implementation of UAX #29: each rule is a pattern over the text before and after a place.</summary>
internal static partial class ReferenceWordBreaks
{
    // One letter per property: C CR, L LF, N Newline, X Extend, J ZWJ, F Format, R Regional_Indicator, K Katakana, H Hebrew_Letter, A
    // ALetter, S Single_Quote, D Double_Quote, B MidNumLet, M MidLetter, U MidNum, 0 Numeric, E ExtendNumLet, W WSegSpace, P
    // Extended_Pictographic, O Other.
    private static readonly (string Character, char Property)[] All =
    [
        ("\r", 'C'),
        ("\n", 'L'),
        ("\u2028", 'N'),
        ("\u0308", 'X'),
        ("\uFE0F", 'X'),
        ("\u093E", 'X'),
        ("\u200D", 'J'),
        ("\u00AD", 'F'),
        ("🇳", 'R'),
        ("カ", 'K'),
        ("א", 'H'),
        ("a", 'A'),
        ("ж", 'A'),
        ("𐐀", 'A'),
        ("가", 'A'),
        ("'", 'S'),
        ("\"", 'D'),
        (".", 'B'),
        ("’", 'B'),
        (":", 'M'),
        ("·", 'M'),
        (",", 'U'),
        (";", 'U'),
        ("1", '0'),
        ("٣", '0'),
        ("_", 'E'),
        (" ", 'W'),
        ("\u3000", 'W'),
        ("👩", 'P'),
        ("❤", 'P'),
        ("橋", 'O'),
        ("は", 'O'),
        ("ก", 'O'),
        ("ក", 'O'),
        ("-", 'O'),
        ("\t", 'O'),
        ("\u00A0", 'O'),
        ("\uD83D", 'O'),
    ];

    public static IReadOnlyList<string> Characters { get; } = [.. All.Select(c => c.Character)];

    /// <summary>Returns the boundaries of a text of these characters, given by their indexes in the list.</summary>
    public static List<int> Of(IReadOnlyList<int> characters)
    {
        var properties = string.Concat(characters.Select(c => All[c].Property));
        var (boundaries, offset) = (new List<int>(), 0);
        for (var i = 0; i <= characters.Count; i++)
        {
            if (characters.Count > 0 && IsBoundary(properties[..i], properties[i..]))
            {
                boundaries.Add(offset);
            }

            offset += i < characters.Count ? All[characters[i]].Character.Length : 0;
        }

        return boundaries;
    }

    private static bool IsBoundary(string before, string behind)
    {
        if (before.Length == 0 || behind.Length == 0)
        {
            return true; // WB1, WB2
        }

        var pair = $"{before[^1]}{behind[0]}";
        if (pair == "CL" || Unconditional().IsMatch(pair))
        {
            return pair != "CL"; // WB3, WB3a, WB3b
        }

        if (pair is "JP" or "WW" || "XFJ".Contains(behind[0], StringComparison.Ordinal))
        {
            return false; // WB3c, WB3d, WB4
        }

        // WB4: characters that attach to another are skipped.
        (before, behind) = (Attached().Replace(before, "$1"), Attached().Replace(behind, "$1"));
        return !Joined().IsMatch($"{before}|{behind}");
    }

    [GeneratedRegex("^[CLN]|[CLN]$")]
    private static partial Regex Unconditional();

    [GeneratedRegex("([^CLN])[XFJ]+")]
    private static partial Regex Attached();

    [GeneratedRegex(
        """
            [AH]\|[AH]                          # WB5
            | [AH]\|[MBS][AH] | [AH][MBS]\|[AH] # WB6, WB7
            | H\|S                              # WB7a
            | H\|DH | HD\|H                     # WB7b, WB7c
            | 0\|0 | [AH]\|0 | 0\|[AH]          # WB8, WB9, WB10
            | 0[UBS]\|0 | 0\|[UBS]0             # WB11, WB12
            | K\|K                              # WB13
            | [AH0KE]\|E | E\|[AH0K]            # WB13a, WB13b
            | (?<=(^|[^R])(RR)*)R\|R            # WB15, WB16
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joined();
}
