using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>The terms of one gate of a policy; a missing term is the least the gate can require.</summary>
/// <param name="Gate">The gate.</param>
public sealed record GateTerms(Gate Gate)
{
    /// <summary>
    /// For quotes-verified and claims-checked, the distinct fact-checkers required for each passage; for approvals, the approvers. At least
    /// 1.
    /// </summary>
    public int? Minimum { get; init; }

    /// <summary>For quotes-attributed, the fewest words of a quotation; shorter quoted words are terms. 4 by default.</summary>
    public int? FewestWords { get; init; }

    /// <summary>For approvals, the number required in each role.</summary>
    public ImmutableArray<RoleMinimum> Roles { get; init; } = [];

    /// <summary>Whether a chief-editor can waive the gate.</summary>
    public bool Waivable { get; init; }
}

/// <summary>The number of approvals required in a role.</summary>
/// <param name="Role">Editor or legal.</param>
/// <param name="Minimum">At least 1.</param>
public sealed record RoleMinimum(Role Role, int Minimum);

/// <summary>
/// The gates of a desk. Holds, embargoes, requested legal clearance and an approval by another than the drafter bind every desk.
/// </summary>
/// <param name="Version">Stored with every publication; 0 is the default policy.</param>
/// <param name="Gates">The terms of its gates; an optional gate that is missing requires nothing.</param>
public sealed record Policy(int Version, ImmutableArray<GateTerms> Gates)
{
    /// <summary>Gets whether people who may not read a confidential story of the desk see that it exists; null for no.</summary>
    public bool? ShowsConfidential { get; init; }

    /// <summary>Gets whether every read of a story of the desk is recorded; null for no.</summary>
    public bool? LogsReads { get; init; }

    /// <summary>Gates of every policy, which have no terms and are never waived.</summary>
    public static ImmutableArray<Gate> Always { get; } = [Gate.LegalClearance, Gate.NoHolds, Gate.EmbargoPassed];

    /// <summary>The default: one checker, two approvals, one of them by an editor. Checks and notes can be waived.</summary>
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
    /// Combines two policies gate by gate into the stricter terms; keeps this one's version. A gate of both can be waived only where both
    /// allow it.
    /// </summary>
    public Policy And(Policy other) =>
        this with
        {
            Gates = [.. Gates.Concat(other.Gates).GroupBy(terms => terms.Gate).Select(terms => terms.Aggregate(Stricter))],
        };

    /// <summary>Returns the policy of a story: its desk's, combined with those of the desks it left during this review.</summary>
    public static Policy Binding(Stories.Story story, Func<string, Policy> policyOf) =>
        (story.DesksLeft ?? []).Aggregate(policyOf(story.Desk), (policy, left) => policy.And(policyOf(left)));

    private static int MinWordsOf(GateTerms terms) => terms.FewestWords ?? QuotationFinder.MinWords;

    private static GateTerms Stricter(GateTerms one, GateTerms other) =>
        new(one.Gate)
        {
            Minimum = Math.Max(one.Minimum ?? 1, other.Minimum ?? 1),
            FewestWords = one.Gate == Gate.QuotesAttributed ? Math.Min(MinWordsOf(one), MinWordsOf(other)) : null,
            Roles = [.. one.Roles.Concat(other.Roles).GroupBy(r => r.Role).Select(r => new RoleMinimum(r.Key, r.Max(m => m.Minimum)))],
            Waivable = one.Waivable && other.Waivable,
        };

    /// <summary>Returns the terms of a gate; null where it requires nothing.</summary>
    public GateTerms? TermsOf(Gate gate) => Always.Contains(gate) ? new GateTerms(gate) : Gates.FirstOrDefault(g => g.Gate == gate);

    /// <summary>Returns the number of distinct fact-checkers required for a passage.</summary>
    public int Checkers(Stories.PassageKind kind) =>
        TermsOf(kind == Stories.PassageKind.Quote ? Gate.QuotesVerified : Gate.ClaimsChecked) is { } terms ? terms.Minimum ?? 1 : 0;

    /// <summary>Gets the fewest words of a quotation.</summary>
    public int FewestWords => TermsOf(Gate.QuotesAttributed)?.FewestWords ?? QuotationFinder.MinWords;
}
