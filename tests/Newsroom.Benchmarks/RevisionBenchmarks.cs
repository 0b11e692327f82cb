using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Newsroom.Domain.Text;

namespace Newsroom.Benchmarks;

/// <summary>What a revision costs before it is stored: an everyday one, and the largest there can be.</summary>
[MemoryDiagnoser]
public class RevisionBenchmarks
{
    private const int Mebibyte = 1 << 20;

    private string article = "";
    private string revised = "";
    private string largest = "";
    private string another = "";
    private ImmutableArray<TextEdit> mine;
    private ImmutableArray<TextEdit> theirs;
    private ArticleEdits rewritten = new([], [], []);

    /// <summary>Texts of words that never repeat, so that nothing is matched cheaply.</summary>
    [GlobalSetup]
    public void Write()
    {
        article = Words(6 * 1024, "a");
        revised = article.Replace("a100 ", "another ", StringComparison.Ordinal);
        largest = Words(Mebibyte, "b");
        another = Words(Mebibyte, "c");
        mine = TextDiff.Between(article, revised);
        theirs = TextDiff.Between(article, article.Replace("a500 ", "other ", StringComparison.Ordinal));
        rewritten = new ArticleEdits([], [], TextDiff.Between(largest, another));
    }

    /// <summary>One word changed in an article of 6 KiB.</summary>
    [Benchmark(Baseline = true)]
    public ImmutableArray<TextEdit> One_word_of_six_kibibytes() => TextDiff.Between(article, revised);

    /// <summary>The same, carried over another's change.</summary>
    [Benchmark]
    public bool Merged_with_another() => mine.TryOver(theirs, article, out _, out _);

    /// <summary>A text of 1 MiB replaced by one that shares no word with it.</summary>
    [Benchmark]
    public ImmutableArray<TextEdit> A_mebibyte_of_other_words() => TextDiff.Between(largest, another);

    /// <summary>Looking for moved words in that.</summary>
    [Benchmark]
    public ImmutableArray<MoveDetector> Moves_in_a_mebibyte_of_other_words() => MoveDetector.In(rewritten);

    private static string Words(int length, string word)
    {
        var words = new System.Text.StringBuilder();
        for (var i = 0; words.Length < length; i++)
        {
            words.Append(word).Append(i).Append(i % 12 == 11 ? "\n\n" : " ");
        }

        return words.ToString(0, length);
    }
}
