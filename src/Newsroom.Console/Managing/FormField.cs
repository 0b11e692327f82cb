namespace Newsroom.Console.Managing;

/// <summary>A field of a command's form.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Label">The label.</param>
/// <param name="Value">What it shows first; empty for nothing.</param>
public sealed record FormField(string Name, string Label, string Value = "")
{
    /// <summary>Gets the number of lines of a text.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Gets the values to choose from, with their words; empty where text is entered.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];

    /// <summary>Gets whether several values can be chosen.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>Gets what a choice of several shows first.</summary>
    public IReadOnlyList<string> Values { get; init; } = [Value];

    /// <summary>Returns a field for the reason of a command.</summary>
    internal static FormField Reason(bool isOptional = false) =>
        new("reason", isOptional ? "Reason (optional)" : "Reason") { Lines = 2 };
}
