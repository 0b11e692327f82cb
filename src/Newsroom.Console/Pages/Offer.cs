using Newsroom.Client.Http;

namespace Newsroom.Console.Pages;

/// <summary>What the API says of a command before it is sent: what it would do, or why it is refused.</summary>
/// <param name="Command">The command.</param>
/// <param name="Effects">What would lapse, return or change besides, as sentences.</param>
/// <param name="Refusal">The refusal; null where the command is open.</param>
public sealed record Offer(string Command, IReadOnlyList<string> Effects, ApiException? Refusal = null)
{
    /// <summary>Gets the roles of which the person has to choose one; none where one only has the command.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Gets whether the command is open to the person.</summary>
    public bool IsOpen => Refusal is null;
}
