using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Newsroom.Domain.Text;

namespace Newsroom.Benchmarks;

/// <summary>Measures the computation of a revision: a typical one and the largest possible.</summary>
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

    /// <summary>Creates texts without repeated words, the most expensive case.</summary>
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

    /// <summary>Changes one word in an article of 6 KiB.</summary>
    [Benchmark(Baseline = true)]
    public ImmutableArray<TextEdit> One_word_of_six_kibibytes() => TextDiff.Between(article, revised);

    /// <summary>Rebases the same change over another one.</summary>
    [Benchmark]
    public bool Merged_with_another() => mine.TryOver(theirs, article, out _, out _);

    /// <summary>Replaces a text of 1 MiB by one without common words.</summary>
    [Benchmark]
    public ImmutableArray<TextEdit> A_mebibyte_of_other_words() => TextDiff.Between(largest, another);

    /// <summary>Detects moves in that revision.</summary>
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
