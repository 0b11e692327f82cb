using System.Collections.Immutable;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Imports real histories as merges of branches: the authors are those of the commits.</summary>
public sealed class RealMergesProperties(ITestOutputHelper output)
{
    private const string Merger = "merger";

    [Fact]
    public void Words_merged_in_branches_have_the_authors_they_have_commit_by_commit()
    {
        var (agreed, all) = (0L, 0L);
        History.Each(
            (history, chance) =>
            {
                var bodies = history.Bodies;
                var (linear, merged) = (Blame.Of(bodies[0], Author(0), 1), Blame.Of(bodies[0], Author(0), 1));
                for (var first = 1; first < bodies.Length;)
                {
                    var until = Math.Min(bodies.Length, first + 1 + chance.Next(5));
                    var versions = ImmutableArray.CreateBuilder<FileVersion>();
                    versions.Add(new FileVersion(bodies[first - 1], [], []));
                    for (var version = first; version < until; version++)
                    {
                        linear = linear.Apply(TextDiff.Between(bodies[version - 1], bodies[version]), Author(version), version + 1);
                        versions.Add(new FileVersion(bodies[version], [Author(version)], [version - first]));
                    }

                    var authorship = ImportingAuthors.Of(bodies[first - 1], versions.DrainToImmutable(), Merger)!;
                    authorship.People.ShouldBe(Enumerable.Range(first, until - first).Select(Author).Distinct());
                    merged = merged.Apply(
                        TextDiff.Between(bodies[first - 1], bodies[until - 1]),
                        authorship.In(ArticleField.Body, Merger),
                        until
                    );
                    first = until;
                }

                merged.Spans.ShouldNotContain(s => s.Author == Merger);
                merged.Seams.ShouldNotContain(s => s.Author == Merger);
                var same = Authors(linear).Zip(Authors(merged)).Zip(bodies[^1]).Where(c => char.IsLetterOrDigit(c.Second)).ToList();
                Interlocked.Add(ref agreed, same.Count(c => c.First.First == c.First.Second));
                Interlocked.Add(ref all, same.Count);
            }
        );
        output.WriteLine($"Of {all} letters in the last versions {100.0 * agreed / all:F2} % have the author they have commit by commit.");
        all.ShouldBeGreaterThan(0);
        agreed.ShouldBeGreaterThanOrEqualTo((long)(0.99 * all));
    }

    private static IEnumerable<string> Authors(Blame blame) => blame.Spans.SelectMany(s => Enumerable.Repeat(s.Author, s.Length));

    private static string Author(int version) => $"p{version % 4}";
}
