namespace Newsroom.Domain.Gates;

/// <summary>What a desk's gates ask for.</summary>
/// <param name="Version">Stored with every publication made under it.</param>
/// <param name="Checkers">How many distinct fact-checkers must have accepted each quote and claim.</param>
/// <param name="Approvals">How many people who did not write the article must stand behind it.</param>
/// <param name="ApprovingEditors">How many of them must have done so as editors.</param>
public sealed record Policy(int Version, int Checkers, int Approvals, int ApprovingEditors)
{
    /// <summary>One checker, two approvals, at least one of them by an editor.</summary>
    public static Policy Default { get; } = new(Version: 1, Checkers: 1, Approvals: 2, ApprovingEditors: 1);
}
