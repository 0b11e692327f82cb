using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Desks;

/// <summary>Decides commands on desks: only an admin defines one.</summary>
public static class DeskDecider
{
    /// <summary>Returns the refusal of a desk's definition, or null.</summary>
    public static Refusal? RefuseDesk(Desk desk, Actor actor) =>
        ConfigurationCatalog.DefineDesk.RefuseUnlessHeldBy(actor) ?? CommandTexts.Refuse(desk);
}
