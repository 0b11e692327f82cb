using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Stories;

/// <summary><c>--file story.md</c>, for the commands that take a whole article. What is given by option too, the option decides.</summary>
internal sealed class FileOption
{
    private static readonly ImmutableArray<string> Keys = ["headline", "standfirst", "byline", "dateline", "slug", "desk", "language"];

    private readonly Option<string> option = new("--file") { HelpName = "story.md", Description = "The story in a file, front matter and body; - reads standard input." };

    /// <summary>The option.</summary>
    public Option Option => option;

    /// <summary>What the help says of the file.</summary>
    public static string Details { get; } =
        $"The file of --file: lines of “key: value” between two lines of three hyphens, then the body. Keys are {string.Join(", ", Keys)}; values are taken as they stand. Options win over the file.";

    /// <summary>Whether a command takes a whole article.</summary>
    public static bool Fits(IEnumerable<Member> members) => members.Any(m => m.Word == "body");

    /// <summary>Fills what the options left out.</summary>
    public void Fill(JsonObject body, IReadOnlyCollection<Member> members, Run run)
    {
        if (!run.Gave(option))
        {
            return;
        }

        var file = Read(run.Of(option)!, run.Input);
        var left = file.Matter.Keys.Where(key => members.All(m => m.Word != key)).Order().ToList();
        if (left.Count > 0)
        {
            run.Aside.Say($"Left as they are: {string.Join(", ", left)} (describe-story changes them).");
        }

        foreach (var member in members)
        {
            if (!body.ContainsKey(member.Json) && (member.Word == "body" ? BodyOf(file) : file.Matter.GetValueOrDefault(member.Word)) is { } value)
            {
                body[member.Json] = value;
            }
        }
    }

    private static StoryFile Read(string name, TextInput input)
    {
        try
        {
            var file = StoryFile.Parse(name == "-" ? input.Exactly(name) : TextInput.OfFile(name));
            return file.Matter.Keys.FirstOrDefault(key => !Keys.Contains(key)) is { } unknown
                ? throw new LocalProblem($"{name}: “{unknown}” is not a key of a story; those are {string.Join(", ", Keys)}.")
                : file;
        }
        catch (FormatException wrong)
        {
            throw new LocalProblem($"{name}: {wrong.Message}");
        }
    }

    // Front matter alone says nothing of the body; only an option empties it.
    private static string? BodyOf(StoryFile file) => file.Body.Length == 0 ? null : file.Body;
}
