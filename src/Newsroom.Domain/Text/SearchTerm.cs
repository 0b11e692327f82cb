using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>A part of a search: words that a text has, anywhere or in a row, or must not have.</summary>
/// <param name="Words">The words that the index has for it; a text without one of them does not match.</param>
/// <param name="Phrase">The part of <see cref="SearchWords.Of(Article)"/> that a text has to have; null for one without quotes.</param>
/// <param name="IsExcluded">Whether a text must not match.</param>
public sealed record SearchTerm(ImmutableArray<SearchTermWord> Words, string? Phrase, bool IsExcluded)
{
    private const int FewestLetters = 3;
    private const int MostLetters = 100;

    /// <summary>Gets the term whose last word is the beginning of a word; null where it is finished or too short.</summary>
    internal SearchTerm? Completed =>
        !IsExcluded
        && Phrase is null
        && Words[^1] is { IsBeginning: false, IsPair: false, Text.Length: >= FewestLetters and <= MostLetters }
            ? this with
            {
                Words = Words.SetItem(Words.Length - 1, Words[^1] with { IsBeginning = true }),
            }
            : null;

    /// <summary>Creates the term of the runs that were typed. A single character without spaces around it begins pairs.</summary>
    internal static SearchTerm Of(IReadOnlyList<SearchRun> runs, bool isQuoted, bool isExcluded)
    {
        var words = runs.SelectMany(run =>
            run switch
            {
                { IsDense: false } => [new SearchTermWord(AccentFolding.Fold(run.Text), IsBeginning: false, IsPair: false)],
                { Characters.Count: 1 } => [new SearchTermWord(run.Text, IsBeginning: true, IsPair: true)],
                _ => SearchWords.Of(run).SkipLast(1).Select(pair => new SearchTermWord(pair, IsBeginning: false, IsPair: true)),
            }
        );
        return new SearchTerm([.. words.Distinct()], isQuoted ? PhraseOf(runs) : null, isExcluded);
    }

    /// <summary>The text after the last character is unknown, so that its pair is too.</summary>
    private static string PhraseOf(IReadOnlyList<SearchRun> runs)
    {
        var before = runs.SkipLast(1).SelectMany(SearchWords.Of);
        IEnumerable<string> last = runs[^1] switch
        {
            { IsDense: false } run => [run.Text, ""],
            { Characters.Count: 1 } run => [run.Text],
            var run => [.. SearchWords.Of(run).SkipLast(1), ""],
        };
        return $" {string.Join(' ', before.Concat(last).Select(AccentFolding.Fold))}";
    }
}

/// <summary>A word of a search, in the spelling of the index.</summary>
/// <param name="Text">The word.</param>
/// <param name="IsBeginning">Whether it stands for all words that begin with it.</param>
/// <param name="IsPair">Whether it consists of characters of a script without spaces.</param>
public readonly record struct SearchTermWord(string Text, bool IsBeginning, bool IsPair);
