namespace Newsroom.Client.Desks;

/// <summary>The policies of a desk.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="InForce">The policy in force.</param>
/// <param name="Always">The gates that every policy has.</param>
/// <param name="Versions">Every policy that was proposed.</param>
public sealed record DeskPolicies(string Desk, PolicyInForce InForce, IReadOnlyList<string> Always, IReadOnlyList<PolicyVersion> Versions);

/// <summary>The policy in force.</summary>
/// <param name="Version">Its version; 0 for the default policy.</param>
/// <param name="Gates">The terms of each gate.</param>
/// <param name="ShowsConfidential">Whether others see that a confidential story of the desk exists.</param>
/// <param name="LogsReads">Whether every read of a story of the desk is recorded.</param>
public sealed record PolicyInForce(int Version, IReadOnlyList<GateTerms> Gates, bool? ShowsConfidential = null, bool? LogsReads = null);

/// <summary>A proposed policy.</summary>
/// <param name="Version">Its version.</param>
/// <param name="State">Proposed, in-force, replaced or rejected.</param>
/// <param name="Reason">The reason.</param>
/// <param name="ProposedBy">The person who proposed it.</param>
/// <param name="Gates">The terms of each gate.</param>
/// <param name="ShowsConfidential">Whether others see that a confidential story of the desk exists.</param>
/// <param name="LogsReads">Whether every read of a story of the desk is recorded.</param>
public sealed record PolicyVersion(
    int Version,
    string State,
    string Reason,
    string ProposedBy,
    IReadOnlyList<GateTerms> Gates,
    bool? ShowsConfidential = null,
    bool? LogsReads = null
);

/// <summary>The terms of a gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Minimum">The fewest people or checks.</param>
/// <param name="FewestWords">The number of words from which a quotation counts.</param>
/// <param name="Roles">The fewest people in each role.</param>
/// <param name="Waivable">Whether the gate can be waived.</param>
public sealed record GateTerms(string Gate, int? Minimum, int? FewestWords, IReadOnlyList<RoleMinimum> Roles, bool Waivable);

/// <summary>The fewest people in a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Minimum">The fewest people.</param>
public sealed record RoleMinimum(string Role, int Minimum);
