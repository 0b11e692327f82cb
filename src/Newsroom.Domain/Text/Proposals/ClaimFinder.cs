using System.Collections.Immutable;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>A sentence worth checking.</summary>
/// <param name="Sentence">Its range in the visible text.</param>
/// <param name="Score">The sum of the weights of its features.</param>
/// <param name="Features">The features, the heaviest first.</param>
public sealed record RankedSentence(TextRange Sentence, double Score, ImmutableArray<ClaimFeature> Features);

/// <summary>Ranks sentences by how much they are worth checking: by numbers, dates, comparisons, causes and the like.</summary>
public static class ClaimFinder
{
    private const int ShortSentence = 5;
    private const int YearDigits = 4;

    /// <summary>Ranks the sentences of a text, the most worth checking first; equal ones in text order. Linear in the text.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static ImmutableArray<RankedSentence> Rank(string text, string language)
    {
        var words = ClaimWords.Of(language);
        return [.. SentenceFinder.All(text).Select(sentence => Score(text, sentence, words)).OrderByDescending(s => s.Score)];
    }

    /// <summary>Scores one sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">The BCP 47 tag of its language.</param>
    public static RankedSentence Score(string sentence, string language) =>
        Score(sentence, new TextRange(0, sentence.Length), ClaimWords.Of(language));

    private static RankedSentence Score(string text, TextRange sentence, ClaimWords words)
    {
        var features = Features(text, sentence, words);
        var found = ClaimWeights.All.Where(weight => features.Contains(weight.Feature)).ToImmutableArray();
        return new RankedSentence(sentence, found.Sum(weight => weight.Weight), [.. found.Select(weight => weight.Feature)]);
    }

    private static HashSet<ClaimFeature> Features(string text, TextRange sentence, ClaimWords words)
    {
        var features = new HashSet<ClaimFeature>();
        var count = 0;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                var end = WordEnd(text, at, sentence.End);
                AddWord(features, text[at..end], words);
                count++;
                at = end - 1;
            }
            else
            {
                AddMark(features, text[at]);
            }
        }

        if (count < ShortSentence)
        {
            features.Add(ClaimFeature.FewWords);
        }

        return features;
    }

    private static void AddWord(HashSet<ClaimFeature> features, string word, ClaimWords words)
    {
        if (char.IsDigit(word[0]))
        {
            features.Add(ClaimFeature.Number);
            if (word.Length == YearDigits && word is ['1', '9', ..] or ['2', '0', ..])
            {
                features.Add(ClaimFeature.Date);
            }

            return;
        }

        var lower = word.ToLowerInvariant();
        foreach (var (feature, list) in words.ByFeature)
        {
            if (list.Contains(lower))
            {
                features.Add(feature);
            }
        }

        if (words.IsPast(lower))
        {
            features.Add(ClaimFeature.Past);
        }
    }

    private static void AddMark(HashSet<ClaimFeature> features, char mark)
    {
        ClaimFeature? feature = mark switch
        {
            '%' or '‰' => ClaimFeature.Magnitude,
            '$' or '€' or '£' or '¥' => ClaimFeature.Money,
            '?' => ClaimFeature.Question,
            _ => null,
        };
        if (feature is { } found)
        {
            features.Add(found);
        }
    }

    private static int WordEnd(string text, int at, int end)
    {
        var isNumber = char.IsDigit(text[at]);
        while (at < end && (char.IsLetterOrDigit(text[at]) || IsInside(text, at, end, isNumber)))
        {
            at++;
        }

        return at;
    }

    /// <summary>Returns whether a mark is inside a word or a number.</summary>
    private static bool IsInside(string text, int at, int end, bool isNumber) =>
        at + 1 < end
        && char.IsLetterOrDigit(text[at + 1])
        && (isNumber ? text[at] is '.' or ',' && char.IsDigit(text[at + 1]) : text[at] is '\'' or '’' or '-');
}
