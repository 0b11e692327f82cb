using Spectre.Console;

namespace Newsroom.Cli.Rendering;

/// <summary>Text styles by meaning. No information is conveyed by color alone.</summary>
internal static class Styles
{
    private static readonly Color[] PersonColors = [Color.Teal, Color.Purple, Color.Olive, Color.Blue, Color.Aqua, Color.Fuchsia];

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Muted { get; } = new(foreground: Color.Grey);

    public static Style Success { get; } = new(foreground: Color.Green);

    public static Style Pending { get; } = new(foreground: Color.Yellow);

    public static Style Warning { get; } = new(foreground: Color.Yellow);

    public static Style Failure { get; } = new(foreground: Color.Red);

    public static Style Removed { get; } = new(foreground: Color.Red);

    public static Style Added { get; } = new(foreground: Color.Green);

    public static Style MovedAway { get; } = new(foreground: Color.Purple);

    public static Style MovedHere { get; } = new(foreground: Color.Teal);

    /// <summary>Returns the style of a person's text: always the same for one person, not unique to them.</summary>
    public static Style ForPerson(string person)
    {
        var hash = person.Aggregate(17u, (value, c) => unchecked((value * 31) + c));
        return new Style(foreground: PersonColors[(int)(hash % PersonColors.Length)]);
    }

    /// <summary>Returns the style of a passage's or an approval's state.</summary>
    public static Style ForState(string state) =>
        state switch
        {
            "verified" or "current" => Success,
            "adverse" => Failure,
            "orphaned" => Muted,
            _ => Pending,
        };
}
