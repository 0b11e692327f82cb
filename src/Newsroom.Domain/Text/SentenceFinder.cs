using System.Buffers;
using System.Collections.Frozen;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Finds whole sentences in visible text. In doubt it returns more words, not fewer: a truncated claim can mean the opposite.
/// </summary>
public static class SentenceFinder
{
    private const int MaxAbbreviationLength = 12;
    private const int MaxDottedPartLength = 3;

    private static readonly SearchValues<char> Terminals = SearchValues.Create(".!?…‽؟۔।。！？．");
    private static readonly SearchValues<char> Spaceless = SearchValues.Create("。！？．");
    private static readonly SearchValues<char> Openers = SearchValues.Create("“‘„‚«‹»›”([{「『（【《〈\"'");
    private static readonly SearchValues<char> LeadIns = SearchValues.Create("¿¡–—’");
    private static readonly SearchValues<char> Closers = SearchValues.Create("”’“‘«‹»›)]}」』）】》〉\"'");
    private static readonly SearchValues<char> CloseOrOpen = SearchValues.Create("“‘«‹");

    private static readonly string[] Pairs =
    [
        "“”",
        "„”",
        "‘’",
        "‚’",
        "«»",
        "‹›",
        "()",
        "[]",
        "{}",
        "「」",
        "『』",
        "（）",
        "【】",
        "《》",
        "〈〉",
    ];

    // Languages disagree on which of these opens and which closes; an unpaired one has no partner.
    private static readonly string[] Quotes = ["“”„", "‘’‚", "«»", "‹›", "\"", "'"];

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        [
            "vs",
            "cf",
            "etc",
            "approx",
            "est",
            "al",
            "ca",
            "figs",
            "pp",
            "vol",
            "ed",
            "eds",
            "bzw",
            "usw",
            "evtl",
            "ggf",
            "vgl",
            "nr",
            "kl",
            "dr",
            "bl",
            "osv",
            "av",
            "art",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Ordinary words in lower case.
    private static readonly FrozenSet<string> CapitalisedAbbreviations = FrozenSet.ToFrozenSet(
        [
            "Mr",
            "Mrs",
            "Ms",
            "Mx",
            "Prof",
            "St",
            "Ste",
            "Gen",
            "Col",
            "Maj",
            "Lt",
            "Sgt",
            "Cpl",
            "Capt",
            "Cmdr",
            "Adm",
            "Det",
            "Supt",
            "Sen",
            "Rep",
            "Gov",
            "Pres",
            "Sec",
            "Rev",
            "Hon",
            "Msgr",
            "Jr",
            "Sr",
            "Messrs",
            "Inc",
            "Ltd",
            "Co",
            "Corp",
            "Bros",
            "No",
            "Nos",
            "Fig",
            "Ave",
            "Blvd",
            "Rd",
            "Mt",
            "Ft",
            "Dept",
            "Univ",
            "Jan",
            "Feb",
            "Mar",
            "Apr",
            "Jun",
            "Jul",
            "Aug",
            "Sep",
            "Sept",
            "Oct",
            "Nov",
            "Dec",
            "Hr",
            "Fr",
            "Mme",
            "Mlle",
            "MM",
            "Sra",
            "Srta",
            "Ud",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Extends a range to whole sentences; unchanged if it contains no words.</summary>
    public static TextRange Widen(string text, TextRange range)
    {
        var (from, until) = (range.Start, range.End);
        while (from < until && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (until > from && char.IsWhiteSpace(text[until - 1]))
        {
            until--;
        }

        if (from == until)
        {
            return range;
        }

        var start = ParagraphStart(text, from);
        var paragraphEnd = ParagraphEnd(text, until);
        var (end, closed) = (start, start);
        while (end < until && closed < paragraphEnd)
        {
            (var terminals, closed) = NextEnd(text, closed, paragraphEnd);
            if (closed <= from)
            {
                start = NextWord(text, closed, paragraphEnd);
            }

            end = Math.Max(terminals, Math.Min(closed, until));
        }

        var first = start;
        while (first < from && (Openers.Contains(text[first]) || char.IsWhiteSpace(text[first])))
        {
            first++;
        }

        return Balanced(text, new TextRange(start, closed), new TextRange(first, end));
    }

    /// <summary>Returns whether a full stop is not part of an abbreviation, an initial or an ordinal.</summary>
    internal static bool IsEnd(string text, int at) => !IsAbbreviated(text, at, at + 1);

    /// <summary>Returns all sentences in order, without the white space between them. Linear time.</summary>
    internal static IEnumerable<TextRange> All(string text)
    {
        for (var at = NextWord(text, 0, text.Length); at < text.Length; at = NextWord(text, at, text.Length))
        {
            var paragraphEnd = ParagraphEnd(text, at);
            while (at < paragraphEnd)
            {
                var (_, end) = NextEnd(text, at, paragraphEnd);
                yield return new TextRange(at, end);
                at = NextWord(text, end, paragraphEnd);
            }
        }
    }

    /// <summary>Returns the end of a sentence: after its terminal marks, and after the closing marks that follow.</summary>
    private static (int Terminals, int Closed) NextEnd(string text, int at, int paragraphEnd)
    {
        while (at < paragraphEnd)
        {
            var mark = at;
            while (at < paragraphEnd && Terminals.Contains(text[at]))
            {
                at++;
            }

            if (at == mark)
            {
                at++;
                continue;
            }

            var terminals = at;
            at = BehindClosers(text, at, paragraphEnd);
            if (
                at == paragraphEnd
                || (
                    char.IsWhiteSpace(text[at])
                        ? Spaceless.Contains(text[terminals - 1])
                            || (BeginsSentence(text, at, paragraphEnd) && !IsAbbreviated(text, mark, terminals))
                        : EndsWithoutSpace(text, terminals, at)
                )
            )
            {
                return (terminals, at);
            }
        }

        return (paragraphEnd, paragraphEnd);
    }

    private static int BehindClosers(string text, int at, int paragraphEnd)
    {
        var spaceless = Spaceless.Contains(text[at - 1]);
        while (at < paragraphEnd)
        {
            if (Closers.Contains(text[at]) && !(spaceless && CloseOrOpen.Contains(text[at])))
            {
                at++;
            }
            else if (
                at + 1 < paragraphEnd
                && char.IsWhiteSpace(text[at])
                && text[at + 1] is '»' or '›'
                && (at + 2 == paragraphEnd || char.IsWhiteSpace(text[at + 2]))
            )
            {
                // French puts a space before the closing mark.
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>
    /// Returns whether a sentence ends where the next begins without white space. An attribution often follows a quotation closed there.
    /// </summary>
    private static bool EndsWithoutSpace(string text, int terminals, int closed) =>
        Spaceless.Contains(text[terminals - 1]) && closed == terminals && !(text[terminals - 1] == '．' && char.IsDigit(text[terminals]));

    private static bool BeginsSentence(string text, int at, int paragraphEnd)
    {
        while (at < paragraphEnd && (Openers.Contains(text[at]) || LeadIns.Contains(text[at]) || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at < paragraphEnd && ((char.IsLetter(text, at) && !char.IsLower(text, at)) || char.IsDigit(text, at));
    }

    /// <summary>Returns whether a full stop belongs to the preceding word: abbreviation, initial, ordinal.</summary>
    private static bool IsAbbreviated(string text, int mark, int terminals)
    {
        if (terminals > mark + 1 || text[mark] != '.')
        {
            return false;
        }

        var from = mark;
        while (from > 0 && mark - from <= MaxAbbreviationLength && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var parts = text[from..mark].Split('.');
        var word = parts[^1];
        return word.Length switch
        {
            0 => false,
            1 when char.IsUpper(word[0]) || char.IsLower(word[0]) => true,
            <= 2 when word.All(char.IsDigit) => true,
            _ => (parts.Length > 1 && parts.All(p => p.Length <= MaxDottedPartLength))
                || Abbreviations.Contains(word)
                || (char.IsUpper(word[0]) && CapitalisedAbbreviations.Contains(word)),
        };
    }

    /// <summary>
    /// Includes marks of the <paramref name="sentences"/> adjacent to the <paramref name="range"/> whose partners are inside.
    /// </summary>
    private static TextRange Balanced(string text, TextRange sentences, TextRange range)
    {
        var (from, until) = (range.Start, range.End);
        var inside = new Dictionary<char, int>();
        for (var i = from; i < until; i++)
        {
            if ((Openers.Contains(text[i]) || Closers.Contains(text[i])) && !IsApostrophe(text, i))
            {
                inside[text[i]] = inside.GetValueOrDefault(text[i]) + 1;
            }
        }

        while (true)
        {
            var before = from - 1 > sentences.Start && char.IsWhiteSpace(text[from - 1]) ? from - 2 : from - 1;
            var behind = until + 1 < sentences.End && char.IsWhiteSpace(text[until]) ? until + 1 : until;
            if (before >= sentences.Start && IsMissing(text[before], inside, opens: true))
            {
                from = before;
                inside[text[from]] = inside.GetValueOrDefault(text[from]) + 1;
            }
            else if (behind < sentences.End && IsMissing(text[behind], inside, opens: false))
            {
                until = behind + 1;
                inside[text[behind]] = inside.GetValueOrDefault(text[behind]) + 1;
            }
            else
            {
                return new TextRange(from, until);
            }
        }
    }

    private static bool IsMissing(char mark, Dictionary<char, int> inside, bool opens)
    {
        var (own, partner) = opens ? (0, 1) : (1, 0);
        return Pairs.Any(pair => pair[own] == mark && inside.GetValueOrDefault(pair[partner]) > inside.GetValueOrDefault(mark))
            || Quotes.Any(quotes =>
                quotes.Contains(mark, StringComparison.Ordinal) && quotes.Sum(q => inside.GetValueOrDefault(q)) % 2 == 1
            );
    }

    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’'
        && at > 0
        && at + 1 < text.Length
        && char.IsLetterOrDigit(text[at - 1])
        && char.IsLetterOrDigit(text[at + 1]);

    private static int NextWord(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int ParagraphStart(string text, int at)
    {
        var lineEnds = 0;
        var start = at;
        for (; at > 0; at--)
        {
            if (!char.IsWhiteSpace(text[at - 1]))
            {
                (lineEnds, start) = (0, at - 1);
            }
            else if (text[at - 1] == '\n' && ++lineEnds == LineEnds.OfBlankLine)
            {
                break;
            }
        }

        return start;
    }

    private static int ParagraphEnd(string text, int at)
    {
        var lineEnds = 0;
        var end = at;
        for (; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                (lineEnds, end) = (0, at + 1);
            }
            else if (text[at] == '\n' && ++lineEnds == LineEnds.OfBlankLine)
            {
                break;
            }
        }

        return end;
    }
}
