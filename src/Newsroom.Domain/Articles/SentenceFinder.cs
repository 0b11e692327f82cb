using System.Collections.Frozen;

namespace Newsroom.Domain.Articles;

/// <summary>
/// Finds whole sentences in a text as readers read it. Where it is unsure it takes more words rather than fewer: a claim cut in two can be
/// turned around by the words left out.
/// </summary>
public static class SentenceFinder
{
    private const string Terminals = ".!?…‽؟۔।。！？．";
    private const string TerminalsWithoutSpace = "。！？．";
    private const string Openers = "“‘„‚«‹([{¿¡";
    private const string Closers = "”’“‘»›)]}";
    private const string Straight = "\"'";

    // Partners where one mark can stand for only one thing; the languages disagree on the others.
    private const string Opening = "“„«‹([{‘‚";
    private const string Closing = "””»›)]}’’";
    private const int LongestAbbreviation = 12;

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        [
            "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St", "Gen", "Col", "Maj", "Lt", "Sgt", "Capt", "Cmdr", "Adm", "Sen", "Rep", "Gov", "Pres", "Rev", "Hon", "Msgr", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Bros",
            "No", "Nos", "vs", "cf", "etc", "approx", "al", "ca", "Fig", "figs", "p", "pp", "vol", "ed", "eds", "Ave", "Blvd", "Rd", "Mt", "Ft", "Dept", "Univ", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug",
            "Sep", "Sept", "Oct", "Nov", "Dec", "bzw", "usw", "Nr", "Hr", "Fr", "evtl", "ggf", "Mme", "Mlle", "MM", "kl", "nr", "dr", "bl", "osv", "Sra", "Srta", "Ud", "av", "art",
        ],
        StringComparer.Ordinal);

    /// <summary><paramref name="range"/> widened to the whole sentences of <paramref name="text"/> that it touches; as it is when there are no words in it.</summary>
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
        var end = start;
        for (var at = start; end < until && at < paragraphEnd;)
        {
            (var terminals, at) = NextEnd(text, start, at, paragraphEnd);
            if (at <= from)
            {
                start = NextWord(text, at, paragraphEnd);
            }

            end = Math.Max(terminals, Math.Min(at, until));
        }

        var first = start;
        while (first < from && (Openers.Contains(text[first], StringComparison.Ordinal) || Straight.Contains(text[first], StringComparison.Ordinal)))
        {
            first++;
        }

        return Balanced(text, new TextRange(first, end), start, paragraphEnd);
    }

    /// <summary>The end of the sentence that goes on at <paramref name="at"/>: behind its terminal marks, and behind the closing marks that follow them.</summary>
    private static (int Terminals, int Closers) NextEnd(string text, int start, int at, int paragraphEnd)
    {
        while (at < paragraphEnd)
        {
            var mark = at;
            while (at < paragraphEnd && Terminals.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }

            if (at == mark)
            {
                at++;
                continue;
            }

            var terminals = at;
            while (at < paragraphEnd && (Closers.Contains(text[at], StringComparison.Ordinal) || Straight.Contains(text[at], StringComparison.Ordinal)))
            {
                at++;
            }

            if (at == paragraphEnd
                || TerminalsWithoutSpace.Contains(text[terminals - 1], StringComparison.Ordinal)
                || (char.IsWhiteSpace(text[at]) && BeginsSentence(text, at, paragraphEnd) && !(terminals == mark + 1 && IsAbbreviation(text, start, mark))))
            {
                return (terminals, at);
            }
        }

        return (paragraphEnd, paragraphEnd);
    }

    private static bool BeginsSentence(string text, int at, int paragraphEnd)
    {
        at = NextWord(text, at, paragraphEnd);
        while (at < paragraphEnd && (Openers.Contains(text[at], StringComparison.Ordinal) || Straight.Contains(text[at], StringComparison.Ordinal) || text[at] is '–' or '—' or ' '))
        {
            at++;
        }

        return at < paragraphEnd && ((char.IsLetter(text, at) && !char.IsLower(text, at)) || char.IsDigit(text, at));
    }

    /// <summary>Whether the point at <paramref name="point"/> belongs to the word before it: an abbreviation, an initial, an ordinal number.</summary>
    private static bool IsAbbreviation(string text, int start, int point)
    {
        var from = point;
        while (from > start && point - from <= LongestAbbreviation && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text[from..point];
        return word.Length > 0 && word.Length <= LongestAbbreviation
            && (word.Contains('.', StringComparison.Ordinal)
                || (word.Length == 1 && char.IsUpper(word[0]))
                || (word.Length <= 2 && word.All(char.IsDigit))
                || Abbreviations.Contains(word));
    }

    /// <summary>Takes in marks at the ends whose partners are inside.</summary>
    private static TextRange Balanced(string text, TextRange range, int start, int paragraphEnd)
    {
        var (from, until) = (range.Start, range.End);
        while (from > start && IsMissing(text, from, until, text[from - 1], Opening, Closing))
        {
            from--;
        }

        while (until < paragraphEnd && IsMissing(text, from, until, text[until], Closing, Opening))
        {
            until++;
        }

        return new TextRange(from, until);
    }

    private static bool IsMissing(string text, int from, int until, char mark, string marks, string partners)
    {
        var inside = text.AsSpan(from..until);
        if (mark == '"')
        {
            return inside.Count('"') % 2 == 1;
        }

        var at = marks.IndexOf(mark, StringComparison.Ordinal);
        return at >= 0 && inside.Count(partners[at]) > inside.Count(mark);
    }

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
