namespace Newsroom.Domain.Numbers;

/// <summary>What an event of a story counts as.</summary>
public enum CountedKind
{
    /// <summary>A story was drafted or described: counted nowhere, it tells the desk of what follows.</summary>
    DeskNamed,

    /// <summary>A quote was attributed or a claim flagged: counted nowhere, a passage's time to verify begins with the first.</summary>
    PassageMarked,

    /// <summary>A verdict on a passage, whatever it is.</summary>
    VerdictGiven,

    /// <summary>A verdict lapsed because the words changed.</summary>
    CheckLapsed,

    /// <summary>A lapsed verdict stands again because the words returned.</summary>
    CheckReinstated,

    /// <summary>An edition that is no correction: the first, an update, a refile, a clarification or an editor's note.</summary>
    EditionPublished,

    /// <summary>An edition that is a correction: a fact was wrong.</summary>
    CorrectionPublished,
}

/// <summary>An event of a story as the numbers of its desk count it.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Desk">The desk of the story at that time; null where it is not known.</param>
/// <param name="Kind">What it counts as.</param>
/// <param name="Passage">The key of the passage; empty for events that are about none.</param>
/// <param name="SecondsToVerify">
/// For the first verdict that verifies a passage: the whole seconds since the passage was marked. Null for every other event.
/// </param>
public readonly record struct CountedAct(DateTimeOffset At, string? Desk, CountedKind Kind, string Passage, long? SecondsToVerify);
