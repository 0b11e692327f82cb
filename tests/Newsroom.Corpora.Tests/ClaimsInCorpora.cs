using System.Globalization;
using Newsroom.Api.Tests;
using Newsroom.Domain.Text.Proposals;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>
/// Measures the ranking of sentences worth checking against debates in which fact-checkers chose sentences (CheckThat! 2019, task 1). The
/// weights were fitted on the debates of even index; those of odd index were never looked at.
/// </summary>
public sealed class ClaimsInCorpora
{
    [Theory]
    [InlineData(0, .18)]
    [InlineData(1, .22)]
    public void Each_half_is_ranked_above_chance(int half, double least) =>
        Measure($"half {half}", (index, _) => index % 2 == half).ShouldBeGreaterThanOrEqualTo(least);

    [Fact]
    public void The_mean_average_precision_of_all_debates_is_at_least_a_fifth() =>
        Measure("all", (_, _) => true).ShouldBeGreaterThanOrEqualTo(.20);

    private static double Measure(string name, Func<int, string, bool> isMeant)
    {
        var files = Corpus.Files("data/claims/checkthat2019-training", "*.tsv").Order(StringComparer.Ordinal).ToList();
        var precisions = files.Where((file, index) => isMeant(index, file)).Select(AveragePrecision).ToList();
        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: mean average precision {precisions.Average():f3} of {precisions.Count} debates"
            )
        );
        return precisions.Average();
    }

    private static double AveragePrecision(string file)
    {
        var ranked = File.ReadLines(file)
            .Select(line => line.Split('\t'))
            .Where(row => row.Length == 4)
            .Select(row => (Score: Score(row[1], row[2]), IsChecked: row[3].Trim() == "1"))
            .OrderByDescending(row => row.Score);
        var (rank, hits, sum) = (0, 0, 0.0);
        foreach (var (_, isChecked) in ranked)
        {
            rank++;
            if (isChecked)
            {
                hits++;
                sum += (double)hits / rank;
            }
        }

        return sum / hits;
    }

    // Reactions of the audience are rows of the speaker SYSTEM.
    private static double Score(string speaker, string sentence) =>
        speaker == "SYSTEM" ? double.MinValue : ClaimFinder.Score(sentence, "en").Score;
}
