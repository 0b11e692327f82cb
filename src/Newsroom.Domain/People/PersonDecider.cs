using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.People;

/// <summary>Decides commands on people: only an admin describes one.</summary>
public static class PersonDecider
{
    /// <summary>Returns the refusal of a person's description, or null.</summary>
    public static Refusal? RefusePerson(Person person, Actor actor) =>
        ConfigurationCatalog.DescribePerson.RefuseUnlessHeldBy(actor)
        ?? CommandTexts.Refuse(person)
        ?? Actor.Of(person.Id, person.Roles).RolesThatDoNotCombine();
}
