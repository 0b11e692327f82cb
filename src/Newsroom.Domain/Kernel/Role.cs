using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Lists the roles. A token carries a set of them; none implies another.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Role>))]
public enum Role
{
    /// <summary>Drafts stories and revises their own.</summary>
    Reporter,

    /// <summary>Moves stories through review.</summary>
    Editor,

    /// <summary>Checks quotes and claims.</summary>
    FactChecker,

    /// <summary>Clears stories legally, or holds them.</summary>
    Legal,

    /// <summary>Publishes stories that pass all gates.</summary>
    Publisher,

    /// <summary>Waives gates, retracts stories, accepts policies.</summary>
    ChiefEditor,

    /// <summary>Reads everything, changes nothing. Cannot be combined with other roles.</summary>
    Auditor,

    /// <summary>Configures desks and people, cannot publish. Cannot be combined with other roles.</summary>
    Admin,
}
