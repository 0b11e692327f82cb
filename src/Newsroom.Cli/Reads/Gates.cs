using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Stories;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom gates</c>: why a story can or cannot be published, and who can change that.</summary>
internal static class Gates
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var story = new StoryArgument();
        return new Verb("gates", "What keeps a story from being published, and who can clear it.", [story], async run =>
            await run.Read<GatesPage>($"stories/{await run.Find(run.Of(story)!)}/gates", Page));
    }

    /// <summary>A gate, and what keeps it from holding.</summary>
    public static void Gate(this Screen screen, GateLine gate)
    {
        var (mark, style) = gate.Outcome switch
        {
            "passed" => ("✓", Styles.Good),
            "waived" => ("~", Styles.Warning),
            _ => ("✗", Styles.Bad),
        };
        screen.Say($"{mark} {gate.Gate}{(gate.Outcome == "waived" ? " (waived)" : "")}", style);
        foreach (var reason in gate.Reasons)
        {
            screen.SayInside(reason.Message);
            screen.SayInside(
                reason.Waiver is { } waiver
                    ? $"→ waived by {waiver.By.Split('@')[0]}: {waiver.Reason}"
                    : $"→ {string.Join(", or ", reason.Ways.Select(w => $"{w.Command} by {string.Join(" or ", w.OnlyBy is { Count: > 0 } only ? only.Select(person => person.Split('@')[0]) : w.Roles)}"))}{(reason.Fingerprint is { } fingerprint ? $" ({reason.Subject}, fingerprint {Screen.Short(fingerprint)})" : "")}",
                Styles.Aside);
        }
    }

    private static void Page(Screen screen, GatesPage page)
    {
        screen.Say($"Version {page.Version}, {page.Stage}: {Readiness(page)}", Styles.Title);
        if (page.DesksLeft is { Count: > 0 } left)
        {
            screen.Say($"In this review it left the desk {string.Join(" and the desk ", left)}, whose policy binds it too.", Styles.Aside);
        }

        foreach (var gate in page.Gates)
        {
            screen.Gate(gate);
        }
    }

    private static string Readiness(GatesPage page) =>
        page.Ready ? "ready to be published"
        : page.Gates.All(g => g.Outcome != "failed") ? "every gate holds, but a story is published from review"
        : "not ready";
}

/// <summary>What stands between a story and its publication.</summary>
internal sealed record GatesPage(
    long Version, string Stage, bool Ready, IReadOnlyList<GateLine> Gates, IReadOnlyList<string>? DesksLeft = null);

/// <summary>A gate's outcome.</summary>
internal sealed record GateLine(string Gate, string Outcome, IReadOnlyList<GateReasonLine> Reasons);

/// <summary>A command that would settle it, and the roles, or the only people, that can give it.</summary>
internal sealed record GateWayLine(string Command, IReadOnlyList<string> Roles, IReadOnlyList<string>? OnlyBy = null);

/// <summary>One thing that keeps a gate from holding, and what would settle it.</summary>
internal sealed record GateReasonLine(string Subject, string? Fingerprint, string Message, IReadOnlyList<GateWayLine> Ways, WaiverLine? Waiver);

/// <summary>The exception somebody made.</summary>
internal sealed record WaiverLine(string By, string Reason);
