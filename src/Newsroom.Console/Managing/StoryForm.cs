using Newsroom.Client.Stories;

namespace Newsroom.Console.Managing;

/// <summary>The form of a command to a story.</summary>
/// <param name="Id">The id of the form, unique in the page.</param>
/// <param name="Label">The words of its button.</param>
/// <param name="Sample">The command with which the API is asked whether it is open to the person.</param>
/// <param name="Fields">The fields.</param>
public sealed record StoryForm(string Id, string Label, NamedCommand Sample, IReadOnlyList<FormField> Fields)
{
    /// <summary>Gets the name of the command.</summary>
    public string Command => Sample.Name;

    /// <summary>Gets what the command does, in a sentence; empty where the button says it.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Gets the members that the page knows: name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Known { get; init; } = [];
}

/// <summary>Forms with one heading.</summary>
/// <param name="Id">The id of the section.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Forms">The forms.</param>
public sealed record FormSection(string Id, string Heading, IReadOnlyList<StoryForm> Forms);
