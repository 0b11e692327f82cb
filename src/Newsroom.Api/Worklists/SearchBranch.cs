using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>A condition on rows of <see cref="StorySearchTable"/>; rows match a search that match one of its branches.</summary>
/// <param name="Vector">The tsquery that the vector matches.</param>
/// <param name="Phrases">The parts that the words have.</param>
/// <param name="Excluded">The parts that the words do not have.</param>
internal sealed record SearchBranch(string Vector, ImmutableArray<string> Phrases, ImmutableArray<string> Excluded);

/// <summary>A search, with its words as the stems of each language.</summary>
/// <param name="Branches">The conditions.</param>
/// <param name="All">The tsquery that a headline matches which has all words of the search.</param>
/// <param name="Any">The tsquery that a headline matches which has one of them.</param>
internal sealed record StemmedQuery(IReadOnlyList<SearchBranch> Branches, string All, string Any)
{
    /// <summary>A lexeme of no row.</summary>
    private const string Nothing = "'#'";

    /// <summary>A condition that every row fulfils.</summary>
    public const string Everything = $"!{Nothing}";

    /// <summary>Creates the conditions of a query.</summary>
    /// <param name="alternatives">The alternatives of the query.</param>
    /// <param name="stems">The stems of its words.</param>
    /// <param name="marks">Lexemes that rows must have besides.</param>
    public static StemmedQuery Of(
        IReadOnlyList<IReadOnlyList<SearchTerm>> alternatives,
        SearchStems stems,
        IReadOnlyList<string> marks
    )
    {
        var hasPhrases = alternatives.Any(terms => terms.Any(term => term.Phrase is not null));
        IEnumerable<IReadOnlyList<IReadOnlyList<SearchTerm>>> branches = hasPhrases
            ? alternatives.Select(terms => new[] { terms })
            : [alternatives];
        var positive = alternatives.Select(terms => terms.Where(term => !term.IsExcluded).SelectMany(term => term.Words).ToList()).ToList();
        return new StemmedQuery(
            [.. branches.Select(branch => Branch(branch, stems, marks))],
            Or([.. positive.Select(words => And([.. words.Select(stems.InAnyLanguage)]))]),
            Or([.. positive.SelectMany(words => words).Select(stems.InAnyLanguage)])
        );
    }

    /// <summary>Returns the conditions of the texts that do not match another query without phrases.</summary>
    public StemmedQuery Without(StemmedQuery other) =>
        this with
        {
            Branches =
            [
                .. Branches.Select(branch =>
                    branch with
                    {
                        Vector = And([branch.Vector, .. other.Branches.Select(excluded => $"!{excluded.Vector}")]),
                    }
                ),
            ],
        };

    /// <summary>Joins conditions with "and"; nothing where there are none.</summary>
    public static string And(IReadOnlyCollection<string> conditions) => Join(conditions, " & ");

    /// <summary>Joins conditions with "or"; nothing where there are none.</summary>
    public static string Or(IReadOnlyCollection<string> conditions) => Join(conditions, " | ");

    /// <summary>Formats a lexeme.</summary>
    public static string Lexeme(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Join(IReadOnlyCollection<string> conditions, string op) =>
        conditions.Count switch
        {
            0 => Nothing,
            1 => conditions.First(),
            _ => $"({string.Join(op, conditions)})",
        };

    private static SearchBranch Branch(
        IReadOnlyList<IReadOnlyList<SearchTerm>> alternatives,
        SearchStems stems,
        IReadOnlyList<string> marks
    )
    {
        var phrases = alternatives.SelectMany(terms => terms).Where(term => term.Phrase is not null).ToLookup(term => term.IsExcluded);
        if (alternatives.Count == 0)
        {
            return new SearchBranch(And([.. marks.Select(Lexeme)]), [], []);
        }

        var byLanguage = stems
            .Languages.GroupBy(language =>
                Or([.. alternatives.Select(terms => And([.. terms.Select(term => TermOf(term, language, stems))]))])
            )
            .ToList();
        var words =
            byLanguage.Count == 1
                ? byLanguage[0].Key
                : Or([
                    .. byLanguage.Select(group => And([group.Key, Or([.. group.Select(language => Lexeme($"#l:{language}"))])])),
                ]);
        return new SearchBranch(
            And([words, .. marks.Select(Lexeme)]),
            [.. phrases[false].Select(term => term.Phrase!)],
            [.. phrases[true].Select(term => term.Phrase!)]
        );
    }

    private static string TermOf(SearchTerm term, string language, SearchStems stems)
    {
        if (term is { IsExcluded: true, Phrase: not null })
        {
            return Everything;
        }

        var words = And([.. term.Words.Select(word => stems.In(language, word))]);
        return term.IsExcluded ? $"!{words}" : words;
    }
}
