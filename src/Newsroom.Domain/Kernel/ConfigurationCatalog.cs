using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;

namespace Newsroom.Domain.Kernel;

/// <summary>A command that sets up the newsroom rather than changing a story.</summary>
/// <param name="Name">The one name: audit cause, and of those that are posted also the last part of the address.</param>
/// <param name="Roles">The roles it can be given in.</param>
/// <param name="Condition">What else the actor must be, for people; empty when nothing.</param>
public sealed record ConfigurationCommand(string Name, ImmutableArray<Role> Roles, string Condition = "")
{
    /// <summary>Returns the refusal of an actor who holds none of the command's roles, or null.</summary>
    public Refusal? RefuseUnlessHeldBy(Actor actor) =>
        actor.RolesThatDoNotCombine()
        ?? (
            Roles.Any(actor.Is)
                ? null
                : Refusal.Forbidden("role-required", $"{Name} is for {string.Join(", ", Roles.Select(r => r.ToKebabCase()))}.")
        );
}

/// <summary>Every command beside those of a story, and who may give it.</summary>
public static class ConfigurationCatalog
{
    /// <summary>Set a desk up, or rename it.</summary>
    public static ConfigurationCommand DefineDesk { get; } = new("define-desk", [Admin]);

    /// <summary>Say who somebody is.</summary>
    public static ConfigurationCommand DescribePerson { get; } = new("describe-person", [Admin]);

    /// <summary>Make somebody known who can be quoted.</summary>
    public static ConfigurationCommand RegisterSpeaker { get; } = new("register-speaker", [Reporter, Editor, FactChecker]);

    /// <summary>Put who a confidential source really is under seal.</summary>
    public static ConfigurationCommand SealIdentity { get; } = new("seal-identity", [Reporter, Editor, FactChecker]);

    /// <summary>Be told who a confidential source really is.</summary>
    public static ConfigurationCommand RevealIdentity { get; } = new("reveal-identity", [Legal, ChiefEditor]);

    /// <summary>Propose what a desk's gates shall ask for.</summary>
    public static ConfigurationCommand ProposePolicy { get; } = new("propose-policy", [Admin]);

    /// <summary>Put a proposed policy in force.</summary>
    public static ConfigurationCommand AcceptPolicy { get; } = new("accept-policy", [ChiefEditor], "not who proposed it");

    /// <summary>Turn a proposed policy down.</summary>
    public static ConfigurationCommand RejectPolicy { get; } = new("reject-policy", [ChiefEditor]);

    /// <summary>Bring in the histories of files as stories.</summary>
    public static ConfigurationCommand ImportHistory { get; } = new("import-history", [Admin]);

    /// <summary>Make every view again from its events.</summary>
    public static ConfigurationCommand RebuildViews { get; } = new("rebuild-views", [Admin]);

    /// <summary>Ask for something to be forgotten.</summary>
    public static ConfigurationCommand RequestErasure { get; } = new("request-erasure", [Legal]);

    /// <summary>Have it forgotten.</summary>
    public static ConfigurationCommand ApproveErasure { get; } = new("approve-erasure", [ChiefEditor], "not who requested it");

    /// <summary>Do not have it forgotten.</summary>
    public static ConfigurationCommand RejectErasure { get; } = new("reject-erasure", [ChiefEditor]);

    /// <summary>All of them.</summary>
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
