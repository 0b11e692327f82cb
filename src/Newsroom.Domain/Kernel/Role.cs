using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>What a person may act as. A token carries a set of them; none implies another.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Role>))]
public enum Role
{
    /// <summary>Drafts stories and revises their own.</summary>
    Reporter,

    /// <summary>Moves stories through review.</summary>
    Editor,

    /// <summary>Judges quotes and claims.</summary>
    FactChecker,

    /// <summary>Clears stories and stops them on legal grounds.</summary>
    Legal,

    /// <summary>Publishes what every gate has let through.</summary>
    Publisher,

    /// <summary>Waives gates visibly, retracts, accepts policies.</summary>
    ChiefEditor,

    /// <summary>Reads everything, changes nothing. Combines with no other role.</summary>
    Auditor,

    /// <summary>Configures desks and people, cannot publish. Combines with no other role.</summary>
    Admin,
}
