using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>A revision that somebody else made while a command was on its way.</summary>
/// <param name="Version">The story's version it made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Edits">What it changed.</param>
public sealed record OtherRevision(long Version, string By, ArticleEdits Edits)
{
    /// <summary>Gets the version its author saw; null for words that were restored or imported.</summary>
    public long? Saw { get; init; }

    internal static OtherRevision Of(ArticleRevised revised, EventMetadata stamp) =>
        new(stamp.Version, stamp.Author, revised.Edits)
        {
            Saw = revised.RestoredFrom is null && stamp.Origin is null ? revised.BasedOn ?? stamp.Version - 1 : null,
        };
}

/// <summary>
/// What happened to a story between the version a command was based on and the version it meets. Only revisions stand in the way of
/// commands that merge; a command is carried over them, or told where they overlap.
/// </summary>
/// <param name="BasedOn">The version the command was based on.</param>
/// <param name="Current">The version it meets.</param>
/// <param name="Revisions">The revisions made meanwhile, in order.</param>
public sealed partial record ConcurrentRevisions(long BasedOn, long Current, ImmutableArray<OtherRevision> Revisions)
{
    // Each time somebody asks who changed a range, all revisions are gone through.
    private const int MostAsked = 200;

    /// <summary>The quotes attributed meanwhile, for the first time or anew.</summary>
    public ImmutableHashSet<string> Attributed { get; init; } = [];

    /// <summary>Gets whether more was rewritten than is merged. What is known of it is then not all.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>What the events after the version a command was based on come to.</summary>
    public static ConcurrentRevisions Since(long basedOn, IEnumerable<(StoryEvent Happened, EventMetadata Metadata)> events)
    {
        var all = events.ToList();
        return new ConcurrentRevisions(
            basedOn,
            all.Count == 0 ? basedOn : all[^1].Metadata.Version,
            [.. all.Where(e => e.Happened is ArticleRevised).Select(e => OtherRevision.Of((ArticleRevised)e.Happened, e.Metadata))]
        )
        {
            Attributed = [.. all.Select(e => e.Happened).OfType<QuoteAttributed>().Select(e => e.Quote)],
        };
    }

    /// <summary>Refuses a command where more was rewritten since than is merged.</summary>
    /// <param name="current">The story's version.</param>
    public Refusal? RefuseTooLarge(long current) => IsTooLarge ? Refusal.TooLargeToMerge(BasedOn, current) : null;

    /// <summary>What the revisions come to together, in the fewest words.</summary>
    public ImmutableArray<TextEdit> Edits(ArticleField field) =>
        [.. TextEdits.Compose([.. Revisions.Select(r => r.Edits[field])]).SelectMany(edit => edit.Finer())];

    /// <summary>The texts as they were before the revisions.</summary>
    /// <param name="now">The texts as they are.</param>
    public Article Before(Article now) =>
        now with
        {
            Headline = Edits(ArticleField.Headline).Invert().Apply(now.Headline),
            Standfirst = Edits(ArticleField.Standfirst).Invert().Apply(now.Standfirst),
            Body = Edits(ArticleField.Body).Invert().Apply(now.Body),
        };

    /// <summary>
    /// The edits that lead from what the author of a revision saw to what they want, as edits of the words as they are now.
    /// </summary>
    /// <param name="text">The words as they are now.</param>
    /// <param name="wanted">The whole text the author wants, for the fields they gave.</param>
    /// <param name="by">The author.</param>
    /// <param name="edits">The edits, where nothing overlaps.</param>
    /// <returns>A refusal with both sides of every overlap, or null.</returns>
    public Refusal? Merge(StoryText text, Func<ArticleField, string?> wanted, string by, out ArticleEdits edits)
    {
        if (TryOverOwnSaves(text, wanted, by, out edits, out var refusal))
        {
            return refusal;
        }

        var merged = new Dictionary<ArticleField, ImmutableArray<TextEdit>>();
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            if (wanted(field) is not { } whole)
            {
                merged[field] = [];
                continue;
            }

            var theirs = Edits(field);
            if (theirs.IsEmpty)
            {
                merged[field] = TextDiff.Between(text.Article[field], whole);
                continue;
            }

            if (
                Revisions.All(revision => revision.By == by || revision.Edits[field].IsDefaultOrEmpty)
                && ThreeWayMerge.OverOwn(theirs, text.Article[field], whole) is { } own
            )
            {
                merged[field] = own;
                continue;
            }

            var before = theirs.Invert().Apply(text.Article[field]);
            var mine = TextDiff.Between(before, whole);
            merged[field] = ThreeWayMerge.Over(mine, theirs, before, ChangedOnlyBy(by, field), out var overlaps);
            conflicts.AddRange(overlaps.Select(overlap => Conflict.Of(field, overlap, before, theirs, text.Article[field], by, this)));
        }

        edits = new ArticleEdits(merged[ArticleField.Headline], merged[ArticleField.Standfirst], merged[ArticleField.Body]);
        return conflicts.Count == 0 ? null : ConflictRefusal.Of(Current, conflicts.DrainToImmutable());
    }

    /// <summary>Where words that somebody marked in the text as they saw it are now.</summary>
    /// <param name="text">The words as they are now.</param>
    /// <param name="field">The text they marked them in.</param>
    /// <param name="range">Where they marked them.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">Where the words are now, when nobody touched them.</param>
    /// <returns>A refusal with what became of the words, or null.</returns>
    public Refusal? Follow(StoryText text, ArticleField field, TextRange range, string by, out TextRange now)
    {
        var theirs = Edits(field);
        now = theirs.Shift(range);
        if (!theirs.Touch(range))
        {
            return null;
        }

        var before = theirs.Invert().Apply(text.Article[field]);
        var touching = theirs.Where(edit => edit.At <= range.End && edit.End >= range.Start).ToImmutableArray();
        var hull = new TextRange(Math.Min(range.Start, touching[0].At), Math.Max(range.End, touching[^1].End));
        return ConflictRefusal.Of(
            Current,
            [Conflict.Of(field, new Overlap(hull, [], touching), before, theirs, text.Article[field], by, this)]
        );
    }

    /// <summary>Everyone whose revisions changed words of a range, or at its ends, and the version of the last of them.</summary>
    /// <param name="field">The text.</param>
    /// <param name="range">Where, in that text before all revisions.</param>
    public (ImmutableArray<string> People, long Version) WhoChanged(ArticleField field, TextRange range)
    {
        var (people, version) = (new SortedSet<string>(StringComparer.Ordinal), BasedOn);
        foreach (var revision in Revisions)
        {
            var edits = revision.Edits[field];
            var before = edits.Where(e => e.End < range.Start).Sum(e => e.Shift);
            var here = edits.Where(e => e.At <= range.End && e.End >= range.Start).ToList();
            if (here.Count > 0)
            {
                people.Add(revision.By);
                version = revision.Version;
                range = new TextRange(Math.Min(range.Start, here[0].At), Math.Max(range.End, here[^1].End) + here.Sum(e => e.Shift));
            }

            range = new TextRange(range.Start + before, range.End + before);
        }

        return ([.. people], version);
    }

    /// <summary>Whether only one person's revisions changed a range.</summary>
    private Func<TextRange, bool> ChangedOnlyBy(string person, ArticleField field)
    {
        var isTheirs = Revisions.Any(revision => revision.By == person);
        var isAllTheirs = Revisions.All(revision => revision.By == person);
        var asked = 0;
        return range => isTheirs && (isAllTheirs || (asked++ < MostAsked && WhoChanged(field, range).People.All(by => by == person)));
    }
}
