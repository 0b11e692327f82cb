using System.Collections.Immutable;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Api.Worklists;

/// <summary>Handles GET /me.</summary>
public static class GetMeEndpoint
{
    /// <summary>Returns the caller: identity, name, roles, the kinds of work that can wait for them, and their further reads.</summary>
    [EndpointSummary(
        "Get the caller: identity, name, roles, the kinds of work that can wait for them, and the reads not open to all staff."
    )]
    [ProducesResponseType<Me>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(CallingActor caller, IQuerySession session, CancellationToken cancellationToken)
    {
        var actor = caller.Actor;
        var name = (await session.LoadAsync<Person>(actor.Person, cancellationToken))?.Name ?? actor.Person.Split('@')[0];
        return Results.Ok(new Me(actor.Person, name, [.. actor.Roles], WorkKinds.Of(actor), Permissions.FurtherReadsOf(actor)));
    }
}

/// <summary>The caller.</summary>
/// <param name="Person">The identity, as in events and audit trail.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles of the token.</param>
/// <param name="Work">The kinds of work that can wait for these roles.</param>
/// <param name="Reads">The routes of the reads that are open to these roles, and not to all staff.</param>
public sealed record Me(
    string Person,
    string Name,
    ImmutableArray<Role> Roles,
    ImmutableArray<WorkKind> Work,
    ImmutableArray<string> Reads
);
