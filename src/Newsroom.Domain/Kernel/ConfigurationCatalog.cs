using System.Collections.Immutable;
using static Newsroom.Domain.Kernel.Role;

namespace Newsroom.Domain.Kernel;

/// <summary>Describes a command that is not addressed to a story.</summary>
/// <param name="Name">The name: the audit cause, and the last path segment of commands that are posted.</param>
/// <param name="Roles">The roles that may use it.</param>
/// <param name="Condition">A further condition on the actor, in words; empty for none.</param>
public sealed record ConfigurationCommand(string Name, ImmutableArray<Role> Roles, string Condition = "")
{
    /// <summary>Gets an example of its body as JSON: for OpenAPI and tests.</summary>
    public required string Example { get; init; }

    /// <summary>Gets whether it can be decided without appending events.</summary>
    public bool HasPreview { get; init; }

    /// <summary>Gets whether a subscriber sends it with its own token, and no person does.</summary>
    public bool IsOfSubscriber { get; init; }

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
    public static ConfigurationCommand DefineDesk { get; } =
        new("define-desk", [Admin]) { Example = """{ "name": "The harbour desk", "language": "en", "timeZone": "Europe/Oslo" }""", HasPreview = true };

    /// <summary>Set a person's name.</summary>
    public static ConfigurationCommand DescribePerson { get; } =
        new("describe-person", [Admin]) { Example = """{ "name": "Idris Penhale", "roles": ["reporter"] }""", HasPreview = true };

    /// <summary>Register a speaker.</summary>
    public static ConfigurationCommand RegisterSpeaker { get; } =
        new("register-speaker", [Reporter, Editor, FactChecker])
        {
            HasPreview = true,
            Example = """{ "id": "port-source", "name": "A source at the port", "identity": "Zebedee Quorn" }""",
        };

    /// <summary>Seal the identity of a confidential source.</summary>
    public static ConfigurationCommand SealIdentity { get; } =
        new("seal-identity", [Reporter, Editor, FactChecker]) { Example = """{ "identity": "Zebedee Quorn" }""", HasPreview = true };

    /// <summary>Reveal the identity of a confidential source.</summary>
    public static ConfigurationCommand RevealIdentity { get; } =
        new("reveal-identity", [Legal, ChiefEditor]) { Example = """{ "reason": "A letter of the court." }""", HasPreview = true };

    /// <summary>Store a file of evidence.</summary>
    public static ConfigurationCommand AddEvidenceFile { get; } =
        new("add-evidence-file", [Reporter, Editor, FactChecker, Legal]) { Example = "{}" };

    /// <summary>Read a confidential file of evidence.</summary>
    public static ConfigurationCommand ReadEvidenceFile { get; } =
        new("read-evidence-file", [.. Enum.GetValues<Role>()]) { Example = "{}" };

    /// <summary>Propose a desk's gate policy.</summary>
    public static ConfigurationCommand ProposePolicy { get; } =
        new("propose-policy", [Admin])
        {
            Example = """{ "reason": "A small desk.", "gates": [{ "gate": "approvals", "minimum": 1 }] }""",
            HasPreview = true,
        };

    /// <summary>Accept a proposed policy.</summary>
    public static ConfigurationCommand AcceptPolicy { get; } =
        new("accept-policy", [ChiefEditor], "not the proposer") { Example = """{ "version": 1 }""", HasPreview = true };

    /// <summary>Reject a proposed policy.</summary>
    public static ConfigurationCommand RejectPolicy { get; } =
        new("reject-policy", [ChiefEditor]) { Example = """{ "version": 1, "reason": "Two people approve." }""", HasPreview = true };

    /// <summary>Import stories from file histories.</summary>
    public static ConfigurationCommand ImportHistory { get; } =
        new("import-history", [Admin])
        {
            HasPreview = true,
            Example = """
                {
                  "desk": "town",
                  "files": [
                    {
                      "began": "c0ffee:breakwater.md",
                      "changes": [
                        {
                          "commit": "c0ffee",
                          "at": "2014-03-12T08:00:00-05:00",
                          "name": "Idris Penhale",
                          "email": "idris@example.org",
                          "path": "breakwater.md",
                          "text": "The council decided on Monday."
                        }
                      ]
                    }
                  ]
                }
                """,
        };

    /// <summary>Rebuild projections.</summary>
    public static ConfigurationCommand RebuildViews { get; } = new("rebuild-views", [Admin]) { Example = """{ "views": ["cards"] }""" };

    /// <summary>Request an erasure.</summary>
    public static ConfigurationCommand RequestErasure { get; } =
        new("request-erasure", [Legal])
        {
            HasPreview = true,
            Example = """{ "kind": "person", "subject": "idris", "legalBasis": "GDPR Art. 17(1)(a)", "reason": "He asked for it." }""",
        };

    /// <summary>Approve an erasure.</summary>
    public static ConfigurationCommand ApproveErasure { get; } =
        new("approve-erasure", [ChiefEditor], "not the requester") { Example = """{}""", HasPreview = true };

    /// <summary>Reject an erasure.</summary>
    public static ConfigurationCommand RejectErasure { get; } =
        new("reject-erasure", [ChiefEditor]) { Example = """{ "reason": "No legal basis." }""", HasPreview = true };

    /// <summary>Register a subscriber.</summary>
    public static ConfigurationCommand RegisterSubscriber { get; } =
        new("register-subscriber", [Admin])
        {
            HasPreview = true,
            Example = """{ "id": "harbour-news", "name": "Harbour News", "url": "https://news.example.org/newsroom" }""",
        };

    /// <summary>Change a subscriber.</summary>
    public static ConfigurationCommand ChangeSubscriber { get; } =
        new("change-subscriber", [Admin]) { Example = """{ "kinds": ["published", "corrected", "killed"] }""", HasPreview = true };

    /// <summary>Pause a subscriber.</summary>
    public static ConfigurationCommand PauseSubscriber { get; } =
        new("pause-subscriber", [Admin]) { Example = """{ "reason": "Their server is replaced." }""", HasPreview = true };

    /// <summary>Resume a subscriber.</summary>
    public static ConfigurationCommand ResumeSubscriber { get; } =
        new("resume-subscriber", [Admin]) { Example = "{}", HasPreview = true };

    /// <summary>Make a new secret for a subscriber.</summary>
    public static ConfigurationCommand RotateSecret { get; } =
        new("rotate-secret", [Admin]) { Example = """{ "overlapHours": 24 }""", HasPreview = true };

    /// <summary>Send a notice to a subscriber again.</summary>
    public static ConfigurationCommand Redeliver { get; } =
        new("redeliver", [Admin])
        {
            Example = """{ "delivery": "01a20e64-e28b-753e-acd0-6739a53493d3" }""",
            HasPreview = true,
        };

    /// <summary>Send all notices since an instant to a subscriber again.</summary>
    public static ConfigurationCommand ReplayDeliveries { get; } =
        new("replay-deliveries", [Admin]) { Example = """{ "since": "2026-03-02T09:00:00Z" }""", HasPreview = true };

    /// <summary>Remove a subscriber.</summary>
    public static ConfigurationCommand RemoveSubscriber { get; } =
        new("remove-subscriber", [Admin]) { Example = "{}", HasPreview = true };

    /// <summary>Acknowledge a notice.</summary>
    public static ConfigurationCommand Acknowledge { get; } =
        new("acknowledge", []) { Example = """{ "delivery": "01a20e64-e28b-753e-acd0-6739a53493d3" }""", IsOfSubscriber = true };

    /// <summary>Gets the commands of this catalog.</summary>
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
        RegisterSubscriber,
        ChangeSubscriber,
        PauseSubscriber,
        ResumeSubscriber,
        RotateSecret,
        Redeliver,
        ReplayDeliveries,
        RemoveSubscriber,
        Acknowledge,
    ];
}
