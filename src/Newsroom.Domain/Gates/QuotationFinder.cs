using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>
/// Finds quotations by their marks: paired curly, angled or straight double marks, outermost pair only. A quotation that re-opens at each
/// paragraph and closes in the last is one. Up to three words, or all in title case, is a term and not a quotation.
/// </summary>
public static class QuotationFinder
{
    /// <summary>From how many words on quoted words are a quotation, unless a policy says otherwise.</summary>
    public const int FewestWords = 4;

    /// <summary>The quotations of a text, marks included, in order.</summary>
    public static IEnumerable<Quotation> Find(string text, string language)
    {
        var unclosed = new HashSet<int>();
        var at = 0;
        while (at < text.Length)
        {
            if (ClosingMark(text, at) is not { } closing || unclosed.Contains(at))
            {
                at++;
                continue;
            }

            if (EndOf(text, at, closing, out var given) is not { } end)
            {
                unclosed.UnionWith(Unclosed(text, at, given, closing));
                at++;
                continue;
            }

            var range = new TextRange(at, end);
            var tokens = text[(at + 1)..(end - 1)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit)).ToList();
            yield return new Quotation(range, tokens.Count, tokens.TrueForAll(InTitleCase), true);

            at = end;
        }
    }

    private static char? ClosingMark(string text, int at) => text[at] switch
    {
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '»' when !FollowsWord(text, at) => '«',
        '"' when !FollowsWord(text, at) => '"',
        _ => null,
    };

    private static bool FollowsWord(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]);

    /// <summary>Just behind the closing mark of the quotation that opens at <paramref name="start"/>; null when it is not closed up to where it would have to be.</summary>
    private static int? EndOf(string text, int start, char closing, out int given)
    {
        given = text.Length;
        var opening = text[start];
        var depth = 1;
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == closing)
            {
                depth--;
                if (depth == 0)
                {
                    return i + 1;
                }
            }
            else if (text[i] == opening && opening != closing)
            {
                depth++;
            }
            else if (EndsParagraph(text, i, out var next))
            {
                // A paragraph that ends inside a quotation goes on with it only if the next one re-opens.
                if (next >= text.Length || text[next] != opening)
                {
                    given = i;
                    return null;
                }

                depth = 1;
                i = next;
            }
        }

        return null;
    }

    /// <summary>Of the marks that open where an unclosed quotation goes on, those that nothing closes: looked for once, not again from each of them.</summary>
    private static Stack<int> Unclosed(string text, int start, int end, char closing)
    {
        var open = new Stack<int>();
        for (var i = start; i < end; i++)
        {
            if (text[i] == text[start])
            {
                open.Push(i);
            }
            else if (text[i] == closing)
            {
                open.TryPop(out _);
            }
        }

        return open;
    }

    private static bool EndsParagraph(string text, int at, out int next)
    {
        next = at;
        if (text[at] is not ('\n' or '\r'))
        {
            return false;
        }

        var lineEnds = 0;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            lineEnds += text[next] == '\n' || (text[next] == '\r' && (next + 1 == text.Length || text[next + 1] != '\n')) ? 1 : 0;
            next++;
        }

        return lineEnds >= 2 || next == text.Length;
    }

    private static bool InTitleCase(string word) => char.IsUpper(word.First(char.IsLetterOrDigit)) || char.IsDigit(word.First(char.IsLetterOrDigit));
}
