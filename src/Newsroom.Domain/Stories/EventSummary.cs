namespace Newsroom.Domain.Stories;

/// <summary>
/// What happened, as data: a code and the arguments that its sentence needs. Both are stored, so codes and names of arguments never change;
/// arguments may be added. People are identities.
/// </summary>
/// <param name="Code">What happened.</param>
/// <param name="Arguments">The arguments; those without a value are left out.</param>
public sealed record EventSummary(string Code, SummaryArguments Arguments)
{
    /// <summary>Makes a summary.</summary>
    /// <param name="code">What happened.</param>
    /// <param name="arguments">The arguments, as in <see cref="SummaryArguments.Of"/>.</param>
    public static EventSummary Of(string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        new(code, SummaryArguments.Of(arguments));

    /// <summary>Returns an argument as text; empty where it is missing.</summary>
    public string this[string name] => Arguments.Find(name) ?? "";

    /// <summary>Returns an argument as text; null where it is missing.</summary>
    public string? Find(string name) => Arguments.Find(name);

    /// <summary>Whether an argument is set to true.</summary>
    public bool Is(string name) => Arguments.Is(name);
}
