using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

internal sealed partial class StoryWalk
{
    private static readonly Actor Mia = Actor.Of(
        "mia",
        Role.Reporter,
        Role.Editor,
        Role.FactChecker,
        Role.Legal,
        Role.Publisher,
        Role.ChiefEditor
    );
    private static readonly Actor Ola = Actor.Of(
        "ola",
        Role.Reporter,
        Role.Editor,
        Role.FactChecker,
        Role.Legal,
        Role.Publisher,
        Role.ChiefEditor
    );
    public static readonly Actor[] Everybody = [Rita, Rob, Ed, Eve, Femi, Lea, Pia, Chi, Mia, Ola];

    /// <summary>People who did not take part: enough of each role.</summary>
    public static readonly Actor[] Others =
    [
        Actor.Of("oda", Role.Editor),
        Actor.Of("odd", Role.Editor),
        Actor.Of("ole", Role.Editor),
        Actor.Of("fia", Role.FactChecker),
        Actor.Of("fin", Role.FactChecker),
        Actor.Of("fox", Role.FactChecker),
        Actor.Of("lou", Role.Legal),
        Actor.Of("lux", Role.Legal),
        Actor.Of("cia", Role.ChiefEditor),
    ];

    /// <summary>Returns the author who replaces a person without the role.</summary>
    private static Actor Author(Actor drafter) => drafter.Is(Role.Reporter) || drafter.Is(Role.Editor) ? drafter : Rita;

    private static Role? RoleFor(StoryCommand asked, Actor by, int other) =>
        CommandCatalog.Of(asked).Roles.Where(by.Is).ToList() is { Count: > 0 } roles ? roles[other % roles.Count] : null;
}
