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
                    GateResult.Of(
                        terms.Gate,
                        Asks(terms),
                        [.. Reasons(terms, story, text, quoted, now).Select(reason => Waivable(reason, terms, story, text))]
                    )
                ),
        ];
    }

    /// <summary>Returns whether the story is in review and no gate fails.</summary>
    public static bool IsReady(Story story, ImmutableArray<GateResult> gates) =>
        story.Stage == Stage.InReview && gates.All(g => g.Outcome != GateOutcome.Failed);

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
            Gate.NotesResolved => story.Notes.Where(n => n.MustResolve).Select(StopGates.Open),
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

    /// <summary>Adds the waiver, or who can give one.</summary>
    private static GateReason Waivable(GateReason reason, GateTerms terms, Story story, StoryText text)
    {
        if (!terms.Waivable || reason.Fingerprint is not { } fingerprint)
        {
            return reason;
        }

        return
            story.Waivers.LastOrDefault(w => w.Gate == terms.Gate && w.Subject == reason.Subject && w.Fingerprint == fingerprint)
                is { } waiver
            ? reason with
            {
                Waiver = waiver,
            }
            : reason with
            {
                Message = $"{reason.Message} Or a chief-editor who did not touch it waives it.",
                Ways = reason.Ways.Add(GateWay.By<StoryCommand.WaiveGate>().Except(SubjectAuthors.Of(story, text, reason))),
            };
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
