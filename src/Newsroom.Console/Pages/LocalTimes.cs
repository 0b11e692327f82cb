using System.Globalization;
using Newsroom.Client.Stories;
using Newsroom.Client.Worklists;

namespace Newsroom.Console.Pages;

/// <summary>Times that a person enters by the clock of the desk.</summary>
internal static class LocalTimes
{
    private static readonly Dictionary<string, string> Members = new()
    {
        ["schedule"] = "time",
        ["set-embargo"] = "until",
        ["plan-story"] = "due",
    };

    /// <summary>Returns the words of a label for such a time.</summary>
    public static string Example(DeskClock clock) => $"in {clock.Zone}, such as 2027-01-31T06:00";

    /// <summary>
    /// Replaces the local time in the body of a command by its instant; returns why it has none. An instant with its offset stays, and so
    /// does what the API refuses.
    /// </summary>
    public static string? SetInstant(NamedCommand command, DeskClock clock)
    {
        if (!Members.TryGetValue(command.Name, out var member) || command.Body[member]?.GetValue<string>() is not { } local)
        {
            return null;
        }

        switch (clock.Read(local))
        {
            case []:
                return null;
            case [var instant]:
                command.Body[member] = instant.ToString("O", CultureInfo.InvariantCulture);
                return null;
            case var both:
                var readings = string.Join(" or ", both.Select(clock.Write));
                return $"{local} in {clock.Zone} is not one instant, because the clocks change. Use {readings}.";
        }
    }
}
