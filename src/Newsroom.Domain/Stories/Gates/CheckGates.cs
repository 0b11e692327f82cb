using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.Gates.GateSentences;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>The gates quotes-verified and claims-checked.</summary>
internal static class CheckGates
{
    /// <summary>Returns the passages with too few verifying checks, or with an adverse one.</summary>
    public static IEnumerable<GateReason> Checked(Story story, StoryText text, PassageKind kind, GateTerms terms) =>
        from passage in story.Passages
        where passage.Kind == kind && !passage.IsOrphaned
        let reason = Checked(story, passage, text, terms.Minimum ?? 1)
        where reason is not null
        select reason;

    private static GateReason? Checked(Story story, Passage passage, StoryText text, int minimum)
    {
        var words = passage.Range.Of(text.Article[passage.Field]);
        var named = $"{passage.Id} {(passage.Kind == PassageKind.Quote ? Cut(words) : $"“{Cut(words)}”")}";
        var involved = text.InvolvedIn(passage);
        var checkers = passage.StandingChecks.Where(c => c.Verdict == Verdict.Verified).Select(c => c.Checker).Distinct().ToList();
        var kind = passage.Kind.ToKebabCase();
        if (passage.StandingChecks.FirstOrDefault(c => c.Verdict != Verdict.Verified) is { } adverse)
        {
            var able = passage
                .StandingChecks.Where(c => c.Verdict != Verdict.Verified && !involved.Contains(c.Checker))
                .Select(c => c.Checker)
                .Distinct()
                .ToImmutableArray();
            return Reason(
                $"{kind}-{adverse.Verdict.ToKebabCase()}",
                $"{named} was found {adverse.Verdict.ToKebabCase()} by {Person(adverse.Checker)}: {Given(adverse.Reason)} "
                    + $"{Revisers.Named(story)} changes the words"
                    + $"{(able.IsEmpty ? "" : $", or {string.Join(" or ", able.Select(Person))} checks them again")}.",
                [
                    .. Revisers.Ways(story),
                    .. able.IsEmpty ? ImmutableArray<GateWay>.Empty : [GateWay.By<StoryCommand.FactCheck>() with { OnlyBy = able }],
                ]
            );
        }

        if (checkers.Count >= minimum)
        {
            return null;
        }

        var lapsed = checkers.Count == 0 && passage.Checks.Any(c => !c.Standing);
        var others = checkers.Count > 0 ? "Another fact-checker" : "A fact-checker";
        return Reason(
            lapsed ? $"{kind}-check-lapsed" : $"{kind}-unchecked",
            $"{named} {(lapsed ? "has changed since it was checked" : $"has {checkers.Count} of {minimum} checks")}. {others} checks "
                + $"it{Except([.. involved, .. checkers])}.",
            [GateWay.By<StoryCommand.FactCheck>().Except([.. involved, .. checkers])]
        );

        GateReason Reason(string code, string message, ImmutableArray<GateWay> ways) =>
            new(code, passage.Id, message, ways)
            {
                Fingerprint = passage.Fingerprint,
                Field = passage.Field,
                Range = passage.Range,
                Words = words,
            };
    }
}
