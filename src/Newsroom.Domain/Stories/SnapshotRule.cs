using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Selects the versions of a story that are stored as snapshots, from its events alone: every 50th, and those after enough large events. A
/// read of any version then folds events of bounded number and size, and a snapshot is at most a constant times as large as the events it
/// saves. Sizes are estimates in code units, the same in every build.
/// </summary>
public static class SnapshotRule
{
    /// <summary>The number of versions between snapshots where no event is large.</summary>
    public const int Interval = 50;

    /// <summary>The minimum size of a large event. Smaller ones are not counted; there are fewer than <see cref="Interval"/>.</summary>
    public const long Large = 256 * 1024;

    /// <summary>The total size of large events from which a snapshot is stored.</summary>
    public const long Enough = 8 * 1024 * 1024;

    // Words of many authors make a snapshot larger than its text. Its size is at most this many times that of the events it saves.
    private const long MaxSizeRatio = 4;

    // An edit, a span or another list element without its words counts as much: about the JSON of an edit, and about what each costs.
    private const long Element = 64;

    /// <summary>Returns whether an event is large.</summary>
    public static bool IsLarge(StoryEvent happened) => SizeOf(happened) >= Large;

    /// <summary>Adds an event to the size of large events since the last snapshot.</summary>
    public static long Add(long since, StoryEvent happened) => SizeOf(happened) is >= Large and var size ? since + size : since;

    /// <summary>Returns whether a version is stored as a snapshot.</summary>
    /// <param name="last">The event of the version.</param>
    /// <param name="since">The size of large events since the last snapshot, this one included.</param>
    /// <param name="at">The story at this version.</param>
    public static bool IsDue(StoryEvent last, long since, StorySnapshot at) =>
        at.Story.Version % Interval == 0 || (since >= Enough && IsLarge(last) && since * MaxSizeRatio >= SizeOf(at.Text));

    /// <summary>Estimates the size of an event as JSON, in code units. Members of at most a few thousand characters are ignored.</summary>
    public static long SizeOf(StoryEvent happened) =>
        SizeOf(happened.Origin?.Authorship)
        + happened switch
        {
            StoryDrafted e => SizeOf(e.Article),
            ArticleRevised e => SizeOf(e.Edits) + SizeOf(e.Carried ?? []),
            PassageReworded e => Length(e.Was, e.Now),
            PassageRestyled e => Length(e.Was, e.Now),
            PassageMoved e => SizeOf(e.Touched),
            PassageOrphaned e => Length(e.Words, e.Attribution) + SizeOf(e.Touched),
            CheckLapsed e => Length(e.Was, e.Now),
            CheckReinstated e => Length(e.Words),
            QuoteAttributed e => Length(e.Words, e.AttributionWords),
            ClaimFlagged e => Length(e.Words),
            QuoteWithdrawn e => Length(e.Words),
            ClaimWithdrawn e => Length(e.Words),
            QuotationDismissed e => Length(e.Words, e.Phrase),
            FactChecked e => Length(e.Words, e.Read) + e.Evidence.Sum(SizeOf),
            GateWaived e => Length(e.Words),
            StoryMarkedConfidential e => e.Readers.Concat(e.Acted).Sum(person => (long)person.Length),
            FactCheckPublished e => Length(e.Words, e.Explanation)
                + e.Evidence.Sum(piece => Element + Length(piece.Citation, piece.Url, piece.Locator)),
            StoryCorrected e => SizeOf((EditionEvent)e)
                + SizeOf(e.Changed)
                + SizeOf(e.Replaced)
                + (e.ReplacedWords ?? []).Sum(r => r.Words.Length + Element)
                + (e.RestoredWords ?? []).Sum(words => words.Length + Element),
            EditionEvent e => SizeOf(e),
            _ => 0,
        };

    /// <summary>Estimates the size of a check as JSON, in code units.</summary>
    public static long SizeOf(CheckRecord check) => Length(check.Words, check.Reason, check.Method) + check.Evidence.Sum(SizeOf);

    /// <summary>Estimates the size of a story's texts and blame as JSON, in code units.</summary>
    public static long SizeOf(StoryText text) =>
        SizeOf(text.Article) + SizeOf(text.HeadlineBlame) + SizeOf(text.StandfirstBlame) + SizeOf(text.BodyBlame);

    private static long SizeOf(EvidenceItem piece) =>
        Element + Length(piece.Citation, piece.Url, piece.Locator, piece.Excerpt, piece.SuppliedBy);

    private static long SizeOf(EditionEvent e) =>
        SizeOf(e.Article) + SizeOf(e.Passages) + e.Gates.Sum(gate => Length(gate.Asks) + gate.Reasons.Sum(SizeOf));

    private static long SizeOf(ImmutableArray<PassageFingerprint> passages) =>
        passages.IsDefaultOrEmpty ? 0 : passages.Sum(p => p.Passage.Length + (2 * Element));

    private static long SizeOf(PublishedReason reason) =>
        (8 * Element)
        + Length(reason.Subject, reason.Message, reason.Words)
        + Length(reason.Waiver?.Reason, reason.DismissedBefore?.Words, reason.DismissedBefore?.Reason)
        + (reason.Ways ?? []).Sum(way => Element + SizeOf(way.OnlyBy) + SizeOf(way.NotBy));

    private static long SizeOf(Article article) => article.Headline.Length + article.Standfirst.Length + article.Body.Length;

    private static long SizeOf(ArticleEdits edits) => SizeOf(edits.Headline) + SizeOf(edits.Standfirst) + SizeOf(edits.Body);

    private static long SizeOf(ImmutableArray<TextEdit> edits) =>
        edits.IsDefaultOrEmpty ? 0 : edits.Sum(edit => edit.Remove.Length + edit.Insert.Length + Element);

    private static long SizeOf(ImmutableArray<CarriedWords> carried) =>
        carried.IsDefaultOrEmpty ? 0 : carried.Sum(c => SizeOf(c.Blame) + Element);

    private static long SizeOf(Blame blame) =>
        (Element * (blame.Spans.Length + blame.Seams.Length)) + blame.Spans.Sum(span => SizeOf(span.Movers) + SizeOf(span.CoAuthors ?? []));

    private static long SizeOf(ImmutableArray<string> people) =>
        people.IsDefaultOrEmpty ? 0 : people.Sum(person => person.Length + Element);

    private static long SizeOf(Authorship? authorship) =>
        authorship is null ? 0 : SizeOf(authorship.People) + SizeOf(authorship.Inserted) + SizeOf(authorship.Removed);

    private static long SizeOf(ImmutableArray<AuthoredRange>? ranges) => (ranges ?? []).Sum(range => Element + SizeOf(range.By));

    private static long Length(params ReadOnlySpan<string?> texts)
    {
        var length = 0L;
        foreach (var text in texts)
        {
            length += text?.Length ?? 0;
        }

        return length;
    }
}
