namespace Newsroom.Domain.People;

/// <summary>States whether a person can be assigned work.</summary>
public enum PersonStatus
{
    /// <summary>No admin described the person, and the person has not acted.</summary>
    Unknown,

    /// <summary>The person wrote imported words, and has no role here.</summary>
    WroteElsewhere,

    /// <summary>The person has a role here, or has acted.</summary>
    WorksHere,
}
