using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary>The option <c>--file story.md</c> of commands that take a whole article. Other options override the file.</summary>
internal sealed class StoryFileOption
{
    private static readonly ImmutableArray<string> Keys = ["headline", "standfirst", "byline", "dateline", "slug", "desk", "language"];

    private readonly Option<string> option = new("--file")
    {
        HelpName = "story.md",
        Description = "File with front matter and body; - reads standard input.",
    };

    public static string Details { get; } =
        "Format of --file: lines of “key: value” between two lines of three hyphens, then the body. "
        + $"Keys: {string.Join(", ", Keys)}; values are taken literally. Options override the file.";

    public Option Option => option;

    /// <summary>Returns whether a command takes a whole article.</summary>
    public static bool IsFor(IEnumerable<CommandParameter> parameters) => parameters.Any(p => p.Key == "body");

    /// <summary>Fills the parameters that the options did not give.</summary>
    public void Fill(JsonObject body, IReadOnlyCollection<CommandParameter> parameters, CommandContext context)
    {
        if (!context.IsGiven(option))
        {
            return;
        }

        var file = Read(context.GetValue(option)!, context.Input);
        var ignored = file.Matter.Keys.Where(key => parameters.All(p => p.Key != key)).Order().ToList();
        if (ignored.Count > 0)
        {
            context.ErrorConsole.Write($"Not changed: {string.Join(", ", ignored)}. Use describe-story to change them.");
        }

        foreach (var parameter in parameters.Where(p => !body.ContainsKey(p.Json)))
        {
            if (ValueOf(file, parameter.Key) is { } value)
            {
                body[parameter.Json] = value;
            }
        }
    }

    private static StoryFile Read(string name, TextInput input)
    {
        try
        {
            var file = StoryFile.Parse(name == "-" ? input.ReadExact(name) : TextInput.ReadFile(name));
            return file.Matter.Keys.FirstOrDefault(key => !Keys.Contains(key)) is { } unknown
                ? throw new UsageException($"{name}: “{unknown}” is not a key of a story. Keys: {string.Join(", ", Keys)}.")
                : file;
        }
        catch (FormatException failure)
        {
            throw new UsageException($"{name}: {failure.Message}");
        }
    }

    /// <summary>Returns a value of the file; a file of front matter alone has no body, and only an option empties it.</summary>
    private static string? ValueOf(StoryFile file, string key)
    {
        if (key == "body")
        {
            return file.Body.Length == 0 ? null : file.Body;
        }

        return file.Matter.GetValueOrDefault(key);
    }
}
