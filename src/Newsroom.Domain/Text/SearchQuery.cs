using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// A search as people type it: words that must all occur, <c>"phrases"</c>, <c>-excluded</c> words, and <c>or</c>. Cut into words as
/// <see cref="SearchWords"/> cuts texts.
/// </summary>
public sealed class SearchQuery
{
    private readonly List<(string Operator, string Term, string Anywhere)> terms = [];
    private bool excludes;

    private SearchQuery() { }

    /// <summary>Whether it names no word: such a search finds nothing.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>Reads what was typed; null where nothing was.</summary>
    public static SearchQuery? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var query = new SearchQuery();
        query.Read(typed);
        return query;
    }

    /// <summary>The query for PostgreSQL's <c>to_tsquery('simple', …)</c>; empty where it names no word.</summary>
    public string ToTsQuery() => Join(phrases: true);

    /// <summary>
    /// A query that finds at least as much and reads phrases as words in any order: PostgreSQL knows how rare words are, not phrases.
    /// </summary>
    public string ToWiderTsQuery() => Join(phrases: excludes);

    private string Join(bool phrases)
    {
        var query = new StringBuilder();
        foreach (var (op, term, anywhere) in terms)
        {
            query.Append(query.Length == 0 ? "" : op).Append(phrases ? term : anywhere);
        }

        return query.ToString();
    }

    private void Read(string typed)
    {
        var or = false;
        foreach (var (text, quoted, excluded) in Pieces(typed))
        {
            if (!quoted && !excluded && text.Equals("or", StringComparison.OrdinalIgnoreCase) && terms.Count > 0)
            {
                or = true;
                continue;
            }

            var runs = SearchText.Runs(text);
            if (runs.Count > 0)
            {
                var anywhere = string.Join(" & ", runs.Select(Word));
                var term = quoted ? Phrase(runs) : anywhere;
                terms.Add((or ? " | " : " & ", excluded ? $"!({term})" : $"({term})", $"({anywhere})"));
                excludes |= excluded;
                or = false;
            }
        }
    }

    /// <summary>What white space and quotation marks part, with a hyphen before it read as "not".</summary>
    private static IEnumerable<(string Text, bool Quoted, bool Excluded)> Pieces(string typed)
    {
        var at = 0;
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var excluded = typed[at] == '-';
            at += excluded ? 1 : 0;
            var quoted = at < typed.Length && typed[at] == '"';
            var start = quoted ? at + 1 : at;
            var end = start;
            while (end < typed.Length && (quoted ? typed[end] != '"' : typed[end] != '"' && !char.IsWhiteSpace(typed[end])))
            {
                end++;
            }

            yield return (typed[start..end], quoted, excluded);
            at = quoted ? end + 1 : end;
        }
    }

    /// <summary>A run anywhere: its pairs need not be adjacent, because PostgreSQL keeps no positions far into a long text.</summary>
    private static string Word(SearchRun run) =>
        !run.IsDense ? Lexeme(run.Text)
        : run.Characters.Count == 1 ? Lexeme(run.Text) + ":*"
        : string.Join(" & ", Pairs(run));

    /// <summary>Runs that follow one another. The last character of a dense run stands between it and the next one in the index.</summary>
    private static string Phrase(List<SearchRun> runs)
    {
        var phrase = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            var behindPairs = i > 0 && runs[i - 1] is { IsDense: true, Characters.Count: > 1 };
            phrase.Append(
                i == 0 ? ""
                : behindPairs ? " <2> "
                : " <-> "
            );
            phrase.Append(runs[i] is { IsDense: true, Characters.Count: > 1 } dense ? string.Join(" <-> ", Pairs(dense)) : Word(runs[i]));
        }

        return phrase.ToString();
    }

    private static IEnumerable<string> Pairs(SearchRun run) =>
        Enumerable.Range(0, run.Characters.Count - 1).Select(i => Lexeme(run.Pair(i)));

    // Word characters need no escaping.
    private static string Lexeme(string word) => $"'{word}'";
}
