using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Numbers;

/// <summary>
/// Folds the events of a story to what the numbers count: one act for each event that they need, none for others.
/// </summary>
/// <param name="desk">The desk before the first event; null at the beginning of the story.</param>
/// <param name="keyOf">Returns the key that a name is stored by.</param>
public sealed class ActCounter(string? desk, Func<string, string> keyOf)
{
    private readonly Dictionary<string, (DateTimeOffset? MarkedAt, bool IsVerified)> passages = [];

    private string? desk = desk;

    /// <summary>Returns whether the numbers need an event.</summary>
    public static bool Counts(object happened) =>
        happened switch
        {
            StoryEvent.StoryDescribed described => described.Desk is not null,
            _ => happened
                is StoryEvent.StoryDrafted
                    or StoryEvent.QuoteAttributed
                    or StoryEvent.ClaimFlagged
                    or StoryEvent.FactChecked
                    or StoryEvent.CheckLapsed
                    or StoryEvent.CheckReinstated
                    or StoryEvent.EditionEvent,
        };

    /// <summary>Adds what is known of a passage before the first event.</summary>
    /// <param name="passage">Its key.</param>
    /// <param name="markedAt">When it was first marked; null where that is not known.</param>
    /// <param name="isVerified">Whether its time to verify was counted.</param>
    public void Know(string passage, DateTimeOffset? markedAt, bool isVerified) => passages[passage] = (markedAt, isVerified);

    /// <summary>Returns the act of the next event of the story; null for an event that the numbers do not need.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    public CountedAct? Next(object happened, DateTimeOffset at) =>
        happened switch
        {
            StoryEvent.StoryDrafted e => OfDesk(e.Desk, at),
            StoryEvent.StoryDescribed { Desk: { } named } => OfDesk(named, at),
            StoryEvent.QuoteAttributed e => Marked(KeyOf(e.Quote), at),
            StoryEvent.ClaimFlagged e => Marked(KeyOf(e.Claim), at),
            StoryEvent.FactChecked e => Judged(KeyOf(e.Passage), e.Verdict, at),
            StoryEvent.CheckLapsed e => new CountedAct(at, desk, CountedKind.CheckLapsed, KeyOf(e.Passage), null),
            StoryEvent.CheckReinstated e => new CountedAct(at, desk, CountedKind.CheckReinstated, KeyOf(e.Passage), null),
            StoryEvent.EditionEvent e => new CountedAct(at, desk, KindOf(e), "", null),
            _ => null,
        };

    private static CountedKind KindOf(StoryEvent.EditionEvent edition) =>
        edition.Kind == EditionKind.Correction ? CountedKind.CorrectionPublished : CountedKind.EditionPublished;

    private CountedAct OfDesk(string? named, DateTimeOffset at)
    {
        desk = named is null ? null : keyOf(named);
        return new CountedAct(at, desk, CountedKind.DeskNamed, "", null);
    }

    private CountedAct Marked(string passage, DateTimeOffset at)
    {
        var known = passages.GetValueOrDefault(passage);
        passages[passage] = (known.MarkedAt ?? at, known.IsVerified);
        return new CountedAct(at, desk, CountedKind.PassageMarked, passage, null);
    }

    private CountedAct Judged(string passage, Verdict verdict, DateTimeOffset at)
    {
        long? seconds = null;
        if (verdict == Verdict.Verified && passages.GetValueOrDefault(passage) is { MarkedAt: { } marked, IsVerified: false })
        {
            // A clock that was set back gives no negative time.
            seconds = Math.Max(0, (long)(at - marked).TotalSeconds);
            passages[passage] = (marked, true);
        }

        return new CountedAct(at, desk, CountedKind.VerdictGiven, passage, seconds);
    }

    // Damaged events may lack the name.
    private string KeyOf(string? passage) => passage is null ? "" : keyOf(passage);
}
