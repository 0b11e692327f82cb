using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>
/// A command to a story. This closed list is the public contract: <see cref="CommandCatalog"/> derives names, routes and permissions from
/// it.
/// </summary>
public abstract partial record StoryCommand
{
    private StoryCommand() { }

    /// <summary>The role to act in; required when several of the actor's roles allow the command.</summary>
    public Role? As { get; init; }

    /// <summary>The version the caller saw (the If-Match header), for commands that require one.</summary>
    [JsonIgnore]
    public long? BasedOn { get; init; }
}
