using Spectre.Console;

namespace Newsroom.Cli.Screens;

/// <summary>What colours mean. Nothing is said by colour alone.</summary>
internal static class Styles
{
    /// <summary>A title.</summary>
    public static Style Title { get; } = new(decoration: Decoration.Bold);

    /// <summary>Beside the point.</summary>
    public static Style Aside { get; } = new(foreground: Color.Grey);

    /// <summary>It holds.</summary>
    public static Style Good { get; } = new(foreground: Color.Green);

    /// <summary>It awaits somebody.</summary>
    public static Style Open { get; } = new(foreground: Color.Yellow);

    /// <summary>It does not hold, and somebody answers for that.</summary>
    public static Style Warning { get; } = new(foreground: Color.Yellow);

    /// <summary>It does not hold.</summary>
    public static Style Bad { get; } = new(foreground: Color.Red);

    /// <summary>Words that went.</summary>
    public static Style Gone { get; } = new(foreground: Color.Red);

    /// <summary>Words that came.</summary>
    public static Style New { get; } = new(foreground: Color.Green);

    /// <summary>Words that are elsewhere now.</summary>
    public static Style MovedAway { get; } = new(foreground: Color.Purple);

    /// <summary>Words that were elsewhere before.</summary>
    public static Style MovedHere { get; } = new(foreground: Color.Teal);

    /// <summary>One person's words: always the same colour, which others may have too.</summary>
    public static Style Hand(string person) => new(foreground: Hands[(int)(person.Aggregate(17u, (hash, c) => unchecked((hash * 31) + c)) % Hands.Length)]);

    private static readonly Color[] Hands = [Color.Teal, Color.Purple, Color.Olive, Color.Blue, Color.Aqua, Color.Fuchsia];

    /// <summary>How a passage's or an approval's state looks.</summary>
    public static Style OfState(string state) => state switch
    {
        "verified" or "stands" => Good,
        "adverse" => Bad,
        "orphaned" => Aside,
        _ => Open,
    };
}
