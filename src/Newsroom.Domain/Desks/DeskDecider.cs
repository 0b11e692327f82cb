using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Desks;

/// <summary>Decides commands on desks; only an admin defines one.</summary>
public static class DeskDecider
{
    /// <summary>Decides the definition of a desk; no events where it changes nothing.</summary>
    /// <param name="state">The current desk; null where there is none.</param>
    /// <param name="command">The new definition.</param>
    /// <param name="context">The id and the caller.</param>
    public static Decision<DeskDefined> Decide(Desk? state, DefineDesk command, DeskContext context)
    {
        var desk = new Desk(context.Desk, command.Name, command.Language)
        {
            TimeZone = command.TimeZone,
            Ratings = command.Ratings.IsDefaultOrEmpty ? null : [.. command.Ratings.Select(name => name.Trim())],
        };
        if ((ConfigurationCatalog.DefineDesk.RefuseUnlessHeldBy(context.Actor) ?? CommandTexts.Refuse(desk)) is { } refusal)
        {
            return refusal;
        }

        if (desk.TimeZone is { } zone && DeskTime.ZoneOf(zone) is null)
        {
            return Refusal.Rule(
                "unknown-time-zone",
                $"\"{zone}\" is not the name of a time zone. Accepted: a name of the IANA database, such as Europe/Oslo, or none."
            );
        }

        if (desk.Ratings is { } ratings && RatingScale.Refuse(ratings) is { } noScale)
        {
            return noScale;
        }

        return state == desk ? new Decision<DeskDefined>.Accepted() : new DeskDefined(desk);
    }
}
