using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>The rule for public verdicts: <see cref="FactCheckVerdicts"/>. It is no gate of publication, and is never waived.</summary>
public static class FactCheckRule
{
    /// <summary>Returns the reason why the verdict on a claim cannot be public; null where it can.</summary>
    public static GateReason? Of(Story story, StoryText text, FactCheckVerdicts verdicts, Passage claim)
    {
        var latest = verdicts.Of(claim.Fingerprint);
        var involved = text.InvolvedIn(claim);
        if (latest.Select(check => check.Verdict).Distinct().Count() > 1)
        {
            var able = latest.Select(check => check.Checker).Where(person => !involved.Contains(person)).ToImmutableArray();
            var given = string.Join(", ", latest.Select(check => $"{Person(check.Checker)}: {check.Verdict.ToKebabCase()}"));
            var settling = able.IsEmpty ? "None of them may check" : $"{string.Join(" or ", able.Select(Person))} checks";
            return Reason(
                "fact-check-contradicted",
                $"Fact-checkers disagree on {claim.Id} ({given}). {settling} it again.",
                able.IsEmpty ? [] : [GateWay.By<StoryCommand.FactCheck>() with { OnlyBy = able }]
            );
        }

        var supporting = verdicts.Supporting(claim).ConvertAll(check => check.Checker);
        return supporting.Count >= FactCheckVerdicts.MinCheckers
            ? null
            : Reason(
                "fact-check-unverified",
                $"{claim.Id} has the verdict of {supporting.Count} of {FactCheckVerdicts.MinCheckers} fact-checkers. "
                    + $"{(supporting.Count == 0 ? "A" : "Another")} fact-checker checks it{Except([.. involved, .. supporting])}.",
                [GateWay.By<StoryCommand.FactCheck>().Except([.. involved, .. supporting])]
            );

        GateReason Reason(string code, string message, ImmutableArray<GateWay> ways) =>
            ConfidentialWays.Restrict(story, new GateReason(code, claim.Id, message, ways) { Fingerprint = claim.Fingerprint });
    }
}
