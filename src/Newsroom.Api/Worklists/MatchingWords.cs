using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>Tells which words of a text match a search, by their stems.</summary>
internal sealed class MatchingWords
{
    private readonly HashSet<string> words;
    private readonly List<string> beginnings;
    private readonly HashSet<char> initials = [];
    private readonly Dictionary<string, HashSet<string>> lexemes;

    /// <summary>Collects the words of alternatives that are not excluded.</summary>
    public MatchingWords(IReadOnlyList<IReadOnlyList<SearchTerm>> alternatives, SearchStems stems)
    {
        var positive = alternatives.SelectMany(terms => terms).Where(term => !term.IsExcluded).SelectMany(term => term.Words).ToList();
        words = [.. positive.Where(word => !word.IsBeginning).Select(word => word.Text)];
        beginnings = [.. positive.Where(word => word.IsBeginning).Select(word => word.Text)];
        lexemes = SearchLanguage.All.ToDictionary(
            language => language,
            language => words.SelectMany(word => stems.Of(language, word)).ToHashSet()
        );
        var all = words.Concat(beginnings).Concat(lexemes.Values.SelectMany(stemmed => stemmed));
        initials.UnionWith(all.Where(word => word.Length > 0).Select(word => word[0]));
    }

    /// <summary>Returns whether a word that begins with a character may match.</summary>
    public bool MayBegin(char initial) => initials.Contains(initial);

    /// <summary>Returns whether a word has to be stemmed, to know whether it matches.</summary>
    public bool NeedsStem(FoldedWord word) => !word.IsPair && !MatchesAsWritten(word) && word.Text.Length > 0 && MayBegin(word.Text[0]);

    /// <summary>Returns whether a word of a text matches.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">The configuration of the text's language.</param>
    /// <param name="stems">The stems of the text's words.</param>
    public bool Matches(FoldedWord word, string language, SearchStems stems) =>
        MatchesAsWritten(word) || (!word.IsPair && stems.Of(language, word.Text).Any(lexemes[language].Contains));

    private bool MatchesAsWritten(FoldedWord word) =>
        words.Contains(word.Text) || beginnings.Exists(beginning => word.Text.StartsWith(beginning, StringComparison.Ordinal));
}
