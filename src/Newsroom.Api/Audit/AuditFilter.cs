using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Audit;

/// <summary>The parameters that select lines of the audit trail; null for any.</summary>
public readonly record struct AuditFilter
{
    /// <summary>Gets the actor: an identity, or a bare user name of the caller's issuer.</summary>
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    /// <summary>Gets the role of the actor.</summary>
    [FromQuery(Name = "role")]
    [OneOf<Role>]
    public string? Role { get; init; }

    /// <summary>Gets the story.</summary>
    [FromQuery(Name = "story")]
    public Guid? Story { get; init; }

    /// <summary>Gets the desk.</summary>
    [FromQuery(Name = "desk")]
    public string? Desk { get; init; }

    /// <summary>Gets the storage name of the event.</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    /// <summary>Gets the first instant.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Gets the instant after the last.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Gets words of the sentence or the reason.</summary>
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    /// <summary>Reads the filter as a query; otherwise returns why it cannot be read.</summary>
    internal Refusal? Read(CallingActor caller, long? after, out AuditQuery query)
    {
        var by = Actor is null ? null : caller.PersonOf(Actor);
        query = new AuditQuery(by, Role, Story, Desk, Type, From: null, To: null, SearchQuery.Of(Text), after)
        {
            Reader = StoryReaders.ReadsAll(caller.Actor) ? null : caller.Actor.Person,
        };
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
