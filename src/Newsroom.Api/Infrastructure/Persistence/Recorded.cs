using JasperFx.Events;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>What the store keeps beside an event, in the domain's terms.</summary>
public static class Recorded
{
    /// <summary>The header an event carries the actor's role in.</summary>
    public const string RoleHeader = "as";

    private static readonly Dictionary<string, Role> RolesInWords = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    /// <summary>
    /// When, by whom and as what an event was recorded. To the microsecond, which is what the database keeps: a rebuild must see the same
    /// time.
    /// </summary>
    public static EventMetadata Metadata(this IEvent recorded) =>
        new(
            recorded.Version,
            recorded.Timestamp.ToUniversalTime().AddTicks(-(recorded.Timestamp.Ticks % TimeSpan.TicksPerMicrosecond)),
            recorded.UserName ?? "",
            recorded.As()
        )
        {
            Origin = (recorded.Data as StoryEvent)?.Origin,
        };

    /// <summary>The role the actor acted in; null where none was asked for.</summary>
    public static Role? As(this IEvent recorded) =>
        recorded.Headers?.TryGetValue(RoleHeader, out var role) == true && RolesInWords.TryGetValue(role?.ToString() ?? "", out var known)
            ? known
            : null;
}
