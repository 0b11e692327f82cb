using Newsroom.Domain.People;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Desks;

/// <summary>Setting up the newsroom: desks and people by admins, speakers by those who quote them.</summary>
public static class Configuring
{
    /// <summary>The refusal of a desk's definition, or null.</summary>
    public static Refusal? RefuseDesk(Desk desk, Actor actor) => RefuseUnless(actor, ConfigurationList.DefineDesk)
        ?? Stories.CommandTexts.Refuse(desk);

    /// <summary>The refusal of a person's description, or null.</summary>
    public static Refusal? RefusePerson(Person person, Actor actor) => RefuseUnless(actor, ConfigurationList.DescribePerson)
        ?? Stories.CommandTexts.Refuse(person)
        ?? Actor.Of(person.Id, person.Roles).RolesThatDoNotCombine();

    /// <summary>The refusal of a speaker's registration, or null.</summary>
    /// <param name="speaker">The speaker.</param>
    /// <param name="known">The speaker who has that id already, or null.</param>
    /// <param name="actor">Who asks.</param>
    public static Refusal? RefuseSpeaker(Speaker speaker, Speaker? known, Actor actor) =>
        RefuseUnless(actor, ConfigurationList.RegisterSpeaker)
        ?? Stories.CommandTexts.Refuse(speaker)
        ?? (known is null ? null : Refusal.Rule("speaker-known", $"There is a speaker \"{known.Id}\": {known.Name}, {known.Description}. Choose another id if this is somebody else."));

    /// <summary>The refusal of an import, or null.</summary>
    public static Refusal? RefuseImport(Actor actor) => RefuseUnless(actor, ConfigurationList.ImportHistory);

    /// <summary>The refusal of making the views again, or null.</summary>
    public static Refusal? RefuseRebuild(Actor actor) => RefuseUnless(actor, ConfigurationList.RebuildViews);

    /// <summary>The refusal of somebody who holds no role for a command, or null.</summary>
    public static Refusal? RefuseUnless(Actor actor, ConfigurationCommand command) =>
        actor.RolesThatDoNotCombine()
        ?? (command.Roles.Any(actor.Is) ? null : Refusal.Forbidden("role-required", $"{command.Name} is for {string.Join(", ", command.Roles.Select(r => r.InWords()))}."));
}
