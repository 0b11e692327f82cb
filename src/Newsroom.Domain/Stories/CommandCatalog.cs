using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Kernel.Role;

namespace Newsroom.Domain.Stories;

/// <summary>Lists all story commands with their roles and preconditions. Endpoints, CLI and documentation derive from it.</summary>
public static partial class CommandCatalog
{
    /// <summary>The fingerprint that examples name; a request names the current one.</summary>
    public const string ExampleFingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly ImmutableDictionary<Type, CommandDescription> ByType;

    // A static constructor, because only it runs after the initializers of all parts of the class.
    static CommandCatalog()
    {
        All = [.. Writing, .. Marking, .. Checking, .. Review, .. Stops, .. Publication];
        ByType = All.ToImmutableDictionary(c => c.Type);
    }

    /// <summary>Gets all commands, in the usual order of their use.</summary>
    public static ImmutableArray<CommandDescription> All { get; }

    private static ImmutableArray<ClosedState> Always => [.. Enum.GetValues<ClosedState>()];

    private static ImmutableArray<Role> People => [Reporter, Editor, FactChecker, Legal, ChiefEditor];

    /// <summary>Returns the description of a command.</summary>
    public static CommandDescription Of(StoryCommand command) => Of(command.GetType());

    /// <summary>Returns the description of a type of command.</summary>
    public static CommandDescription Of(Type type) => ByType[type];

    /// <summary>Returns the description of the command with this name.</summary>
    /// <exception cref="InvalidOperationException">There is no such command.</exception>
    public static CommandDescription Named(string name) => All.Single(c => c.Name == name);

    /// <summary>Returns the description of a type of command.</summary>
    public static CommandDescription Of<TCommand>()
        where TCommand : StoryCommand => Of(typeof(TCommand));
}
