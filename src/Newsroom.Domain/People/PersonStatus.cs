namespace Newsroom.Domain.People;

/// <summary>What is known of a person.</summary>
public enum PersonStatus
{
    /// <summary>No admin described them, and they never acted.</summary>
    Unknown,

    /// <summary>They wrote what was imported, and have no role here.</summary>
    WroteElsewhere,

    /// <summary>They have a role here, or have acted.</summary>
    WorksHere,
}
