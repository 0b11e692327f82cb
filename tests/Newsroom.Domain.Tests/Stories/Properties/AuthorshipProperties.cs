using System.Collections.Immutable;
using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

public sealed class AuthorshipProperties
{
    private static readonly string[] Words = ["ka", "lo", "mi", "nu", "pe", "ra", "so", "tu", "va", "wi"];

    /// <summary>Every word is new and every author has distinct words, so that each character identifies its author.</summary>
    [Fact]
    public void Every_word_of_a_merge_has_its_author_and_every_removal_its_remover()
    {
        var merges = 0;
        Gen.Select(Gen.Int[1, 12], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 10], Gen.Int[0, 100])
            .Sample(
                (length, steps, evil) =>
                {
                    var old = Enumerable.Range(0, length).Select(i => $"main{Words[i % 10]}{i}").ToImmutableList();
                    var versions = new List<FileVersion> { Version(old, []) };
                    var arms = new (ImmutableList<string> Text, int At)[] { (old, 0), (old, 0) };
                    foreach (var (kind, where, what) in steps)
                    {
                        var arm = what % 2;
                        var author = arm == 0 ? "joe" : "ann";

                        // The branches write and cut at different ends, so that they merge without a conflict.
                        var place = arm == 0 ? 0 : arms[arm].Text.Count;
                        var text =
                            kind < 2 || arms[arm].Text.Count < 3
                                ? arms[arm].Text.Insert(place, $"{author}{Words[where % 10]}{versions.Count}")
                                : arms[arm].Text.RemoveAt(arm == 0 ? 0 : arms[arm].Text.Count - 1);
                        versions.Add(Version(text, [author], arms[arm].At));
                        arms[arm] = (text, versions.Count - 1);
                    }

                    var left = arms[0].Text.Where(w => !arms[1].Text.Contains(w)).Where(w => w.StartsWith("joe", StringComparison.Ordinal));
                    var middle = old.Where(w => arms[0].Text.Contains(w) && arms[1].Text.Contains(w)).ToList();
                    var right = arms[1].Text.Where(w => w.StartsWith("ann", StringComparison.Ordinal));
                    var merged = left.Concat(middle).Concat(right).ToImmutableList();
                    merged = evil % 3 == 0 ? merged.Insert(evil % (merged.Count + 1), "janewrote") : merged;
                    versions.Add(Version(merged, ["jane"], [.. arms.Select(a => a.At).Distinct()]));
                    if (versions[^1].Parents.Length < 2)
                    {
                        return; // One branch alone, which merges nothing.
                    }

                    Interlocked.Increment(ref merges);
                    var found = ImportingAuthors.Of(versions[0].Text, [.. versions], "jane");
                    foreach (var range in (found?.Inserted ?? []).Where(r => r.Field == ArticleField.Body))
                    {
                        foreach (var word in range.Range.Of(versions[^1].Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        {
                            word.ShouldStartWith(range.By.Single());
                        }
                    }

                    var cut = (found?.Removed ?? [])
                        .Where(r => r.Field == ArticleField.Body)
                        .SelectMany(r =>
                            r.Range.Of(versions[0].Text)
                                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                .Select(w => (Word: w, By: r.By.Single()))
                        )
                        .ToDictionary(c => c.Word, c => c.By);
                    cut.Keys.Order().ShouldBe(old.Except(merged).Order());
                    foreach (var (word, by) in cut)
                    {
                        // A word that both branches cut may be attributed to either.
                        string[] cutters =
                        [
                            .. arms[0].Text.Contains(word) ? [] : (string[])["joe"],
                            .. arms[1].Text.Contains(word) ? [] : (string[])["ann"],
                        ];
                        cutters.ShouldContain(by, word);
                    }
                },
                iter: Cases
            );
        merges.ShouldBeGreaterThan(Cases / 2);
    }

    /// <summary>Blame of several authors equals the blame of one after the other, per character.</summary>
    [Fact]
    public void Blame_of_a_change_by_several_is_that_of_every_character() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 30], Gen.Int[0, 10], Gen.Int[0, 20], Gen.Int[0, 3].Array[60])
            .Sample(
                (length, at, remove, insert, authors) =>
                {
                    var text = new string('x', length);
                    (at, remove) = (at % (length + 1), Math.Min(remove, length - (at % (length + 1))));
                    var edit = new TextEdit(at, text.Substring(at, remove), new string('y', insert));
                    var names = authors.Select(a => ImmutableArray.Create($"p{a}")).ToList();
                    ImmutableArray<AuthoredRange> Ranges(int count) =>
                        [
                            .. Enumerable
                                .Range(0, count)
                                .Where(i => authors[i] > 0)
                                .Select(i => new AuthoredRange(ArticleField.Body, new TextRange(i, i + 1), names[i])),
                        ];
                    var change = new Authorship(["p0"]) { Inserted = Ranges(length - remove + insert), Removed = Ranges(length) }.In(
                        ArticleField.Body,
                        "p0"
                    );
                    var blame = Blame.Of(text, "ada", 1).Apply([edit], change, 2);
                    var expected = Enumerable
                        .Range(0, length - remove + insert)
                        .Select(i => i < at || i >= at + insert ? "ada" : names[i][0]);
                    blame.Spans.SelectMany(s => Enumerable.Repeat(s.Author, s.Length)).ShouldBe(expected);
                    blame
                        .Seams.Select(s => s.Author)
                        .Distinct()
                        .Order()
                        .ShouldBe(Enumerable.Range(at, remove).Select(i => names[i][0]).Distinct().Order());
                },
                iter: Cases
            );

    private static FileVersion Version(ImmutableList<string> words, ImmutableArray<string> authors, params ImmutableArray<int> parents) =>
        new(string.Join(' ', words), authors, parents);
}
