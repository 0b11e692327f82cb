using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom speakers</c>: everybody who can be quoted.</summary>
internal static class Speakers
{
    /// <summary>The verb.</summary>
    public static Verb Verb() => new("speakers", "Everybody who can be quoted.", [], run => run.Read<IReadOnlyList<SpeakerLine>>("speakers", Lines));

    private static void Lines(Screen screen, IReadOnlyList<SpeakerLine> speakers)
    {
        if (speakers.Count == 0)
        {
            screen.Say("Nobody is registered yet.");
            return;
        }

        screen.Table(["Id", "Name"], speakers.Select(s => new IRenderable[] { Screen.Words(s.Id), Screen.Words($"{s.Name}{(s.Description.Length > 0 ? $", {s.Description}" : "")}{(s.Identity is { } identity ? $" (confidential source, identity {identity})" : "")}") }));
    }
}

/// <summary>Somebody whose words stories quote.</summary>
internal sealed record SpeakerLine(string Id, string Name, string Description, string? Identity = null);
