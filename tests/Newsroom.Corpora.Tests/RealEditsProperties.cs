using System.Collections.Immutable;
using System.Globalization;
using Newsroom.Domain.Tests.Text.Properties;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Checks the properties of edits on the revisions of two newsrooms over ten years.</summary>
public sealed class RealEditsProperties(ITestOutputHelper output)
{
    private const string Unheard = " zwölfhundertmal";
    private const int AffordableToBlameByCharacter = 30_000;

    [Fact]
    public void Real_edits_lead_there_and_back_and_split_nothing() =>
        History.Each(
            (history, _) =>
            {
                foreach (var (before, after) in history.Revisions)
                {
                    var edits = TextDiff.Between(before, after);
                    edits.Apply(before).ShouldBe(after);
                    edits.Invert().Apply(after).ShouldBe(before);
                    edits.Zip(edits.Skip(1)).ShouldAllBe(pair => pair.First.End < pair.Second.At);
                    edits.ShouldAllBe(e =>
                        e.Remove != e.Insert && Boundaries.IsBoundary(before, e.At) && Boundaries.IsBoundary(before, e.End)
                    );
                    edits.Invert().ShouldAllBe(e => Boundaries.IsBoundary(after, e.At) && Boundaries.IsBoundary(after, e.End));
                }
            }
        );

    [Fact]
    public void Real_edits_compose() =>
        History.Each(
            (history, _) =>
            {
                var edits = history.Revisions.Select(r => TextDiff.Between(r.Before, r.After)).ToList();
                for (var i = 0; i < edits.Count; i++)
                {
                    edits[i].Compose(edits[i].Invert()).ShouldBeEmpty();
                    if (i > 0)
                    {
                        var both = edits[i - 1].Compose(edits[i]);
                        both.Apply(history.Bodies[i - 1]).ShouldBe(history.Bodies[i + 1]);
                        both.Zip(both.Skip(1)).ShouldAllBe(pair => pair.First.End < pair.Second.At);
                    }
                }

                TextEdits.Compose([.. edits]).Apply(history.Bodies[0]).ShouldBe(history.Bodies[^1]);
            }
        );

    [Fact]
    public void A_concurrently_inserted_word_and_all_other_words_stay()
    {
        var (merged, overlapped) = (0, 0);
        History.Each(
            (history, chance) =>
            {
                foreach (var (before, after) in history.Revisions)
                {
                    var mine = TextDiff.Between(before, after);
                    var spaces = Enumerable.Range(0, before.Length).Where(i => before[i] == ' ').ToArray();
                    foreach (var at in spaces.Length == 0 ? [] : chance.GetItems(spaces, 3))
                    {
                        ImmutableArray<TextEdit> theirs = [new(at, "", Unheard)];
                        if (
                            mine.TryOver(theirs, before, out var over, out var overlaps)
                            && theirs.TryOver(mine, before, out var theirsOver, out _)
                        )
                        {
                            Interlocked.Increment(ref merged);
                            var together = over.Apply(theirs.Apply(before));
                            together.Split(Unheard).Length.ShouldBe(2);
                            together.Replace(Unheard, "", StringComparison.Ordinal).ShouldBe(after);
                            theirsOver.Apply(after).ShouldBe(together);
                        }
                        else
                        {
                            Interlocked.Increment(ref overlapped);
                            overlaps.ShouldHaveSingleItem().Theirs.ShouldBe(theirs);
                            var line = new TextRange(
                                before.LastIndexOf('\n', at) + 1,
                                before.IndexOf('\n', at) is var end and >= 0 ? end : before.Length
                            );
                            mine.Any(e => e.At <= line.End && e.End >= line.Start)
                                .ShouldBeTrue(
                                    $"only one side changed the line {line}, but the edits at {at} and "
                                        + $"{string.Join(", ", overlaps[0].Mine)} overlap"
                                );
                        }
                    }
                }
            }
        );
        merged.ShouldBeGreaterThan(0);
        output.WriteLine($"{merged} words merged with what others did meanwhile, {overlapped} overlapped.");
    }

    [Fact]
    public void Two_halves_of_a_revision_are_the_whole_revision()
    {
        var (merged, overlapped) = (0, 0);
        History.Each(
            (history, chance) =>
            {
                foreach (var (before, after) in history.Revisions)
                {
                    var halves = TextDiff.Between(before, after).ToLookup(_ => chance.Next(2));
                    ImmutableArray<TextEdit> mine = [.. halves[0]],
                        theirs = [.. halves[1]];
                    if (mine.TryOver(theirs, before, out var over, out var overlaps))
                    {
                        Interlocked.Increment(ref merged);
                        over.Apply(theirs.Apply(before)).ShouldBe(after);
                    }
                    else
                    {
                        Interlocked.Increment(ref overlapped);
                        overlaps.ShouldAllBe(o => o.Range.FitsIn(before) && o.Mine.Length > 0 && o.Theirs.Length > 0);
                    }
                }
            }
        );
        merged.ShouldBeGreaterThan(0);
        output.WriteLine($"{merged} revisions merged of two halves, {overlapped} overlapped.");
    }

    [Fact]
    public void Blame_of_real_words_names_their_authors()
    {
        var compared = 0;
        History.Each(
            (history, chance) =>
            {
                var blame = Blame.Of(history.Bodies[0], "1", 1);
                var naive =
                    history.Bodies.Sum(b => b.Length) <= AffordableToBlameByCharacter ? new ReferenceBlame(history.Bodies[0], "1") : null;
                var version = 1;
                foreach (var (before, after) in history.Revisions)
                {
                    var author = (++version).ToString(CultureInfo.InvariantCulture);
                    var edits = TextDiff.Between(before, after);
                    var moves = MoveDetector.In(new ArticleEdits([], [], edits));
                    moves.ShouldAllBe(m => m.Range.Of(before) == after.Substring(m.At, m.Range.Length));
                    var old = naive?.Copy();
                    naive?.Apply(edits, author, moves.Select(m => (m.At, old!, m.Range)));
                    blame = blame.Apply(edits, author, version, [.. moves.Select(m => new CarriedWords(m.To, m.At, blame.Of(m.Range)))]);
                    blame.Length.ShouldBe(after.Length);
                    blame.Spans.ShouldAllBe(s => s.Length > 0 && s.Version <= version);
                    blame.Seams.ShouldAllBe(s => s.At >= 0 && s.At <= after.Length);
                    for (var i = 0; naive is not null && after.Length > 0 && i < 20; i++)
                    {
                        var start = chance.Next(after.Length);
                        var range = new TextRange(start, start + 1 + chance.Next(Math.Min(200, after.Length - start)));
                        blame.Touched(range).ShouldBe(naive.Touched(range), $"version {version} at {range}");
                        Interlocked.Increment(ref compared);
                    }
                }
            }
        );
        compared.ShouldBeGreaterThan(0);
        output.WriteLine($"{compared} ranges are blamed on the same people as character by character.");
    }
}
