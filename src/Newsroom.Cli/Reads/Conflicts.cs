using Newsroom.Cli.Screens;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Reads;

/// <summary>How two people's words for one place look beside each other.</summary>
internal static class Conflicts
{
    /// <summary>What both began with, and what each made of it.</summary>
    public static void Conflict(this Screen screen, Conflict conflict)
    {
        screen.Say($"In the {conflict.Field.ToKebabCase()}:", Styles.Title);
        screen.SayInside($"You saw (version {conflict.Base.Version}): {Quoted(conflict.Base.Words)}");
        screen.SayInside($"You want: {Quoted(conflict.Yours.Words)}", Styles.Open);
        screen.SayInside($"There is now (version {conflict.Theirs.Version}, by {string.Join(" and ", conflict.Theirs.By.Select(Screen.Person))}): {Quoted(conflict.Theirs.Words)}", Styles.Bad);
    }

    private static string Quoted(string words) => string.IsNullOrWhiteSpace(words) ? "nothing" : $"“{words.Trim()}”";
}
