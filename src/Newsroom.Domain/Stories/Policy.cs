using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>What one gate of a policy asks for; what is not given is the least it can ask for.</summary>
/// <param name="Gate">The gate.</param>
public sealed record GateTerms(Gate Gate)
{
    /// <summary>Of quotes-verified and claims-checked: how many distinct fact-checkers must have accepted each passage. Of approvals: how many people must stand behind the article. At least 1.</summary>
    public int? Minimum { get; init; }

    /// <summary>Of quotes-attributed: from how many words on quoted words are a quotation and not a term; 4 when not given.</summary>
    public int? FewestWords { get; init; }

    /// <summary>Of approvals: how many of them must have been given as what.</summary>
    public ImmutableArray<RoleMinimum> Roles { get; init; } = [];

    /// <summary>Whether a chief-editor may make an exception.</summary>
    public bool Waivable { get; init; }
}

/// <summary>How many must have acted in a role.</summary>
/// <param name="Role">Editor or legal.</param>
/// <param name="Minimum">At least 1.</param>
public sealed record RoleMinimum(Role Role, int Minimum);

/// <summary>The gates of a desk. Holds, embargoes and a requested clearance by legal bind every desk, and so does that somebody other than the drafter approves.</summary>
/// <param name="Version">Stored with every publication made under it; 0 is what holds until a desk accepts a policy of its own.</param>
/// <param name="Gates">What they ask for; of the gates that a desk chooses, one left out asks for nothing.</param>
public sealed record Policy(int Version, ImmutableArray<GateTerms> Gates)
{
    /// <summary>The gates that are in every policy, ask for nothing more, and are never waived.</summary>
    public static ImmutableArray<Gate> Always { get; } = [Gate.LegalClearance, Gate.NoHolds, Gate.EmbargoPassed];

    /// <summary>Every gate: one checker, two approvals, one of them by an editor. Checks and notes can be waived.</summary>
    public static Policy Default { get; } =
        new(
            Version: 0,
            [
                new(Gate.QuotesAttributed),
                new(Gate.QuotesVerified) { Minimum = 1, Waivable = true },
                new(Gate.ClaimsChecked) { Minimum = 1, Waivable = true },
                new(Gate.HeadlineQuotesSourced) { Waivable = true },
                new(Gate.Approvals) { Minimum = 2, Roles = [new(Role.Editor, 1)] },
                new(Gate.NotesResolved) { Waivable = true },
            ]
        );

    /// <summary>
    /// The policy that asks for what either of two asks for, gate by gate; it keeps this one's version. A gate that both have can be
    /// waived only where both let it be.
    /// </summary>
    public Policy And(Policy other) =>
        this with
        {
            Gates = [.. Gates.Concat(other.Gates).GroupBy(terms => terms.Gate).Select(terms => terms.Aggregate(Stricter))],
        };

    /// <summary>What binds a story: the policy of its desk, and of each desk it left during this review.</summary>
    public static Policy Binding(Stories.Story story, Func<string, Policy> policyOf) =>
        (story.DesksLeft ?? []).Aggregate(policyOf(story.Desk), (policy, left) => policy.And(policyOf(left)));

    private static int Fewest(GateTerms terms) => terms.FewestWords ?? QuotationFinder.FewestWords;

    private static GateTerms Stricter(GateTerms one, GateTerms other) =>
        new(one.Gate)
        {
            Minimum = Math.Max(one.Minimum ?? 1, other.Minimum ?? 1),
            FewestWords = one.Gate == Gate.QuotesAttributed ? Math.Min(Fewest(one), Fewest(other)) : null,
            Roles = [.. one.Roles.Concat(other.Roles).GroupBy(r => r.Role).Select(r => new RoleMinimum(r.Key, r.Max(m => m.Minimum)))],
            Waivable = one.Waivable && other.Waivable,
        };

    /// <summary>What a gate asks for under this policy; null where it asks for nothing.</summary>
    public GateTerms? TermsOf(Gate gate) => Always.Contains(gate) ? new GateTerms(gate) : Gates.FirstOrDefault(g => g.Gate == gate);

    /// <summary>How many distinct fact-checkers must have accepted a passage.</summary>
    public int Checkers(Stories.PassageKind kind) =>
        TermsOf(kind == Stories.PassageKind.Quote ? Gate.QuotesVerified : Gate.ClaimsChecked) is { } terms ? terms.Minimum ?? 1 : 0;

    /// <summary>From how many words on quoted words are a quotation.</summary>
    public int FewestWords => TermsOf(Gate.QuotesAttributed)?.FewestWords ?? QuotationFinder.FewestWords;
}
