using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Parses a search: required words, <c>"phrases"</c>, <c>-excluded</c> words and <c>or</c>. Words are split as <see cref="SearchWords"/>
/// splits texts.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>The maximum number of words.</summary>
    public const int MaxWords = 64;

    /// <summary>The maximum number of alternatives, separated by <c>or</c>.</summary>
    public const int MaxAlternatives = 8;

    private readonly List<(string Operator, string Term, string Anywhere)> terms = [];
    private readonly List<List<SearchTerm>> alternatives = [];
    private bool excludes;

    private SearchQuery() { }

    /// <summary>Gets whether the query has no word and therefore no result.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>Gets the alternatives; a text has to match all terms of one of them.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> Alternatives => alternatives;

    /// <summary>
    /// Gets the alternatives, in which the last word typed stands for all words that begin with it; null without such a word.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>>? Completed { get; private set; }

    /// <summary>Gets whether the query has more words or alternatives than a search takes.</summary>
    public bool IsTooLong =>
        alternatives.Count > MaxAlternatives || alternatives.Sum(terms => terms.Sum(term => term.Words.Length)) > MaxWords;

    /// <summary>Parses a query; null for an empty one.</summary>
    public static SearchQuery? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var query = new SearchQuery();
        query.Read(typed);
        query.Completed = query.Complete(char.IsWhiteSpace(typed[^1]));
        return query;
    }

    /// <summary>Formats the query for <c>to_tsquery('simple', …)</c>; empty if it has no word.</summary>
    public string ToTsQuery() => Join(phrases: true);

    /// <summary>Formats a superset of the query: phrases as unordered words. PostgreSQL can estimate its selectivity.</summary>
    public string ToWiderTsQuery() => Join(phrases: excludes);

    private string Join(bool phrases)
    {
        var query = new StringBuilder();
        foreach (var (op, term, anywhere) in terms)
        {
            query.Append(query.Length == 0 ? "" : op);
            query.Append(phrases ? term : anywhere);
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
                var op = or ? " | " : " & ";
                var required = excluded ? $"!({term})" : $"({term})";
                terms.Add((op, required, $"({anywhere})"));
                excludes |= excluded;
                AddTerm(SearchTerm.Of(runs, quoted, excluded), or);
                or = false;
            }
        }
    }

    private void AddTerm(SearchTerm term, bool or)
    {
        if (or || alternatives.Count == 0)
        {
            alternatives.Add([]);
        }

        alternatives[^1].Add(term);
    }

    private List<IReadOnlyList<SearchTerm>>? Complete(bool isFinished) =>
        !isFinished && alternatives.Count > 0 && alternatives.TrueForAll(terms => terms.TrueForAll(term => term.Phrase is null))
        && alternatives[^1][^1].Completed is { } last
            ? [.. alternatives[..^1], [.. alternatives[^1][..^1], last]]
            : null;

    /// <summary>Splits at white space and quotation marks; a leading hyphen means "not".</summary>
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

    /// <summary>The pairs of a run need not be adjacent: PostgreSQL keeps no positions far into a long text.</summary>
    private static string Word(SearchRun run) =>
        run switch
        {
            { IsDense: false } => Lexeme(run.Text),
            { Characters.Count: 1 } => Lexeme(run.Text) + ":*",
            _ => string.Join(" & ", Pairs(run)),
        };

    /// <summary>Consecutive runs. The index has the last character of a dense run between it and the next run.</summary>
    private static string Phrase(List<SearchRun> runs)
    {
        var phrase = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            if (i > 0)
            {
                phrase.Append(runs[i - 1] is { IsDense: true, Characters.Count: > 1 } ? " <2> " : " <-> ");
            }

            phrase.Append(runs[i] is { IsDense: true, Characters.Count: > 1 } dense ? string.Join(" <-> ", Pairs(dense)) : Word(runs[i]));
        }

        return phrase.ToString();
    }

    private static IEnumerable<string> Pairs(SearchRun run) =>
        Enumerable.Range(0, run.Characters.Count - 1).Select(i => Lexeme(run.Pair(i)));

    // Word characters need no escaping.
    private static string Lexeme(string word) => $"'{word}'";
}
