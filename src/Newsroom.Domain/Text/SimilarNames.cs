namespace Newsroom.Domain.Text;

/// <summary>Finds names that are similar to the words of a search, for a search that found nothing.</summary>
public static class SimilarNames
{
    private const int FewestLetters = 4;
    private const int MaxReplacements = 5;
    private const double LeastSimilarity = 0.5;

    /// <summary>Returns whether a search has words that names may replace.</summary>
    public static bool MayReplace(SearchQuery query) => Replaceable(query).Any();

    /// <summary>
    /// Returns the search with a word replaced by a similar word of a name, once for each of the most similar ones; null where there are
    /// none. A search with alternatives is not replaced.
    /// </summary>
    /// <param name="query">The search.</param>
    /// <param name="names">The names.</param>
    public static SimilarSearch? Of(SearchQuery query, IEnumerable<string> names)
    {
        var typed = Replaceable(query).ToList();
        var similar = (
            from name in names.Distinct().Order(StringComparer.Ordinal)
            where typed.Count > 0
            from part in SearchText.Runs(name).Where(run => !run.IsDense).Select(run => AccentFolding.Fold(run.Text))
            where part.Length >= FewestLetters
            let trigrams = Trigrams(part)
            from word in typed
            where word.Text != part
            let similarity = Similarity(word.Trigrams, trigrams)
            where similarity >= LeastSimilarity
            select (word.Index, word.Text, Part: part, Name: name, Similarity: similarity)
        )
            .GroupBy(found => (found.Index, found.Text, found.Part, found.Similarity))
            .OrderByDescending(found => found.Key.Similarity)
            .ThenBy(found => found.Key.Part, StringComparer.Ordinal)
            .Take(MaxReplacements)
            .ToList();
        return similar.Count == 0
            ? null
            : new SimilarSearch(
                [.. similar.Select(found => Replaced(query.Alternatives[0], found.Key.Index, found.Key.Text, found.Key.Part))],
                [.. similar.Select(found => found.First().Name).Distinct()]
            );
    }

    private static IEnumerable<(int Index, string Text, HashSet<string> Trigrams)> Replaceable(SearchQuery query) =>
        from term in query.Alternatives is [var terms] ? terms.Index() : []
        where term.Item is { IsExcluded: false, Phrase: null }
        from word in term.Item.Words.Where(IsLong)
        select (term.Index, word.Text, Trigrams(word.Text));

    /// <summary>Returns the share of trigrams that two words have in common, from 0 to 1.</summary>
    public static double Similarity(string one, string other) => Similarity(Trigrams(one), Trigrams(other));

    private static double Similarity(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }

    private static bool IsLong(SearchTermWord word) => word is { IsBeginning: false, IsPair: false } && word.Text.Length >= FewestLetters;

    private static HashSet<string> Trigrams(string word)
    {
        var padded = $"  {word} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(at => padded.Substring(at, 3))];
    }

    private static IReadOnlyList<SearchTerm> Replaced(IReadOnlyList<SearchTerm> terms, int index, string word, string by) =>
        [
            .. terms.Select(
                (term, i) =>
                    i == index ? term with { Words = [.. term.Words.Select(w => w.Text == word ? w with { Text = by } : w)] } : term
            ),
        ];
}

/// <summary>A search for similar names.</summary>
/// <param name="Alternatives">The alternatives.</param>
/// <param name="Names">The names, most similar first.</param>
public sealed record SimilarSearch(IReadOnlyList<IReadOnlyList<SearchTerm>> Alternatives, IReadOnlyList<string> Names);
