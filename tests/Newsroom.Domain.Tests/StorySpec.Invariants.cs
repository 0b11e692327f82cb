using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests;

/// <content>What holds after every command.</content>
public sealed partial class StorySpec
{
    /// <summary>Asserts that each public fact check is on words of the live edition, and that its verdict holds.</summary>
    private void ShouldShowOnlyVerdictsThatHold()
    {
        foreach (var known in Story.FactChecks ?? [])
        {
            Story.Publication.Status.ShouldBeOneOf(PublicationStatus.Live, PublicationStatus.Withheld);
            Live!.Passages.ShouldContain(new PassageFingerprint(known.Claim, known.Fingerprint), "words that readers do not have");
            var verdicts = history
                .Where(h =>
                    h.Happened is FactChecked c
                    && c.Fingerprint == known.Fingerprint
                    && (Story.PassageOf(c.Passage) is not null || Finding.Follows(c.Verdict))
                )
                .GroupBy(h => h.Metadata.By, h => ((FactChecked)h.Happened).Verdict)
                .Select(verdicts => verdicts.Last())
                .ToList();
            verdicts.ShouldAllBe(verdict => verdict == known.Verdict, "another verdict");
            verdicts.Count.ShouldBeGreaterThanOrEqualTo(2);
            Story.PassageOf(known.Claim).ShouldNotBeNull("a withdrawn claim");
        }
    }

    private void ShouldBeSound()
    {
        Story.Version.ShouldBe(history.Count);
        Story.Fingerprint.ShouldBe(Fingerprints.Of(Text.Article));
        ShouldShowOnlyVerdictsThatHold();
        Story
            .Approvals.Any(a => a.Standing && !a.IsOf(Story.Fingerprint, Story.Desk, Story.Language))
            .ShouldBeFalse("an approval of another article, desk or language is in force");
        var read = Enum.GetValues<ArticleField>().ToDictionary(field => field, field => VisibleText.Of(field, Text.Article[field]));
        foreach (var passage in Story.Passages)
        {
            passage
                .StandingChecks.Any(c => passage.IsOrphaned || c.Fingerprint != passage.Fingerprint)
                .ShouldBeFalse($"a check of other words than those of {passage.Id} is in force");
            if (!passage.IsOrphaned)
            {
                passage.Range.FitsIn(Text.Article[passage.Field]).ShouldBeTrue($"{passage.Id} at {passage.Range}");
                read[passage.Field].Words(passage.Range).Any(char.IsLetterOrDigit).ShouldBeTrue($"{passage.Id} has a place but no words");
                passage.Fingerprint.ShouldBe(Fingerprints.Of(passage, read[passage.Field]), passage.Id);
                Story
                    .Passages.Any(p =>
                        p.Id != passage.Id
                        && p.Kind == passage.Kind
                        && p.Field == passage.Field
                        && !p.IsOrphaned
                        && p.Range.Overlaps(passage.Range)
                    )
                    .ShouldBeFalse($"{passage.Id} overlaps another {passage.Kind.ToKebabCase()}");
            }
        }
    }
}
