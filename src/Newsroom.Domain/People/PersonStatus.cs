namespace Newsroom.Domain.People;

/// <summary>States of what is known about a person.</summary>
public enum PersonStatus
{
    /// <summary>No admin described them, and they have not acted.</summary>
    Unknown,

    /// <summary>They wrote imported words, and have no role here.</summary>
    WroteElsewhere,

    /// <summary>They have a role here, or have acted.</summary>
    WorksHere,
}
