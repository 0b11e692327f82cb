using Newsroom.Client.Stories;
using Spectre.Console;

namespace Newsroom.Cli.Rendering;

internal static class GateRenderer
{
    /// <summary>Writes a gate, the reasons why it fails, and the commands that settle them.</summary>
    public static void WriteGate(this ConsoleRenderer console, GateResult gate)
    {
        var suffix = gate.Outcome == "waived" ? " (waived)" : "";
        console.Write($"{Symbol(gate)} {gate.Gate}{suffix}", StyleOf(gate));
        foreach (var reason in gate.Reasons)
        {
            console.WriteIndented(reason.Message);
            console.WriteIndented($"→ {Resolution(reason)}", Styles.Muted);
        }
    }

    public static string Symbol(GateResult gate) =>
        gate.Outcome switch
        {
            "passed" => "✓",
            "waived" => "~",
            _ => "✗",
        };

    private static Style StyleOf(GateResult gate) =>
        gate.Outcome switch
        {
            "passed" => Styles.Success,
            "waived" => Styles.Warning,
            _ => Styles.Failure,
        };

    private static string Resolution(GateReason reason)
    {
        if (reason.Waiver is { } waiver)
        {
            return $"waived by {ConsoleRenderer.PersonName(waiver.By)}: {waiver.Reason}";
        }

        var commands = string.Join(", or ", reason.Ways.Select(Describe));
        return reason.Fingerprint is { } fingerprint
            ? $"{commands} ({reason.Subject}, fingerprint {ConsoleRenderer.ShortFingerprint(fingerprint)})"
            : commands;
    }

    /// <summary>Describes a command and who can give it.</summary>
    public static string Describe(GateResolution way)
    {
        var not = way.NotBy is { Count: > 0 } people ? $", but not {string.Join(" or ", people.Select(ConsoleRenderer.PersonName))}" : "";
        return $"{way.Command} by {string.Join(" or ", People(way))}{not}";
    }

    private static IEnumerable<string> People(GateResolution way) =>
        way.OnlyBy is { Count: > 0 } people ? people.Select(ConsoleRenderer.PersonName) : way.Roles;
}
