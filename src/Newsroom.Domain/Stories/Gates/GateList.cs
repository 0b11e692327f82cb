using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Evaluates the gates of a story.</summary>
public static class GateList
{
    /// <summary>Evaluates every gate of a policy.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="policy">The policy that binds the story.</param>
    /// <param name="now">The time of evaluation, for the embargo.</param>
    public static ImmutableArray<GateResult> Evaluate(Story story, StoryText text, Policy policy, DateTimeOffset now)
    {
        var quoted = QuotedList.Of(story, text, policy.FewestWords);
        return
        [
            .. Enum.GetValues<Gate>()
                .Select(policy.TermsOf)
                .OfType<GateTerms>()
                .Select(terms =>
                    GateResult.Of(terms.Gate, Asks(terms), Finished([.. Reasons(terms, story, text, quoted, now)], terms, story, text))
                ),
        ];
    }

    /// <summary>
    /// Returns whether the story is in review and not withheld, no gate fails, and readers do not have exactly this article.
    /// </summary>
    public static bool IsReady(Story story, StoryText text, ImmutableArray<GateResult> gates) =>
        story is { Stage: Stage.InReview, Publication.Status: not PublicationStatus.Withheld }
        && gates.All(g => g.Outcome != GateOutcome.Failed)
        && !story.IsPublishedAs(text.Article);

    private static IEnumerable<GateReason> Reasons(
        GateTerms terms,
        Story story,
        StoryText text,
        ImmutableArray<QuotedWords> quoted,
        DateTimeOffset now
    ) =>
        terms.Gate switch
        {
            Gate.QuotesAttributed => QuotationGates.Attributed(story, text, quoted),
            Gate.QuotesVerified =>
            [
                .. CheckGates.Checked(story, text, PassageKind.Quote, terms),
                .. FindingGates.Standing(story, text, PassageKind.Quote, quoted),
            ],
            Gate.ClaimsChecked =>
            [
                .. CheckGates.Checked(story, text, PassageKind.Claim, terms),
                .. FindingGates.Standing(story, text, PassageKind.Claim, quoted),
            ],
            Gate.HeadlineQuotesSourced => QuotationGates.Sourced(story, text, quoted),
            Gate.Approvals => ApprovalGates.Approved(story, text, terms),
            Gate.LegalClearance => ApprovalGates.Cleared(story, text),
            Gate.NoHolds => story.Holds.Select(StopGates.Held),
            Gate.NotesResolved => story.Notes.Where(n => n.MustResolve).Select(note => StopGates.Open(story, note)),
            Gate.EmbargoPassed => StopGates.Embargoed(story, now),
            _ => throw new InvalidOperationException($"{terms.Gate} has no rule."),
        };

    /// <summary>Renders a gate's requirement.</summary>
    internal static string Asks(GateTerms terms) =>
        terms.Gate switch
        {
            Gate.QuotesAttributed =>
                $"Every quotation of {terms.FewestWords ?? QuotationFinder.MinWords} words or more is a quote with a speaker, or "
                    + "dismissed as not being speech.",
            Gate.QuotesVerified =>
                $"Each quote is verified by {Count(terms.Minimum ?? 1, "fact-checker")} who did not touch or attribute it, and no "
                    + "fact-checker found otherwise. The article has no words found wrong or disputed.",
            Gate.ClaimsChecked =>
                $"Each claim is verified by {Count(terms.Minimum ?? 1, "fact-checker")} who did not touch it, and no fact-checker found "
                    + "otherwise. The article has no words found wrong or disputed.",
            Gate.HeadlineQuotesSourced => "Words in quotation marks in headline and standfirst are words of a verified quote.",
            Gate.Approvals => $"{Count(terms.Minimum ?? 1, "approval")} by people other than the drafter, which together cover the "
                + $"article{string.Concat(terms.Roles.Select(r => $"; at least {r.Minimum} as {r.Role.ToKebabCase()}"))}.",
            Gate.LegalClearance => "If legal clearance was requested, legal approves the article.",
            Gate.NoHolds => "The story has no hold.",
            Gate.NotesResolved => "Every note that must be resolved is resolved.",
            Gate.EmbargoPassed => "The embargo, if any, has passed.",
            _ => throw new InvalidOperationException($"{terms.Gate} asks for nothing."),
        };

    /// <summary>Adds the waivers, or who can give one; in a spiked story, that an editor unspikes it first.</summary>
    private static ImmutableArray<GateReason> Finished(ImmutableArray<GateReason> reasons, GateTerms terms, Story story, StoryText text)
    {
        if (terms.Waivable)
        {
            // One waiver covers all reasons of a subject at a fingerprint.
            reasons = [.. reasons.GroupBy(r => (r.Subject, r.Fingerprint)).SelectMany(same => Waivable([.. same], terms, story, text))];
        }

        reasons = story.Closed() is { } closed ? [.. reasons.Select(reason => Closed(reason, closed))] : reasons;
        return [.. reasons.Select(reason => ConfidentialWays.Restrict(story, reason))];
    }

    private static ImmutableArray<GateReason> Waivable(ImmutableArray<GateReason> same, GateTerms terms, Story story, StoryText text)
    {
        var (subject, fingerprint) = (same[0].Subject, same[0].Fingerprint);
        if (fingerprint is null)
        {
            return same;
        }

        if (story.Waivers.LastOrDefault(w => w.Gate == terms.Gate && w.Subject == subject && w.Fingerprint == fingerprint) is { } waiver)
        {
            return [.. same.Select(r => r with { Waiver = waiver })];
        }

        var waive = GateWay.By<StoryCommand.WaiveGate>().Except(SubjectAuthors.Of(story, text, same));
        return
        [
            .. same.Select(r =>
                r with
                {
                    Message = $"{r.Message} Or a chief-editor who did not touch it waives it.",
                    Ways = r.Ways.Add(waive),
                }
            ),
        ];
    }

    /// <summary>Removes the ways that a closed story refuses.</summary>
    private static GateReason Closed(GateReason reason, ClosedState closed)
    {
        var ways = reason.Ways.RemoveAll(way => !CommandCatalog.Named(way.Command).WhenClosed.Contains(closed));
        return (ways.IsEmpty, closed) switch
        {
            (false, _) => reason with { Ways = ways },
            (_, ClosedState.Spiked) => reason with
            {
                Message = $"{reason.Message} Before that, an editor unspikes the story.",
                Ways = [GateWay.By<StoryCommand.Unspike>()],
            },
            _ => reason with { Message = $"{reason.Message} But the story is {closed.ToKebabCase()}.", Ways = [] },
        };
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
