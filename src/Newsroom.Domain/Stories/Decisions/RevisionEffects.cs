using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>
/// Computes the effects of a change of words on passages, checks and approvals. They are appended as events with the change, so that replay
/// does not depend on later rules.
/// </summary>
public static class RevisionEffects
{
    /// <summary>Returns a revision and its effects.</summary>
    /// <param name="story">The story before it.</param>
    /// <param name="before">The texts before it.</param>
    /// <param name="edits">Its edits.</param>
    /// <param name="basedOn">The version that its author read, where it was merged with later revisions.</param>
    public static ImmutableArray<StoryEvent> Revision(Story story, StoryText before, ArticleEdits edits, long? basedOn = null) =>
        Follow(
            story,
            before,
            new ArticleRevised(edits, Fingerprints.Of(edits.Apply(before.Article)), Normaliser.Version)
            {
                Carried = Moved(before, edits),
                BasedOn = basedOn,
            }
        );

    /// <summary>Returns the restoration of an earlier version, and its effects.</summary>
    /// <param name="story">The story before it.</param>
    /// <param name="before">The texts before it.</param>
    /// <param name="restored">The texts of the restored version.</param>
    /// <param name="version">The restored version.</param>
    public static ImmutableArray<StoryEvent> Restoration(Story story, StoryText before, StoryText restored, long version)
    {
        var after = before.Article with
        {
            Headline = restored.Article.Headline,
            Standfirst = restored.Article.Standfirst,
            Body = restored.Article.Body,
        };
        var edits = ArticleEdits.Between(before.Article, after);
        return edits.IsEmpty
            ? []
            : Follow(
                story,
                before,
                new ArticleRevised(edits, Fingerprints.Of(after), Normaliser.Version)
                {
                    Carried = Restored(restored, edits),
                    RestoredFrom = version,
                }
            );
    }

    private static ImmutableArray<StoryEvent> Follow(Story story, StoryText before, ArticleRevised revised)
    {
        var (fingerprint, after) = (revised.Fingerprint, revised.Edits.Apply(before.Article));
        var shifted = Story.Evolve(story, story.Id, revised, default).Passages;
        var places = new Places(after, shifted);
        var events = ImmutableArray.CreateBuilder<StoryEvent>();
        events.Add(revised);
        var settled = Settle(story.Passages, shifted, before, places);
        for (var i = 0; i < shifted.Length; i++)
        {
            events.AddRange(Passage(story.Passages[i], shifted[i], settled.GetValueOrDefault(shifted[i].Id), before, after, places));
        }

        events.AddRange(Approvals(story, fingerprint));
        return events.DrainToImmutable();
    }

    private static ImmutableArray<CarriedWords>? Moved(StoryText before, ArticleEdits edits)
    {
        if (MoveDetector.In(edits) is not { IsEmpty: false } moves)
        {
            return null;
        }

        var blames = Blames(before);
        return [.. moves.Select(moved => new CarriedWords(moved.To, moved.At, blames[moved.From].Of(moved.Range)))];
    }

    /// <summary>Returns the authors of restored words, which are at the same offsets in the restored version.</summary>
    private static ImmutableArray<CarriedWords> Restored(StoryText restored, ArticleEdits edits)
    {
        var blames = Blames(restored);
        return
        [
            .. from field in Enum.GetValues<ArticleField>()
            from edit in edits[field].Invert()
            where edit.Remove.Length > 0
            select new CarriedWords(field, edit.At, blames[field].Of(new TextRange(edit.At, edit.End))),
        ];
    }

    private static Dictionary<ArticleField, BlameIndex> Blames(StoryText text) =>
        Enum.GetValues<ArticleField>().ToDictionary(field => field, field => new BlameIndex(text.BlameOf(field)));

    /// <summary>Returns the approvals that lapse and those that are reinstated.</summary>
    /// <param name="story">The story before the change.</param>
    /// <param name="current">The fingerprint of the article after the change.</param>
    /// <param name="desk">The desk after it; null where unchanged.</param>
    /// <param name="language">The language after it; null where unchanged.</param>
    public static IEnumerable<StoryEvent> Approvals(Story story, Fingerprint current, string? desk = null, string? language = null)
    {
        var moved = (desk ?? story.Desk) != story.Desk || (language ?? story.Language) != story.Language;
        foreach (var lapsed in story.Approvals.Where(a => a.Standing && !IsOfCurrent(a)).DistinctBy(a => a.By))
        {
            yield return new ApprovalLapsed(lapsed.By, Normaliser.Version)
            {
                Desk = moved && lapsed.Desk is null ? story.Desk : null,
                Language = moved && lapsed.Language is null ? story.Language : null,
            };
        }

        foreach (var back in story.Approvals.Where(a => !a.Standing && IsOfCurrent(a)).DistinctBy(a => a.By))
        {
            yield return new ApprovalReinstated(back.By, Normaliser.Version);
        }

        // An approval stored without desk and language was for the story's current ones.
        bool IsOfCurrent(Approval a) =>
            a.Fingerprint == current
            && (a.Desk ?? story.Desk) == (desk ?? story.Desk)
            && (a.Language ?? story.Language) == (language ?? story.Language);
    }

    /// <summary>
    /// Returns the checks that lapse or are reinstated. Each checker's latest verdict on exactly these words is reinstated.
    /// </summary>
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

    /// <summary>
    /// Returns the passages whose words are found, at their range or exactly once elsewhere. Repeats, because a passage can move to a place
    /// that another leaves.
    /// </summary>
    private static Dictionary<string, Passage> Settle(
        ImmutableArray<Passage> passages,
        ImmutableArray<Passage> shifted,
        StoryText before,
        Places places
    )
    {
        var settled = new Dictionary<string, Passage>();
        for (var last = -1; last < settled.Count;)
        {
            last = settled.Count;
            foreach (var (was, now) in passages.Zip(shifted).Where(p => !settled.ContainsKey(p.First.Id)))
            {
                if (places.WithItsWords(was, now, before) is { } place)
                {
                    settled[was.Id] = place;
                    places.Take(place);
                }
            }
        }

        return settled;
    }

    private static IEnumerable<StoryEvent> Passage(
        Passage was,
        Passage shifted,
        Passage? settled,
        StoryText before,
        Article after,
        Places places
    )
    {
        var isRead = places.IsRead(shifted);
        var lost = settled is null && !isRead;
        var place = settled ?? (lost ? shifted : places.Whole(shifted));
        var moved =
            settled is not null
            && (!isRead || settled.Field != shifted.Field || settled.Range != shifted.Range || settled.Attribution != shifted.Attribution);
        if (moved)
        {
            yield return new PassageMoved(was.Id, place.Range, place.Attribution, Touched(was, before), Normaliser.Version)
            {
                Field = place.Field == was.Field ? null : place.Field,
            };
        }

        if (lost)
        {
            if (!was.IsOrphaned)
            {
                var (words, attribution) = places.WordsOf(was, before);
                yield return new PassageOrphaned(was.Id, words, attribution, Touched(was, before), Normaliser.Version);
                foreach (var check in was.StandingChecks)
                {
                    yield return new CheckLapsed(was.Id, check.Checker, check.Verdict, words, "", Normaliser.Version);
                }
            }

            yield break;
        }

        places.Take(place);
        var fingerprint = Fingerprints.Of(place, places[place.Field]);
        var (wasWords, nowWords) = (was.OrphanedWords ?? was.Shown(before.Article[was.Field]), place.Shown(after[place.Field]));
        if (fingerprint != was.Fingerprint)
        {
            yield return new PassageReworded(was.Id, wasWords, nowWords, fingerprint, Normaliser.Version)
            {
                Range = moved || place.Range == shifted.Range ? null : place.Range,
            };
        }
        else if (!moved && wasWords != nowWords)
        {
            yield return new PassageRestyled(was.Id, wasWords, nowWords, Normaliser.Version);
        }

        foreach (var judged in Checks(was, fingerprint, wasWords, nowWords))
        {
            yield return judged;
        }
    }

    private static ImmutableArray<string> Touched(Passage was, StoryText before) => was.IsOrphaned ? [] : [.. before.Touched(was)];

    /// <summary>The visible text of the article, and the ranges of its passages.</summary>
    private sealed class Places(Article article, ImmutableArray<Passage> shifted)
    {
        private readonly Dictionary<ArticleField, VisibleText> texts = [];
        private readonly Dictionary<ArticleField, VisibleText?> textsBefore = [];
        private Dictionary<string, Passage>? placed;

        private Dictionary<string, Passage> Placed => placed ??= shifted.Where(IsRead).ToDictionary(p => p.Id);

        public VisibleText this[ArticleField field] =>
            texts.TryGetValue(field, out var text) ? text : texts[field] = VisibleText.Of(field, article[field]);

        /// <summary>Returns whether a passage has a visible word at its range.</summary>
        public bool IsRead(Passage passage) => !passage.IsOrphaned && !passage.Range.IsEmpty && this[passage.Field].HasWords(passage.Range);

        /// <summary>Extends a claim to its whole sentences, without words of other claims; returns other passages unchanged.</summary>
        public Passage Whole(Passage passage)
        {
            if (passage.Kind != PassageKind.Claim)
            {
                return passage;
            }

            var text = this[passage.Field];
            var (start, end) = text.Sentences(passage.Range);
            foreach (var other in Placed.Values.Where(p => p.Id != passage.Id && p.Kind == PassageKind.Claim && p.Field == passage.Field))
            {
                start = other.Range.End <= passage.Range.Start ? Math.Max(start, other.Range.End) : start;
                end = other.Range.Start >= passage.Range.End ? Math.Min(end, other.Range.Start) : end;
            }

            var read = text.Read(new TextRange(start, end));
            return read.IsEmpty || read == text.Read(passage.Range)
                ? passage
                : passage with
                {
                    Range = text.Source(read.Start, read.Length),
                };
        }

        /// <summary>Returns the passage at its words; null where they are nowhere, or only at several other places.</summary>
        public Passage? WithItsWords(Passage was, Passage shifted, StoryText before)
        {
            var isRead = IsRead(shifted);
            if (isRead && Whole(shifted) is var place && HasWordsOf(was, place))
            {
                return place;
            }

            return FindOnce(was, shifted, before) is { } found && Whole(found) is var whole && (!isRead || HasWordsOf(was, whole))
                ? whole
                : null;
        }

        /// <summary>
        /// Returns the passage at the only occurrence of its words, in its field or else in another one; null where there is none, or
        /// several, or another passage is there.
        /// </summary>
        private Passage? FindOnce(Passage was, Passage shifted, StoryText before)
        {
            var (words, attribution) = WordsOf(was, before);
            foreach (
                var fields in new[]
                {
                    [was.Field],
                    Enum.GetValues<ArticleField>().Where(f => f != was.Field && (!IsRead(shifted) || !HadBefore(f, words, before))),
                }
            )
            {
                var places = fields.SelectMany(f => this[f].Find(words).Take(2).Select(range => (Field: f, Range: range))).Take(2).ToList();
                if (places.Count > 0)
                {
                    return places is [var place] ? At(was, place.Field, place.Range, attribution) : null;
                }
            }

            return null;
        }

        private Passage? At(Passage was, ArticleField field, TextRange range, string? attribution)
        {
            if (Placed.Values.Any(p => p.Id != was.Id && p.Kind == was.Kind && p.Field == field && p.Range.Overlaps(range)))
            {
                return null;
            }

            var attributed = attribution is null ? null : StoryDecider.Nearest(this[field].Find(attribution), range);
            var found = was with { Field = field, Range = range, Attribution = attributed, OrphanedWords = null };
            return IsRead(found) ? found : null;
        }

        /// <summary>
        /// Returns whether another text already had the words. They are then a copy, which a passage that keeps its place does not follow.
        /// </summary>
        private bool HadBefore(ArticleField field, string words, StoryText before) => TextBefore(field, before).Find(words).Any();

        private bool HasWordsOf(Passage was, Passage place) => Fingerprints.Of(place, this[place.Field]) == was.Fingerprint;

        /// <summary>Reserves the range of a passage.</summary>
        public void Take(Passage passage) => Placed[passage.Id] = passage;

        /// <summary>
        /// Returns the words of a passage and of its attribution as last read. Markdown out of its place may be read differently.
        /// </summary>
        public (string Words, string? Attribution) WordsOf(Passage was, StoryText before)
        {
            if (was.OrphanedWords is { } lost)
            {
                return (lost, was.OrphanedAttribution);
            }

            var text = TextBefore(was.Field, before);
            return (text.Words(was.Range), was.Attribution is { } range ? text.Words(range) : null);
        }

        private VisibleText TextBefore(ArticleField field, StoryText before)
        {
            textsBefore.TryAdd(field, null);
            return textsBefore[field] ??= VisibleText.Of(field, before.Article[field]);
        }
    }
}
