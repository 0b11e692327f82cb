using System.Collections.Immutable;
using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>Summarises events of stories: what <see cref="Sentences"/> renders. Texts of any length are stored as excerpts.</summary>
public static class EventSummaries
{
    private const int MaxExcerpt = 160;
    private const int MaxEdits = 3;

    /// <summary>Summarises an event.</summary>
    public static EventSummary Of(StoryEvent happened)
    {
        var summary = Described(happened);
        if (happened.Origin is { } origin)
        {
            var import = SummaryArguments.Of(
                ("by", origin.By),
                ("path", happened is StoryDrafted or FileRenamed ? null : origin.Path),
                ("people", origin.Authorship is { People: var people } ? people.ToList() : null)
            );
            return summary with { Arguments = summary.Arguments.With(("import", import)) };
        }

        return summary;
    }

    /// <summary>Writes an instant as an argument.</summary>
    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static EventSummary Described(StoryEvent happened) =>
        happened switch
        {
            StoryDrafted e => EventSummary.Of(
                "story-drafted",
                ("title", Title(e.Article)),
                ("desk", e.Desk),
                ("replaces", e.Replaces?.ToString()),
                ("translationOf", e.TranslationOf?.ToString()),
                ("genre", e.Genre?.ToKebabCase())
            ),
            StoryDescribed e => EventSummary.Of(
                "story-described",
                ("desk", e.Desk),
                ("language", e.Language),
                ("slug", e.Slug),
                ("genre", e.Genre?.ToKebabCase()),
                ("byline", e.Byline),
                ("dateline", e.Dateline)
            ),
            ArticleRevised { RestoredFrom: { } version } e => WithEdits(
                EventSummary.Of("revision-restored", ("version", version)),
                All(e.Edits)
            ),
            ArticleRevised e => WithEdits(EventSummary.Of("article-revised"), All(e.Edits)),
            PassageReworded e => Changed("passage-reworded", "passage-reattributed", e.Was, e.Now, ("passage", e.Passage)),
            PassageRestyled e => Changed("passage-restyled", "passage-restyled", e.Was, e.Now, ("passage", e.Passage)),
            PassageMoved e => EventSummary.Of(
                "passage-moved",
                ("passage", e.Passage),
                ("field", e.Field?.ToKebabCase()),
                ("range", $"{e.Range}")
            ),
            PassageOrphaned e => EventSummary.Of("passage-orphaned", ("passage", e.Passage), ("words", Excerpt(e.Words))),
            CheckLapsed { Now.Length: 0 } e => EventSummary.Of("check-lapsed-words-removed", Check(e.Passage, e.Checker, e.Verdict)),
            CheckLapsed e => Changed("check-lapsed", "check-lapsed-reattributed", e.Was, e.Now, Check(e.Passage, e.Checker, e.Verdict)),
            CheckReinstated e => EventSummary.Of("check-reinstated", Check(e.Passage, e.Checker, e.Verdict)),
            ApprovalLapsed e => EventSummary.Of("approval-lapsed", ("approver", e.Approver)),
            ApprovalReinstated e => EventSummary.Of("approval-reinstated", ("approver", e.Approver)),
            QuoteAttributed e => EventSummary.Of(
                "quote-attributed",
                ("quote", e.Quote),
                ("words", Excerpt(e.Words)),
                ("speaker", e.Speaker),
                ("attribution", e.AttributionWords)
            ),
            ClaimFlagged e => EventSummary.Of("claim-flagged", ("claim", e.Claim), ("words", Excerpt(e.Words))),
            QuoteWithdrawn e => EventSummary.Of("quote-withdrawn", ("quote", e.Quote), ("words", Excerpt(e.Words))),
            ClaimWithdrawn e => EventSummary.Of("claim-withdrawn", ("claim", e.Claim), ("words", Excerpt(e.Words))),
            QuotationDismissed e => EventSummary.Of("quotation-dismissed", ("words", Excerpt(e.Words))),
            FactChecked e => EventSummary.Of(
                "fact-checked",
                ("passage", e.Passage),
                ("words", Excerpt(e.Words)),
                ("verdict", e.Verdict.ToKebabCase()),
                ("evidence", Evidence(e.Evidence))
            ),
            _ => DescribedReview(happened),
        };

    private static EventSummary DescribedReview(StoryEvent happened) =>
        happened switch
        {
            NoteAdded e => EventSummary.Of(
                "note-added",
                ("note", e.Note),
                ("text", Excerpt(e.Text)),
                ("mustResolve", e.MustResolve ? true : null)
            ),
            NoteResolved e => EventSummary.Of("note-resolved", ("note", e.Note)),
            StoryAssigned e => EventSummary.Of(e.Assignee is null ? "assignee-removed" : "story-assigned", ("assignee", e.Assignee)),
            StoryPlanned e => EventSummary.Of(
                "story-planned",
                ("due", e.Due is { } due ? Instant(due) : null),
                ("priority", e.Priority.ToKebabCase())
            ),
            CheckClaimed e => EventSummary.Of("check-claimed", ("passage", e.Passage), ("until", Instant(e.Until))),
            CheckReleased e => EventSummary.Of("check-released", ("passage", e.Passage)),
            StorySubmitted => EventSummary.Of("story-submitted"),
            ChangesRequested => EventSummary.Of("changes-requested"),
            StoryApproved => EventSummary.Of("story-approved"),
            ApprovalWithdrawn => EventSummary.Of("approval-withdrawn"),
            HoldPlaced e => EventSummary.Of("hold-placed", ("hold", e.Hold), ("role", e.Role.ToKebabCase())),
            HoldLifted e => EventSummary.Of("hold-lifted", ("hold", e.Hold)),
            LegalReviewRequested => EventSummary.Of("legal-review-requested"),
            EmbargoSet e => EventSummary.Of("embargo-set", ("until", Instant(e.Until))),
            EmbargoLifted => EventSummary.Of("embargo-lifted"),
            StoryMarkedConfidential e => EventSummary.Of(
                "story-marked-confidential",
                ("role", e.Role.ToKebabCase()),
                ("readers", e.Readers.IsEmpty ? null : e.Readers.ToList())
            ),
            ConfidentialityLifted => EventSummary.Of("confidentiality-lifted"),
            GateWaived e => EventSummary.Of(
                "gate-waived",
                ("gate", e.Gate.ToKebabCase()),
                ("subject", e.Subject),
                ("words", e.Words is null ? null : Excerpt(e.Words))
            ),
            StorySpiked e => EventSummary.Of("story-spiked", ("voidsApprovals", e.VoidsApprovals == true ? true : null)),
            StoryUnspiked e => EventSummary.Of("story-unspiked", ("voidsApprovals", e.VoidsApprovals == true ? true : null)),
            FileRenamed e => EventSummary.Of("file-renamed", ("from", e.From), ("to", e.To)),
            _ => DescribedPublication(happened),
        };

    private static EventSummary DescribedPublication(StoryEvent happened) =>
        happened switch
        {
            EditionEvent e => EventSummary.Of(
                "edition-published",
                ("edition", e.Edition),
                ("kind", e.Kind == EditionKind.First ? null : e.Kind.ToKebabCase()),
                ("title", Title(e.Article)),
                ("waived", Waived(e.Gates)),
                ("schedule", (e as StoryPublished)?.Schedule)
            ),
            PublicationScheduled e => EventSummary.Of(
                "publication-scheduled",
                ("time", Instant(e.Time)),
                ("kind", e.Kind?.ToKebabCase())
            ),
            ScheduleCancelled e => EventSummary.Of("schedule-cancelled", ("time", Instant(e.Time))),
            ScheduledPublicationFailed e => EventSummary.Of(
                "scheduled-publication-failed",
                ("time", Instant(e.Time)),
                ("reason", e.Reason),
                ("gates", e.Gates.IsDefaultOrEmpty ? null : e.Gates.Select(gate => gate.Gate.ToKebabCase()).ToList())
            ),
            StoryWithheld e => EventSummary.Of("story-withheld", ("edition", e.Edition), ("role", e.Role.ToKebabCase())),
            StoryReleased e => EventSummary.Of("story-released", ("edition", e.Edition)),
            StoryRetracted e => EventSummary.Of("story-retracted", ("edition", e.Edition), ("notice", Excerpt(e.Notice))),
            StoryKilled e => EventSummary.Of(
                "story-killed",
                ("edition", e.Edition),
                ("role", e.Role.ToKebabCase()),
                ("notice", Excerpt(e.Notice))
            ),
            FactCheckPublished e => EventSummary.Of(
                "fact-check-published",
                ("claim", e.Claim),
                ("words", Excerpt(e.Words)),
                ("claimant", e.Claimant),
                ("rating", e.Rating.Name)
            ),
            FactCheckWithdrawn e => EventSummary.Of(
                "fact-check-withdrawn",
                ("claim", e.Claim),
                ("cause", e.Cause == FactCheckEnd.Withdrawn ? null : e.Cause.ToKebabCase())
            ),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary."),
        };

    private static (string Name, object? Value)[] Check(string passage, string checker, Verdict verdict) =>
        [("passage", passage), ("checker", checker), ("verdict", verdict.ToKebabCase())];

    /// <summary>Summarises a change of words; where they are the same, the attribution changed.</summary>
    private static EventSummary Changed(
        string reworded,
        string reattributed,
        string was,
        string now,
        params ReadOnlySpan<(string Name, object? Value)> arguments
    ) =>
        was == now
            ? EventSummary.Of(reattributed, arguments)
            : WithEdits(EventSummary.Of(reworded, arguments), [.. TextDiff.Between(was, now)]);

    private static List<TextEdit> All(ArticleEdits edits) => [.. edits.Headline, .. edits.Standfirst, .. edits.Body];

    private static EventSummary WithEdits(EventSummary summary, List<TextEdit> edits)
    {
        var arguments = summary.Arguments.With(
            ("edits", edits.Take(MaxEdits).Select(Edit).ToList()),
            ("moreEdits", edits.Count > MaxEdits ? edits.Count - MaxEdits : null)
        );
        return summary with { Arguments = arguments };
    }

    // An excerpt of white space is an empty text; missing words have no member.
    private static SummaryArguments Edit(TextEdit edit) =>
        SummaryArguments.Of(
            ("remove", edit.Remove.Length == 0 ? null : Excerpt(edit.Remove)),
            ("insert", edit.Insert.Length == 0 ? null : Excerpt(edit.Insert))
        );

    private static List<SummaryArguments>? Evidence(ImmutableArray<EvidenceItem> evidence) =>
        evidence.IsDefaultOrEmpty
            ? null
            : [.. evidence.Select(e => SummaryArguments.Of(("kind", e.Kind.ToKebabCase()), ("citation", e.Citation)))];

    private static List<string>? Waived(ImmutableArray<PublishedGate> gates) =>
        gates.Where(g => g.Outcome == GateOutcome.Waived).Select(g => g.Gate.ToKebabCase()).ToList() is { Count: > 0 } waived
            ? waived
            : null;

    private static string Title(Article article) => article.Headline.Length > 0 ? article.Headline : Excerpt(article.Body);

    /// <summary>Cuts words to one short line.</summary>
    internal static string Excerpt(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxExcerpt)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt;
        return string.Concat(line.AsSpan(0, end), "…");
    }
}
