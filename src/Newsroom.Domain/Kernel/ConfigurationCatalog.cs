using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;

namespace Newsroom.Domain.Kernel;

/// <summary>Describes a command that is not addressed to a story.</summary>
/// <param name="Name">The name: the audit cause, and the last path segment of commands that are posted.</param>
/// <param name="Roles">The roles that may use it.</param>
/// <param name="Condition">A further condition on the actor, in words; empty for none.</param>
public sealed record ConfigurationCommand(string Name, ImmutableArray<Role> Roles, string Condition = "")
{
    /// <summary>Refuses an actor without any of the command's roles; null if allowed.</summary>
    public Refusal? RefuseUnlessHeldBy(Actor actor) =>
        actor.RolesThatDoNotCombine()
        ?? (
            Roles.Any(actor.Is)
                ? null
                : Refusal.Forbidden(
                    "role-required",
                    $"{Name} requires one of these roles: {string.Join(", ", Roles.Select(r => r.ToKebabCase()))}."
                )
        );
}

/// <summary>Lists the commands that are not addressed to a story, with their roles.</summary>
public static class ConfigurationCatalog
{
    /// <summary>Create or rename a desk.</summary>
    public static ConfigurationCommand DefineDesk { get; } = new("define-desk", [Admin]);

    /// <summary>Set a person's name.</summary>
    public static ConfigurationCommand DescribePerson { get; } = new("describe-person", [Admin]);

    /// <summary>Register a speaker.</summary>
    public static ConfigurationCommand RegisterSpeaker { get; } = new("register-speaker", [Reporter, Editor, FactChecker]);

    /// <summary>Seal the identity of a confidential source.</summary>
    public static ConfigurationCommand SealIdentity { get; } = new("seal-identity", [Reporter, Editor, FactChecker]);

    /// <summary>Reveal the identity of a confidential source.</summary>
    public static ConfigurationCommand RevealIdentity { get; } = new("reveal-identity", [Legal, ChiefEditor]);

    /// <summary>Propose a desk's gate policy.</summary>
    public static ConfigurationCommand ProposePolicy { get; } = new("propose-policy", [Admin]);

    /// <summary>Accept a proposed policy.</summary>
    public static ConfigurationCommand AcceptPolicy { get; } = new("accept-policy", [ChiefEditor], "not the proposer");

    /// <summary>Reject a proposed policy.</summary>
    public static ConfigurationCommand RejectPolicy { get; } = new("reject-policy", [ChiefEditor]);

    /// <summary>Import stories from file histories.</summary>
    public static ConfigurationCommand ImportHistory { get; } = new("import-history", [Admin]);

    /// <summary>Rebuild projections.</summary>
    public static ConfigurationCommand RebuildViews { get; } = new("rebuild-views", [Admin]);

    /// <summary>Request an erasure.</summary>
    public static ConfigurationCommand RequestErasure { get; } = new("request-erasure", [Legal]);

    /// <summary>Approve an erasure.</summary>
    public static ConfigurationCommand ApproveErasure { get; } = new("approve-erasure", [ChiefEditor], "not the requester");

    /// <summary>Reject an erasure.</summary>
    public static ConfigurationCommand RejectErasure { get; } = new("reject-erasure", [ChiefEditor]);

    public static ImmutableArray<ConfigurationCommand> All { get; } =
    [
        ImportHistory,
        RebuildViews,
        DefineDesk,
        DescribePerson,
        RegisterSpeaker,
        SealIdentity,
        RevealIdentity,
        ProposePolicy,
        AcceptPolicy,
        RejectPolicy,
        RequestErasure,
        ApproveErasure,
        RejectErasure,
    ];
}
