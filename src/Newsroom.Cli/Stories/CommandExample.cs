using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Rendering;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Writes the example of a command's body as a command line.</summary>
internal static class CommandExample
{
    private const string Story = "harbour-vote";

    private const int MaxTextLength = 60;

    // Of 80 columns, the help indents two, and a line ends in a backslash.
    private const int MaxLineLength = 74;

    public static string Of(CommandDescription command, bool namesVersion)
    {
        var body = JsonNode.Parse(command.Example)!.AsObject();
        IEnumerable<string> words =
        [
            $"newsroom {command.Name}",
            .. command.Begins ? [] : new[] { Story },
            .. namesVersion ? new[] { "--based-on 17" } : [],
            .. body.Where(member => member.Key != "as").SelectMany(member => Options(member.Key, member.Value!)),
        ];
        return Wrap(words);
    }

    private static IEnumerable<string> Options(string member, JsonNode value)
    {
        var option = $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(member)}";
        return value switch
        {
            JsonArray items => items.Select(item => $"{option} {Argument(member, item!)}"),
            JsonValue flag when flag.TryGetValue<bool>(out _) => [option],
            _ => [$"{option} {Argument(member, value)}"],
        };
    }

    private static string Argument(string member, JsonNode value)
    {
        var text = value switch
        {
            JsonObject source when source["piece"] is { } piece => $"{source["check"]}/{piece}",
            JsonObject evidence => $"{evidence["kind"]}: {evidence["citation"]}",
            _ => $"{value}",
        };
        if (text == CommandCatalog.ExampleFingerprint)
        {
            return ConsoleRenderer.ShortFingerprint(text);
        }

        return text.Length > MaxTextLength || text.Contains('\n', StringComparison.Ordinal) ? $"@{member}.md" : Quote(text);
    }

    private static string Quote(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or ':' or '/') ? text : $"\"{text}\"";

    /// <summary>Breaks a command line between its options.</summary>
    private static string Wrap(IEnumerable<string> words)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < MaxLineLength)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(lines.Count == 0 ? word : $"    {word}");
            }
        }

        return string.Join(" \\\n", lines);
    }
}
