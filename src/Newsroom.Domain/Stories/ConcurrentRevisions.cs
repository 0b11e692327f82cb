using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>A revision committed since the base version of a command.</summary>
/// <param name="Version">The version of the story after it.</param>
/// <param name="By">The author.</param>
/// <param name="Edits">Its edits.</param>
public sealed record OtherRevision(long Version, string By, ArticleEdits Edits)
{
    /// <summary>Gets the version that its author read; null for restored or imported words.</summary>
    public long? Saw { get; init; }

    internal static OtherRevision Of(ArticleRevised revised, EventMetadata metadata) =>
        new(metadata.Version, metadata.Author, revised.Edits)
        {
            Saw = revised.RestoredFrom is null && metadata.Origin is null ? revised.BasedOn ?? metadata.Version - 1 : null,
        };
}

/// <summary>
/// The revisions between the base version of a command and the current version. A command that merges is rebased over them, and refused
/// where they overlap.
/// </summary>
/// <param name="BasedOn">The base version of the command.</param>
/// <param name="Current">The current version.</param>
/// <param name="Revisions">The revisions between them, in order.</param>
public sealed partial record ConcurrentRevisions(long BasedOn, long Current, ImmutableArray<OtherRevision> Revisions)
{
    // Each query who changed a range scans all revisions.
    private const int MaxLookups = 200;

    /// <summary>Gets the quotes that were attributed or reattributed since.</summary>
    public ImmutableHashSet<string> Attributed { get; init; } = [];

    /// <summary>Gets whether the revisions exceed the size that is merged; they are then incomplete.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>Collects the events after a base version.</summary>
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

    /// <summary>Refuses a command where the revisions are too large to merge.</summary>
    /// <param name="current">The current version.</param>
    public Refusal? RefuseTooLarge(long current) => IsTooLarge ? Refusal.TooLargeToMerge(BasedOn, current) : null;

    /// <summary>Composes the revisions of a field into word-level edits.</summary>
    public ImmutableArray<TextEdit> Edits(ArticleField field) =>
        [.. TextEdits.Compose([.. Revisions.Select(r => r.Edits[field])]).SelectMany(edit => edit.Finer())];

    /// <summary>Returns the texts before the revisions.</summary>
    /// <param name="now">The current texts.</param>
    public Article Before(Article now) =>
        now with
        {
            Headline = Edits(ArticleField.Headline).Invert().Apply(now.Headline),
            Standfirst = Edits(ArticleField.Standfirst).Invert().Apply(now.Standfirst),
            Body = Edits(ArticleField.Body).Invert().Apply(now.Body),
        };

    /// <summary>Merges a save: converts its changes to edits of the current texts.</summary>
    /// <param name="text">The current texts.</param>
    /// <param name="wanted">The whole new text of each given field.</param>
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

    /// <summary>Locates words that were marked in the base version.</summary>
    /// <param name="text">The current texts.</param>
    /// <param name="field">The field.</param>
    /// <param name="range">The range in the base version.</param>
    /// <param name="by">The caller.</param>
    /// <param name="now">The current range, where the words are unchanged.</param>
    /// <returns>A refusal with the changed words; null where they are unchanged.</returns>
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

    /// <summary>Returns everyone whose revisions changed a range, or its ends, and the latest version that did.</summary>
    /// <param name="field">The field.</param>
    /// <param name="range">The range before all revisions.</param>
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

    /// <summary>Returns a function that decides whether only one person's revisions changed a range.</summary>
    private Func<TextRange, bool> ChangedOnlyBy(string person, ArticleField field)
    {
        var isTheirs = Revisions.Any(revision => revision.By == person);
        var isAllTheirs = Revisions.All(revision => revision.By == person);
        var asked = 0;
        return range => isTheirs && (isAllTheirs || (asked++ < MaxLookups && WhoChanged(field, range).People.All(by => by == person)));
    }
}
