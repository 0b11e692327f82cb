using System.Text.Json.Nodes;

namespace Newsroom.Client.Configuration;

/// <summary>A command on desks, people, speakers or policies, with a body as the API documents it.</summary>
/// <param name="Path">The address, relative to that of the API.</param>
/// <param name="Body">The body.</param>
public sealed record NamedConfiguration(string Path, JsonObject Body)
{
    /// <summary>Gets whether the body is a definition that is put in place of the former.</summary>
    public bool IsDefinition { get; init; }
}
