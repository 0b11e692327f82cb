namespace Newsroom.Domain.Stories;

/// <summary>What a command is about. Help and documentation group commands by it.</summary>
public enum CommandTopic
{
    /// <summary>The words of the article and its description.</summary>
    Writing,

    /// <summary>Quotes, claims and quoted words that are neither.</summary>
    Marking,

    /// <summary>Checks of passages.</summary>
    Checking,

    /// <summary>Notes, assignment, review and approval.</summary>
    Review,

    /// <summary>What stops a publication, and exceptions to it.</summary>
    Stops,

    /// <summary>Editions.</summary>
    Publication,
}
