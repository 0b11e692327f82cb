using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.People;

/// <summary>Decides commands on people; only an admin describes one.</summary>
public static class PersonDecider
{
    /// <summary>Decides the description of a person; no events where it changes nothing.</summary>
    /// <param name="state">The current description; null where there is none.</param>
    /// <param name="command">The new description.</param>
    /// <param name="context">The identity and the caller.</param>
    public static Decision<PersonDescribed> Decide(Person? state, DescribePerson command, PersonContext context)
    {
        var person = new Person(context.Person, command.Name, [.. command.Roles.Distinct().Order()]);
        var refusal =
            ConfigurationCatalog.DescribePerson.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(person)
            ?? Actor.Of(person.Id, person.Roles).RolesThatDoNotCombine();
        if (refusal is not null)
        {
            return refusal;
        }

        return state is not null && state.Name == person.Name && state.Roles.SequenceEqual(person.Roles)
            ? new Decision<PersonDescribed>.Accepted()
            : new PersonDescribed(person.Id, person.Name, person.Roles);
    }
}
