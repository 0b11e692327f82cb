using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Api.Worklists;

/// <summary>The parameters that select work; null for any.</summary>
public readonly record struct WorkFilter
{
    /// <summary>Gets the kind of work.</summary>
    [FromQuery(Name = "kind")]
    [OneOf<WorkKind>]
    public string? Kind { get; init; }

    /// <summary>Gets the role in which it waits.</summary>
    [FromQuery(Name = "role")]
    [OneOf<Role>]
    public string? Role { get; init; }

    /// <summary>Gets the desk of the story or policy.</summary>
    [FromQuery(Name = "desk")]
    public string? Desk { get; init; }

    /// <summary>Gets the story.</summary>
    [FromQuery(Name = "story")]
    public Guid? Story { get; init; }

    /// <summary>Returns whether work that waits in a role is selected.</summary>
    internal bool Admits(Role role) => Role is null || Role == role.ToKebabCase();

    /// <summary>Returns whether work that is not of a story is selected.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="command">The command, by whose roles it waits.</param>
    /// <param name="desk">The desk; null where it has none.</param>
    internal bool Admits(WorkKind kind, ConfigurationCommand command, string? desk) =>
        Story is null
        && (Kind is null || Kind == kind.ToKebabCase())
        && (Desk is null || Desk == desk)
        && command.Roles.Any(Admits);
}
