using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Selects which versions of a story are kept as snapshots.</summary>
public sealed class SnapshotRuleSpecs
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly Guid Id = Guid.NewGuid();
    private static readonly Fingerprint Any = new(new string('0', 64));

    [Fact]
    public void Without_large_events_every_fiftieth_version_is_kept() =>
        Kept([Draft("It rains."), .. Enumerable.Repeat(new NoteResolved("n1"), 120)]).ShouldBe([50, 100]);

    [Fact]
    public void Large_events_are_kept_where_they_add_up()
    {
        // A mebibyte is drafted, and then rewritten: each time the same amount is removed and inserted.
        Kept([Draft(Text(0)), .. Rewritten(12)]).ShouldBe([5, 9, 13]);
        Kept([Draft(Text(0)), .. Rewritten(3)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_small_event_is_not_kept_whatever_came_before_it() =>
        Kept([Draft(Text(0)), .. Rewritten(3), Revise(new TextEdit(0, "d", "e"))]).ShouldBeEmpty();

    [Fact]
    public void Small_events_do_not_add_up()
    {
        var small = Revise(new TextEdit(0, "", new string('s', (int)SnapshotRule.Large - 1024)));
        SnapshotRule.IsLarge(small).ShouldBeFalse();
        Kept([Draft("It rains."), .. Enumerable.Repeat(small, 48)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_fiftieth_version_restarts_the_count() =>
        Kept([
                Draft("It rains."),
                .. Enumerable.Repeat(new NoteResolved("n1"), 45),
                .. Whole(3),
                new NoteResolved("n1"),
                .. Whole(3),
                .. Whole(1),
            ])
            .ShouldBe([50, 54]);

    [Fact]
    public void A_snapshot_is_at_most_four_times_as_large_as_what_it_saves()
    {
        // Every fourth line has another author, so that the blame is many times as large as the text.
        var text = string.Concat(Enumerable.Repeat("a\nk\nk\nk\n", Mebibyte / 8));
        StoryEvent Lines(char was, char now) =>
            Revise([.. Enumerable.Range(0, text.Length / 8).Select(i => new TextEdit(8 * i, $"{was}", $"{now}"))]);
        var (kept, ratios) = Walk([Draft(text), Lines('a', 'b'), Lines('b', 'c'), Lines('c', 'd'), Lines('d', 'e'), Lines('e', 'f')]);
        kept.ShouldBe([2, 4, 6]);
        ratios.Count.ShouldBe(kept.Count);
        ratios.ShouldAllBe(ratio => ratio > 1 && ratio <= 4);
    }

    [Fact]
    public void An_edit_counts_with_its_place()
    {
        SnapshotRule.SizeOf(Revise(new TextEdit(0, "", ""))).ShouldBeGreaterThan(0);
        SnapshotRule.IsLarge(Revise([.. Enumerable.Range(0, 5_000).Select(i => new TextEdit(2 * i, "a", "b"))])).ShouldBeTrue();
    }

    private static List<long> Kept(IEnumerable<StoryEvent> events) => Walk(events).Kept;

    private static (List<long> Kept, List<double> Ratios) Walk(IEnumerable<StoryEvent> events)
    {
        var (kept, ratios, since, version) = (new List<long>(), new List<double>(), 0L, 0L);
        StorySnapshot? at = null;
        foreach (var happened in events)
        {
            at = StorySnapshot.Evolve(
                at,
                Id,
                happened,
                new EventMetadata(++version, DateTimeOffset.UnixEpoch, version % 2 == 0 ? "rita" : "ed", Role.Reporter)
            );
            since = SnapshotRule.Add(since, happened);
            if (SnapshotRule.IsDue(happened, since, at))
            {
                kept.Add(version);
                ratios.Add((double)SnapshotRule.SizeOf(at.Text) / since);
                since = 0;
            }
        }

        return (kept, ratios);
    }

    private static StoryDrafted Draft(string body) => new("city", "en", "s", new Article("H", "", body, "", ""), Any, Normaliser.Version);

    private static ArticleRevised Revise(params ImmutableArray<TextEdit> edits) =>
        new(new ArticleEdits([], [], edits), Any, Normaliser.Version);

    private static string Text(int version) => new((char)('a' + (version % 26)), Mebibyte);

    private static IEnumerable<StoryEvent> Rewritten(int times) =>
        Enumerable.Range(0, times).Select(i => Revise(new TextEdit(0, Text(i), Text(i + 1))));

    /// <summary>Inserts and removes three mebibytes each time.</summary>
    private static IEnumerable<StoryEvent> Whole(int times) =>
        Enumerable.Repeat(Revise(new TextEdit(0, "", new string('w', 5 * Mebibyte / 2))), times);
}
