using Newsroom.Domain.Numbers;

namespace Newsroom.Domain.Tests.Numbers;

/// <summary>What each event counts as, and for which desk.</summary>
public sealed class ActCounterTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Fingerprint Print = Fingerprint.Of("claim", "words");

    private static readonly Article Words = new("Bridge", "", "It falls.", "", "");

    private readonly ActCounter counter = new(null, name => name);

    [Fact]
    public void The_time_to_verify_is_from_the_first_mark_to_the_first_verdict_of_verified()
    {
        Next(0, Drafted("harbour"));
        Next(10, Attributed("q1")).Kind.ShouldBe(CountedKind.PassageMarked);
        Next(70, Attributed("q1"));
        Next(100, Judged("q1", Verdict.Disputed)).SecondsToVerify.ShouldBeNull();
        Next(130, Judged("q1", Verdict.Verified)).ShouldBe(
            new CountedAct(Start.AddSeconds(130), "harbour", CountedKind.VerdictGiven, "q1", 120)
        );
        Next(140, new CheckLapsed("q1", "noor", Verdict.Verified, "was", "now", 1)).Kind.ShouldBe(CountedKind.CheckLapsed);
        Next(150, new CheckReinstated("q1", "noor", Verdict.Verified, "was", 1)).Kind.ShouldBe(CountedKind.CheckReinstated);
        Next(160, Judged("q1", Verdict.Verified)).SecondsToVerify.ShouldBeNull();
    }

    [Fact]
    public void A_passage_of_which_no_mark_is_known_has_no_time()
    {
        Next(0, Judged("q1", Verdict.Verified)).SecondsToVerify.ShouldBeNull();
        counter.Know("q2", Start.AddSeconds(-60), isVerified: false);
        Next(0, Judged("q2", Verdict.Verified)).SecondsToVerify.ShouldBe(60);
        counter.Know("q3", Start.AddSeconds(-60), isVerified: true);
        Next(0, Judged("q3", Verdict.Verified)).SecondsToVerify.ShouldBeNull();
        counter.Know("q4", Start.AddSeconds(60), isVerified: false);
        Next(0, Judged("q4", Verdict.Verified)).SecondsToVerify.ShouldBe(0, "a clock that was set back");
    }

    [Fact]
    public void An_act_is_of_the_desk_of_its_time()
    {
        Next(0, Drafted("harbour"));
        Next(1, Published(EditionKind.First)).Desk.ShouldBe("harbour");
        counter.Next(new StoryDescribed(null, "nb", null, null, null, Print, 1), Start).ShouldBeNull();
        Next(2, new StoryDescribed("culture", null, null, null, null, Print, 1)).Kind.ShouldBe(CountedKind.DeskNamed);
        Next(3, Published(EditionKind.Update)).Desk.ShouldBe("culture");
        new ActCounter("metro", name => name).Next(Published(EditionKind.Update), Start)!.Value.Desk.ShouldBe("metro");
    }

    [Theory]
    [InlineData(EditionKind.First, CountedKind.EditionPublished)]
    [InlineData(EditionKind.Update, CountedKind.EditionPublished)]
    [InlineData(EditionKind.Refile, CountedKind.EditionPublished)]
    [InlineData(EditionKind.Clarification, CountedKind.EditionPublished)]
    [InlineData(EditionKind.EditorsNote, CountedKind.EditionPublished)]
    [InlineData(EditionKind.Correction, CountedKind.CorrectionPublished)]
    public void A_correction_is_an_edition_that_corrects_a_fact(EditionKind edition, CountedKind kind) =>
        Next(0, Published(edition)).Kind.ShouldBe(kind);

    [Fact]
    public void Other_events_count_nowhere()
    {
        StoryEvent[] others = [new StorySpiked("Old."), new NoteResolved("n1"), new CheckReleased("q1")];
        others.Select(e => (ActCounter.Counts(e), counter.Next(e, Start))).ShouldAllBe(found => !found.Item1 && found.Item2 == null);
    }

    [Fact]
    public void Rates_are_for_a_hundred_and_null_without_any()
    {
        DeskNumbers.None.LapsesPerHundredVerdicts.ShouldBeNull();
        DeskNumbers.None.CorrectionsPerHundredEditions.ShouldBeNull();
        var some = DeskNumbers.None with { Verdicts = 3, Lapses = 5, Editions = 16, Corrections = 1 };
        some.LapsesPerHundredVerdicts.ShouldBe(166.7m);
        some.CorrectionsPerHundredEditions.ShouldBe(6.3m);
    }

    private CountedAct Next(int seconds, StoryEvent happened)
    {
        ActCounter.Counts(happened).ShouldBeTrue();
        return counter.Next(happened, Start.AddSeconds(seconds)).ShouldNotBeNull();
    }

    private static StoryDrafted Drafted(string desk) => new(desk, "en", "bridge", Words, Print, 1);

    private static QuoteAttributed Attributed(string quote) =>
        new(quote, ArticleField.Body, new TextRange(0, 2), "It", "mayor", null, null, Print, 1);

    private static FactChecked Judged(string passage, Verdict verdict) => new(passage, Print, "words", verdict, null, [], "Why.");

    private static StoryPublished Published(EditionKind kind) => new(1, kind, "bridge", "x", "en", Words, Print, [], 1, []);
}
