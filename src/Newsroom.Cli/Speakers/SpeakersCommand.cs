using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Speakers;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Speakers;

/// <summary><c>newsroom speakers</c>: lists the speakers.</summary>
internal static class SpeakersCommand
{
    public static CliCommand Create() =>
        new(
            "speakers",
            "List the speakers who can be quoted.",
            [],
            context => context.ShowAsync(context.Client.Speakers.ListAsync(context.CancellationToken), WriteSpeakers)
        );

    private static void WriteSpeakers(ConsoleRenderer console, IReadOnlyList<SpeakerDetails> speakers)
    {
        if (speakers.Count == 0)
        {
            console.Write("No speakers.");
            return;
        }

        console.WriteTable(
            ["Id", "Name"],
            speakers.Select(s => new IRenderable[] { ConsoleRenderer.Cell(s.Id), ConsoleRenderer.Cell(Describe(s)) })
        );
    }

    private static string Describe(SpeakerDetails speaker)
    {
        var description = speaker.Description.Length > 0 ? $", {speaker.Description}" : "";
        var identity = speaker.Identity is { } state ? $" (confidential source, identity {state})" : "";
        return $"{speaker.Name}{description}{identity}";
    }
}
