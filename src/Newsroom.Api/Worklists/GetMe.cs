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
    /// <summary>Returns the caller: identity, name, roles, and the kinds of work that can wait for them.</summary>
    [EndpointSummary("Get the caller: identity, name, roles, and the kinds of work that can wait for them.")]
    [ProducesResponseType<Me>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(CallingActor caller, IQuerySession session, CancellationToken cancellationToken)
    {
        var actor = caller.Actor;
        var name = (await session.LoadAsync<Person>(actor.Person, cancellationToken))?.Name ?? actor.Person.Split('@')[0];
        return Results.Ok(new Me(actor.Person, name, [.. actor.Roles], WorkKinds.Of(actor)));
    }
}

/// <summary>The caller.</summary>
/// <param name="Person">The identity, as in events and audit trail.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles of the token.</param>
/// <param name="Work">The kinds of work that can wait for these roles.</param>
public sealed record Me(string Person, string Name, ImmutableArray<Role> Roles, ImmutableArray<WorkKind> Work);
