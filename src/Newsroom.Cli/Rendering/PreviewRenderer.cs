using Newsroom.Client.Http;
using Spectre.Console;

namespace Newsroom.Cli.Rendering;

internal static class PreviewRenderer
{
    /// <summary>Writes the events that a command would append, and its effects.</summary>
    public static void WritePreview(this ConsoleRenderer console, CommandPreview preview)
    {
        console.Write("Preview: nothing is stored.", Styles.Heading);
        console.WriteHeading(preview.Events.Count == 0 ? "The command would record no event" : "The command would record");
        foreach (var planned in preview.Events)
        {
            var sentence = EventDescription.Of(planned.Type, planned.Data, "you") ?? planned.Type;
            console.Write(console.LocalizeTimes(planned.Type, sentence));
        }

        foreach (var kind in preview.Effects.GroupBy(effect => effect.Kind))
        {
            console.WriteHeading(Title(kind.Key));
            foreach (var effect in kind)
            {
                console.Write(effect.Sentence, kind.Key == "lapses" ? Styles.Failure : Style.Plain);
            }
        }

        if (preview.Version is { } version)
        {
            console.WriteBlankLine();
            console.Write($"The story would be at version {version}.");
        }
    }

    private static string Title(string kind) =>
        kind switch
        {
            "lapses" => "No longer valid",
            "returns" => "Valid again",
            "merges" => "Merged",
            "changes" => "Also changed",
            _ => kind,
        };
}
