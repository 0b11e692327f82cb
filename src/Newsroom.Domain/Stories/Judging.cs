using System.Collections.Immutable;
using Newsroom.Domain.Articles;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// What a change of words means for everything bound to words. Folding an event is arithmetic; this is the judgement, made once, by the
/// normaliser of its day, and kept as events beside the change.
/// </summary>
public static class Judging
{
    /// <summary>A revision and all that follows from it.</summary>
    public static ImmutableArray<StoryEvent> Revision(Story story, Article before, Article after, ArticleEdits edits)
    {
        var fingerprint = Fingerprints.Of(after);
        var revised = new ArticleRevised(edits, fingerprint, Normaliser.Version);
        var shifted = Story.Evolve(story, story.Id, revised, default).Passages;
        var reader = new Readers(after);
        var events = ImmutableArray.CreateBuilder<StoryEvent>();
        events.Add(revised);
        for (var i = 0; i < shifted.Length; i++)
        {
            events.AddRange(Passage(story.Passages[i], shifted[i], before, after, reader, shifted));
        }

        events.AddRange(Approvals(story, fingerprint));
        return events.DrainToImmutable();
    }

    /// <summary>Approvals of another article lapse; those of exactly this one stand again.</summary>
    public static IEnumerable<StoryEvent> Approvals(Story story, Fingerprint current)
    {
        foreach (var approval in story.Approvals.DistinctBy(a => (a.By, a.Fingerprint)))
        {
            if (approval.Standing && approval.Fingerprint != current)
            {
                yield return new ApprovalLapsed(approval.By, Normaliser.Version);
            }
            else if (!approval.Standing && approval.Fingerprint == current)
            {
                yield return new ApprovalReinstated(approval.By, Normaliser.Version);
            }
        }
    }

    /// <summary>Checks of other words lapse; each checker's latest verdict on exactly these words stands again, whatever it was.</summary>
    public static IEnumerable<StoryEvent> Checks(Passage passage, Fingerprint current, string was, string now)
    {
        foreach (var check in passage.Checks)
        {
            if (check.Standing && check.Fingerprint != current)
            {
                yield return new CheckLapsed(passage.Id, check.Checker, check.Verdict, was, now, Normaliser.Version);
            }
        }

        foreach (var check in passage.Checks)
        {
            if (!check.Standing && check.Fingerprint == current)
            {
                yield return new CheckReinstated(passage.Id, check.Checker, check.Verdict, now, Normaliser.Version);
            }
        }
    }

    private static IEnumerable<StoryEvent> Passage(Passage was, Passage shifted, Article before, Article after, Readers reader, ImmutableArray<Passage> others)
    {
        var place = shifted;
        if (shifted.IsOrphaned || shifted.Range.IsEmpty)
        {
            var words = was.OrphanedWords ?? was.Range.Of(before[was.Field]);
            var taken = others.Where(o => o.Kind == was.Kind && o.Id != was.Id && o.Field == was.Field && !o.IsOrphaned && !o.Range.IsEmpty).Select(o => o.Range);
            if (reader.FindOnce(was.Field, words) is not { } found || taken.Any(found.Overlaps))
            {
                if (!was.IsOrphaned)
                {
                    yield return new PassageOrphaned(was.Id, words, Normaliser.Version);
                    foreach (var check in was.StandingChecks)
                    {
                        yield return new CheckLapsed(was.Id, check.Checker, check.Verdict, words, "", Normaliser.Version);
                    }
                }

                yield break;
            }

            var attribution = shifted.Attribution ?? AttributionNear(found, was, before, after);
            place = shifted with { Range = found, Attribution = attribution, OrphanedWords = null };
            yield return new PassageMoved(was.Id, found, attribution, Normaliser.Version);
        }

        var fingerprint = Fingerprints.Of(place, reader[place.Field]);
        var (wasWords, nowWords) = (was.OrphanedWords ?? Quoting.Shown(was, before[was.Field]), Quoting.Shown(place, after[place.Field]));
        if (fingerprint != was.Fingerprint)
        {
            yield return new PassageReworded(was.Id, wasWords, nowWords, fingerprint, Normaliser.Version);
        }

        foreach (var judged in Checks(was, fingerprint, wasWords, nowWords))
        {
            yield return judged;
        }
    }

    private static TextRange? AttributionNear(TextRange found, Passage was, Article before, Article after) =>
        was is { IsOrphaned: false, Attribution: { } attribution }
            ? Quoting.Nearest(after[was.Field], attribution.Of(before[was.Field]), found)
            : null;

    /// <summary>The article as its readers read it, field by field, parsed when first asked for.</summary>
    private sealed class Readers(Article article)
    {
        private readonly Dictionary<ArticleField, ReadersText> texts = [];

        public ReadersText this[ArticleField field] =>
            texts.TryGetValue(field, out var text) ? text : texts[field] = ReadersText.Of(field, article[field]);

        /// <summary>Where words occur, if they occur exactly once.</summary>
        public TextRange? FindOnce(ArticleField field, string words)
        {
            var text = article[field];
            var first = text.IndexOf(words, StringComparison.Ordinal);
            return first >= 0 && text.IndexOf(words, first + 1, StringComparison.Ordinal) < 0 ? new TextRange(first, first + words.Length) : null;
        }
    }
}
