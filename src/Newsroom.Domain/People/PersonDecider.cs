using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.People;

/// <summary>Decides commands on people; only an admin describes one.</summary>
public static class PersonDecider
{
    /// <summary>Decides the description of a person; no events where it changes nothing.</summary>
    /// <param name="state">The current description; null where there is none.</param>
    /// <param name="command">The new description.</param>
    /// <param name="context">The caller.</param>
    public static Decision<PersonDescribed> Decide(Person? state, Person command, Actor context)
    {
        var refusal =
            ConfigurationCatalog.DescribePerson.RefuseUnlessHeldBy(context)
            ?? CommandTexts.Refuse(command)
            ?? Actor.Of(command.Id, command.Roles).RolesThatDoNotCombine();
        if (refusal is not null)
        {
            return refusal;
        }

        return state is not null && state.Name == command.Name && state.Roles.SequenceEqual(command.Roles)
            ? new Decision<PersonDescribed>.Accepted()
            : new PersonDescribed(command.Id, command.Name, command.Roles);
    }
}
