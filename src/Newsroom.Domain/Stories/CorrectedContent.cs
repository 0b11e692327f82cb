using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>A run of words that a correction replaced.</summary>
/// <param name="Words">The visible words.</param>
/// <param name="IsSentence">Whether the run counts only as a whole sentence; fewer than four words are not distinctive.</param>
public sealed record ReplacedWords(string Words, bool IsSentence)
{
    /// <summary>The index of the word whose letter case alone was corrected, which is compared exactly; null otherwise.</summary>
    public int? Cased { get; init; }
}

/// <summary>
/// The content that corrections replaced. Only another correction publishes it again. Of each changed sentence it has every run of at least
/// four words that contains the removed words, both words around an insertion, or a word in its former letter case.
/// </summary>
/// <param name="Articles">The fingerprints of whole articles.</param>
/// <param name="Words">The runs of words, the latest last.</param>
public sealed record CorrectedContent(ImmutableArray<Fingerprint> Articles, ImmutableArray<ReplacedWords> Words)
{
    /// <summary>The maximum size in characters; beyond it the latest runs are kept.</summary>
    public const int MaxCharacters = 256 * 1024;

    private const int MinWords = 4;
    private const int MinWordsInPart = 6;
    private const int MaxWholeWords = 5;
    private const int MaxSentenceLength = 4000;

    /// <summary>Returns the runs of words of an article that its correction does not have.</summary>
    public static ImmutableArray<ReplacedWords> Between(Article before, Article after)
    {
        var characters = 0;
        var replaced = Enum.GetValues<ArticleField>()
            .SelectMany(field => In(Read(field, before), Read(field, after)))
            .TakeWhile(w => (characters += w.Words.Length) <= MaxCharacters)
            .Distinct()
            .ToImmutableArray();
        var kept = Indexes(replaced, after).ToHashSet();
        return [.. replaced.Where((_, i) => !kept.Contains(i))];
    }

    /// <summary>Returns the replaced words that an article has and the live edition has not, with their fields.</summary>
    public IEnumerable<(string Words, ArticleField Field)> ReturnedIn(Article article, Article live)
    {
        var known = Indexes(Words, live).ToHashSet();
        return from found in Places(Words, article)
               where !known.Contains(found.Index)
               group found.Field by found.Index into places
               select (Words[places.Key].Words, places.First());
    }

    /// <summary>Returns the replaced words that an article has.</summary>
    public ImmutableArray<string> In(Article article) => [.. Indexes(Words, article).Distinct().Select(i => Words[i].Words)];

    /// <summary>Adds the content that a correction replaced.</summary>
    /// <param name="corrected">The content before; null when there is none.</param>
    /// <param name="article">The fingerprint of the replaced article.</param>
    /// <param name="e">The correction.</param>
    internal static CorrectedContent After(CorrectedContent? corrected, Fingerprint? article, StoryCorrected e)
    {
        var words = e.ReplacedWords ?? Between(Before(e), e.Article);
        var restored = (e.RestoredWords ?? []).ToHashSet();
        var articles = (corrected?.Articles ?? []).Remove(e.Fingerprint);
        return new CorrectedContent(
            article is { } replaced && replaced != e.Fingerprint ? articles.Remove(replaced).Add(replaced) : articles,
            Latest([.. (corrected?.Words ?? []).Where(w => !restored.Contains(w.Words)).Except(words), .. words])
        );
    }

    private static ImmutableArray<ReplacedWords> Latest(ImmutableArray<ReplacedWords> words)
    {
        var (from, characters) = (words.Length, 0);
        while (from > 0 && characters + words[from - 1].Words.Length <= MaxCharacters)
        {
            characters += words[--from].Words.Length;
        }

        return words[from..];
    }

    private static Article Before(StoryCorrected e) =>
        new(
            e.Changed.Headline.Invert().Apply(e.Article.Headline),
            e.Changed.Standfirst.Invert().Apply(e.Article.Standfirst),
            e.Changed.Body.Invert().Apply(e.Article.Body),
            e.Article.Byline,
            e.Article.Dateline
        );

    private static string Read(ArticleField field, Article article) =>
        (field == ArticleField.Body ? VisibleText.TryOfMarkdown(article.Body)?.Text : null) ?? article[field];

    private static IEnumerable<ReplacedWords> In(string before, string after)
    {
        var words = WordSequence.Of(before);
        if (before == after || words.Words.Count == 0)
        {
            yield break;
        }

        var recased = new RecasedWords(before, words, after);
        var known = new HashSet<(TextRange, bool)>();
        foreach (var edit in TextDiff.Between(before, after))
        {
            foreach (var word in recased.In(edit))
            {
                foreach (var window in Around(SentenceOf(before, words, word), word, word + 1, MinWords))
                {
                    var row = words.RangeOf(window.Start, window.Length).Of(before);
                    yield return new ReplacedWords(row, window.Length < MinWords) { Cased = word - window.Start };
                }
            }

            var (first, end) = (words.IndexAt(edit.At), words.IndexFrom(edit.End));
            foreach (var (window, isSentence) in first < end ? TakenOut(before, words, first, end) : PutInto(before, words, first))
            {
                if (known.Add((window, isSentence)))
                {
                    yield return new ReplacedWords(words.RangeOf(window.Start, window.Length).Of(before), isSentence);
                }
            }
        }
    }

    /// <summary>Returns the runs around removed words, by sentence.</summary>
    private static IEnumerable<(TextRange Window, bool IsSentence)> TakenOut(string text, WordSequence words, int first, int end)
    {
        for (var at = first; at < end;)
        {
            var sentence = SentenceOf(text, words, at);
            var last = Math.Min(end, sentence.End);
            var isLong = last - at > MaxWholeWords;
            foreach (var window in isLong ? Parts(at, last) : Around(sentence, at, last, Math.Max(MinWords, last - at)))
            {
                yield return (window, window.Length < MinWords);
            }

            yield return (sentence, sentence.Length < MinWords);
            at = last;
        }
    }

    /// <summary>Returns the runs around an insertion; at the end of a sentence, the sentence.</summary>
    private static IEnumerable<(TextRange Window, bool IsSentence)> PutInto(string text, WordSequence words, int at)
    {
        var before = at > 0 ? SentenceOf(text, words, at - 1) : default;
        var behind = at < words.Words.Count ? SentenceOf(text, words, at) : default;
        var windows =
            before == behind ? Around(before, at - 1, at + 1, MinWords).Append(before) : new[] { before, behind }.Where(s => !s.IsEmpty);
        return windows.Select(window => (window, before != behind || window.Length < MinWords));
    }

    /// <summary>Returns the runs of a given length in a sentence that contain all of some words.</summary>
    private static IEnumerable<TextRange> Around(TextRange sentence, int first, int end, int length)
    {
        var max = Math.Min(length, sentence.Length);
        for (var at = Math.Max(sentence.Start, end - max); at <= first && at + max <= sentence.End; at++)
        {
            yield return new TextRange(at, at + max);
        }
    }

    /// <summary>Splits a long removal into runs of half its length.</summary>
    private static IEnumerable<TextRange> Parts(int first, int end)
    {
        var length = Math.Max(MinWordsInPart, (end - first + 1) / 2);
        for (var at = first; at + length < end; at += Math.Max(1, length / 4))
        {
            yield return new TextRange(at, at + length);
        }

        yield return new TextRange(end - length, end);
    }

    /// <summary>Returns the sentence of a word, as a range of words.</summary>
    private static TextRange SentenceOf(string text, WordSequence words, int word)
    {
        var place = words.RangeOf(word, 1);
        var from = Math.Max(0, place.Start - MaxSentenceLength);
        var near = text[from..Math.Min(text.Length, place.End + MaxSentenceLength)];
        var sentence = SentenceFinder.Widen(near, new TextRange(place.Start - from, place.End - from));
        return new TextRange(words.IndexAt(from + sentence.Start), Math.Max(word + 1, words.IndexFrom(from + sentence.End)));
    }

    private static bool IsAt(ReplacedWords replaced, WordSequence pattern, string text, WordSequence words, int at) =>
        (replaced.Cased is not { } cased || RecasedWords.IsSame(replaced.Words, pattern, cased, text, words, at))
        && (!replaced.IsSentence || SentenceOf(text, words, at) == new TextRange(at, at + pattern.Words.Count));

    private static IEnumerable<int> Indexes(ImmutableArray<ReplacedWords> words, Article article) =>
        Places(words, article).Select(p => p.Index);

    private static IEnumerable<(int Index, ArticleField Field)> Places(ImmutableArray<ReplacedWords> words, Article article)
    {
        if (words.IsEmpty)
        {
            yield break;
        }

        // The same words may be replaced as a sentence, in a row and for their case.
        var patterns = words.Select(w => WordSequence.Of(w.Words)).ToList();
        var same = Enumerable.Range(0, words.Length).GroupBy(i => string.Join('\n', patterns[i].Words)).Select(g => g.ToList()).ToList();
        var matcher = new WordMatcher(same.Select(indexes => patterns[indexes[0]].Words));
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            var text = Read(field, article);
            var sequence = WordSequence.Of(text);
            var seen = new HashSet<int>();
            foreach (var (found, at) in matcher.In(sequence))
            {
                foreach (var index in same[found].Where(i => !seen.Contains(i) && IsAt(words[i], patterns[i], text, sequence, at)).ToList())
                {
                    seen.Add(index);
                    yield return (index, field);
                }
            }
        }
    }
}
