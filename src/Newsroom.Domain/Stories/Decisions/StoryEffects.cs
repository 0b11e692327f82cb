using System.Collections.Immutable;
using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Describes what an accepted command would change besides what it asks for.</summary>
public static class StoryEffects
{
    /// <summary>Lists the effects of an accepted command, in the order of its events.</summary>
    /// <param name="before">The story before it; null where the command starts one.</param>
    /// <param name="accepted">The decision.</param>
    /// <param name="actor">The caller.</param>
    /// <param name="now">The time of the decision.</param>
    public static ImmutableArray<CommandEffect> Of(StorySnapshot? before, AcceptedStoryCommand accepted, Actor actor, DateTimeOffset now)
    {
        var merges = accepted.MergedOver.Select(Merge);
        if (before is null)
        {
            return [.. merges];
        }

        return
        [
            .. merges,
            .. accepted.Events.SelectMany(e => OfEvent(before.Story, e)),
            .. IsTextual(accepted) ? Compare(Applying(before), Applying(Fold(before, accepted, actor, now))) : [],
        ];
    }

    // Other commands add waivers and dismissals, or leave them alone.
    private static bool IsTextual(AcceptedStoryCommand accepted) =>
        accepted.Events.Any(e => e is ArticleRevised or EditionEvent or QuoteAttributed or FactChecked or ChangesRequested or StorySpiked);

    private static StorySnapshot Fold(StorySnapshot before, AcceptedStoryCommand accepted, Actor actor, DateTimeOffset now) =>
        accepted.Events.Aggregate(
            before,
            (at, happened) =>
                StorySnapshot.Evolve(at, at.Story.Id, happened, new EventMetadata(at.Story.Version + 1, now, actor.Person, accepted.As))
        );

    private static CommandEffect Merge(OtherRevision other) =>
        new(
            EffectKind.Merges,
            string.Create(CultureInfo.InvariantCulture, $"The command would be merged with version {other.Version} by {{{other.By}}}.")
        );

    private static IEnumerable<CommandEffect> OfEvent(Story before, StoryEvent happened) =>
        happened switch
        {
            CheckLapsed { Now.Length: 0 } e => [Lapses($"{CheckOf(e.Passage, e.Checker, e.Verdict)} would lapse: the words are removed.")],
            CheckLapsed e when e.Was == e.Now =>
            [
                Lapses($"{CheckOf(e.Passage, e.Checker, e.Verdict)} would lapse: the attribution changes."),
            ],
            CheckLapsed e => [Lapses($"{CheckOf(e.Passage, e.Checker, e.Verdict)} would lapse: the words change.")],
            CheckReinstated e =>
            [
                Returns($"{CheckOf(e.Passage, e.Checker, e.Verdict)} would be valid again: the checked words are restored."),
            ],
            ApprovalLapsed e => [Lapses($"The approval by {{{e.Approver}}} would lapse: the article would differ from the approved one.")],
            ApprovalReinstated e =>
            [
                Returns($"The approval by {{{e.Approver}}} would be valid again: the article would be the approved one."),
            ],
            PassageOrphaned e => [Changes($"{e.Passage} would be orphaned: its words are removed from the article.")],
            PassageMoved e => [Changes($"{e.Passage} would move with its words.")],
            ChangesRequested or StorySpiked { VoidsApprovals: true } or StoryUnspiked { VoidsApprovals: true } => Voided(before),
            EditionEvent { Edition: > 1 } e =>
            [
                Changes(string.Create(CultureInfo.InvariantCulture, $"Edition {e.Edition} would replace edition {e.Edition - 1}.")),
            ],
            ScheduleCancelled e when before.Schedule?.Version == e.Schedule =>
            [
                Changes($"The publication scheduled for {EventSummaries.Instant(e.Time)} would be cancelled."),
            ],
            StoryWithheld e => [Changes($"{Readers(e.Edition)} would not see it until it is released.")],
            StoryReleased e => [Changes($"{Readers(e.Edition)} would see it again.")],
            StoryRetracted e => [Changes($"{Readers(e.Edition)} would see the notice in place of it. This cannot be undone.")],
            StoryKilled e =>
            [
                Changes($"{Readers(e.Edition)} would see only that it is gone, and the notice. This cannot be undone."),
            ],
            FactCheckWithdrawn { Cause: not FactCheckEnd.Withdrawn } e =>
            [
                Changes($"The public fact check of {e.Claim} would be withdrawn: {FactCheckEnds.Render(e.Cause.ToKebabCase())}."),
            ],
            ArticleRevised e => OfSchedule(before, e.Fingerprint),
            StoryDescribed e => OfSchedule(before, e.Fingerprint),
            _ => [],
        };

    private static string Readers(int edition) => string.Create(CultureInfo.InvariantCulture, $"Readers of edition {edition}");

    /// <summary>Describes what other words mean for a scheduled publication.</summary>
    private static IEnumerable<CommandEffect> OfSchedule(Story before, Fingerprint after)
    {
        if (before.Schedule is not { } due || before.Fingerprint == after)
        {
            yield break;
        }

        var scheduled = $"The publication scheduled for {EventSummaries.Instant(due.Time)}";
        if (before.Fingerprint == due.Fingerprint)
        {
            yield return Lapses($"{scheduled} would fail: the words would not be the scheduled ones.");
        }
        else if (after == due.Fingerprint)
        {
            yield return Returns($"{scheduled} would be possible again: the words would be the scheduled ones.");
        }
    }

    private static IEnumerable<CommandEffect> Voided(Story before) =>
        before.Approvals.Where(a => a.Standing).Select(a => Lapses($"The approval by {{{a.By}}} would be void."));

    private static string CheckOf(string passage, string checker, Verdict verdict) =>
        $"The check of {passage} by {{{checker}}} ({verdict.ToKebabCase()})";

    /// <summary>Names the waivers and dismissals that apply to current words.</summary>
    private static Dictionary<string, string> Applying(StorySnapshot at)
    {
        var (story, text) = at;
        if (story.Waivers.IsEmpty && story.Dismissals.IsEmpty)
        {
            return [];
        }

        var quoted = QuotedList.Of(story, text, QuotationFinder.MinWords).ToLookup(q => q.Fingerprint);
        var applying = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var waiver in story.Waivers.Where(w => IsCurrent(w, story, quoted)))
        {
            applying[$"{waiver.Gate} {waiver.Subject} {waiver.Fingerprint.Hex}"] =
                $"The waiver of {waiver.Gate.ToKebabCase()} for {waiver.Subject} by {{{waiver.By}}}";
        }

        foreach (var dismissal in story.Dismissals.Where(d => quoted.Contains(d.Fingerprint)))
        {
            var words = quoted[dismissal.Fingerprint].First().Read;
            applying[dismissal.Fingerprint.Hex] = $"The dismissal of {EventSummaries.Excerpt(words)} by {{{dismissal.By}}}";
        }

        return applying;
    }

    private static bool IsCurrent(Waiver waiver, Story story, ILookup<Fingerprint, QuotedWords> quoted) =>
        story.PassageOf(waiver.Subject)?.Fingerprint == waiver.Fingerprint
        || (waiver.Subject == ApprovalGates.Article && story.Fingerprint == waiver.Fingerprint)
        || quoted.Contains(waiver.Fingerprint);

    private static IEnumerable<CommandEffect> Compare(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [
            .. before.Where(b => !after.ContainsKey(b.Key)).Select(b => Lapses($"{b.Value} would no longer apply.")),
            .. after.Where(a => !before.ContainsKey(a.Key)).Select(a => Returns($"{a.Value} would apply again.")),
        ];

    private static CommandEffect Lapses(string sentence) => new(EffectKind.Lapses, sentence);

    private static CommandEffect Returns(string sentence) => new(EffectKind.Returns, sentence);

    private static CommandEffect Changes(string sentence) => new(EffectKind.Changes, sentence);
}
