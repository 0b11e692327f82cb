using JasperFx.Events;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Reads the metadata of stored events in the domain's terms.</summary>
public static class EventMetadataExtensions
{
    /// <summary>The header that holds the actor's role.</summary>
    public const string RoleHeader = "as";

    private static readonly Dictionary<string, Role> RolesInWords = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    /// <summary>
    /// Returns the metadata of an event. The time is cut to microseconds, as the database stores it: a rebuild must see the same time.
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

    /// <summary>Returns the role that the actor acted in; null where the command needed none.</summary>
    public static Role? As(this IEvent recorded) =>
        recorded.Headers?.TryGetValue(RoleHeader, out var role) == true ? RoleOf(role?.ToString()) : null;

    /// <summary>Returns the role of a header's value; null for no value, and for one that is no role.</summary>
    public static Role? RoleOf(string? header) =>
        RolesInWords.TryGetValue(header ?? "", out var known) ? known : null;
}
