using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Audit;

/// <summary>The parameters that select lines of the audit trail.</summary>
/// <param name="Actor">The actor: an identity, or a bare user name of the caller's issuer.</param>
/// <param name="Role">The role of the actor.</param>
/// <param name="Story">The story.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Type">The storage name of the event.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The instant after the last.</param>
/// <param name="Text">Words of the sentence or the reason.</param>
public readonly record struct AuditFilter(
    [FromQuery(Name = "actor")] string? Actor,
    [FromQuery(Name = "role")] string? Role,
    [FromQuery(Name = "story")] Guid? Story,
    [FromQuery(Name = "desk")] string? Desk,
    [FromQuery(Name = "type")] string? Type,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "text")] string? Text
)
{
    /// <summary>Reads the filter as a query; otherwise returns why it cannot be read.</summary>
    internal Refusal? Read(CallingActor caller, long? after, out AuditQuery query)
    {
        var by = Actor is null ? null : caller.PersonOf(Actor);
        query = new AuditQuery(by, Role, Story, Desk, Type, From: null, To: null, SearchQuery.Of(Text), after);
        foreach (var (name, written) in new[] { ("from", From), ("to", To) })
        {
            if (written is null)
            {
                continue;
            }

            if (PointInTime.TimeOf(written) is not { } time)
            {
                return PointInTime.NotATime(written);
            }

            query = name == "from" ? query with { From = time } : query with { To = time };
        }

        return null;
    }
}
