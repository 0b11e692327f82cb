using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>
/// Applies the rules of every command: a role, the story of a reporter, a story that is not spiked, the current base version.
/// </summary>
public static class CommandGuard
{
    /// <summary>Returns whether a command is admitted, and in which role; otherwise the refusal.</summary>
    public static bool Admits(Story? story, StoryCommand command, Actor actor, out Role role, out Refusal refusal)
    {
        var description = CommandCatalog.Of(command);
        role = default;
        refusal =
            (story is not null && !StoryReaders.MayRead(story, actor) ? StoryReaders.Unknown(story.Id) : null)
            ?? actor.RolesThatDoNotCombine()
            ?? RefuseRole(description, command.As, actor, out role)
            ?? CommandTexts.Refuse(command)
            ?? (story is null ? null : RefuseOn(story, description, command, actor, role))!;
        return refusal is null;
    }

    private static Refusal? RefuseRole(CommandDescription description, Role? chosen, Actor actor, out Role role)
    {
        var fitting = description.Roles.Where(actor.Is).ToList();
        role = chosen ?? fitting.FirstOrDefault();
        if (fitting.Count == 0 || (chosen is { } named && !description.Roles.Contains(named)))
        {
            return Refusal.Forbidden(
                "role-required",
                $"{description.Name} requires one of these roles: {Listed(description.Roles)}; " + $"{Held(actor)}."
            );
        }

        if (chosen is { } notHeld && !actor.Is(notHeld))
        {
            return Refusal.Forbidden("role-not-held", $"The command acts as {notHeld.ToKebabCase()}; {Held(actor)}.");
        }

        return chosen is null && fitting.Count > 1
            ? Refusal.Rule("role-ambiguous", $"Several of your roles allow {description.Name}. Select one with \"as\": {Listed(fitting)}.")
            : null;
    }

    private static Refusal? RefuseOn(Story story, CommandDescription description, StoryCommand command, Actor actor, Role role)
    {
        if (!StoryReaders.MayActAs(story, actor.Person, role))
        {
            return Refusal.Forbidden(
                "not-admitted",
                $"The story is confidential. As {role.ToKebabCase()} you can use {description.Name} only if you wrote it, are assigned to "
                    + "it, have acted on it or were admitted with mark-confidential."
            );
        }

        if (description.OnTheStory && role == Role.Reporter && !story.IsAuthor(actor.Person) && story.Assignee != actor.Person)
        {
            return Refusal.Forbidden(
                "not-on-the-story",
                $"As a reporter you can use {description.Name} only on stories that you wrote or are assigned to."
            );
        }

        if (story.Closed() is { } closed && !description.WhenClosed.Contains(closed))
        {
            var accepted = CommandCatalog.All.Where(c => c.WhenClosed.Contains(closed)).Select(c => c.Name);
            return Refusal.Rule(
                $"story-{closed.ToKebabCase()}",
                $"The story is {closed.ToKebabCase()}. It accepts only {Listed(accepted)}."
            );
        }

        if (description.HonoursVersion)
        {
            return command.BasedOn is { } named && named != story.Version ? Refusal.StaleVersion(named, story.Version) : null;
        }

        return description.Precondition == Precondition.Version ? RefuseVersion(story, description, command) : null;
    }

    private static Refusal? RefuseVersion(Story story, CommandDescription description, StoryCommand command)
    {
        if (command.BasedOn is not { } seen)
        {
            return new Refusal(
                RefusalKind.BasisMissing,
                "version-required",
                $"{description.Name} requires the version that it is based on. Send If-Match: \"v{story.Version}\" if that is the "
                    + "version you read."
            )
            {
                CurrentVersion = story.Version,
            };
        }

        var isCurrent = seen == story.Version || (seen < story.Version && description.Merges);
        return isCurrent && seen >= 1 ? null : Refusal.StaleVersion(seen, story.Version);
    }

    private static string Held(Actor actor) => actor.Roles.IsEmpty ? "your token has no role" : $"your token has {Listed(actor.Roles)}";

    private static string Listed(IEnumerable<Role> roles) => Listed(roles.Select(r => r.ToKebabCase()));

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);
}
