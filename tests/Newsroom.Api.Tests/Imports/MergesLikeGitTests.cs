using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Imports;

/// <summary>
/// In histories of random merges (nested, crossed, of several branches, with words added by merges) the author of every line is that of
/// <c>git blame</c>.
/// </summary>
public class MergesLikeGitTests(Newsroom newsroom, ITestOutputHelper output)
{
    private readonly ImportDriver imports = new(newsroom);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_line_has_the_author_that_git_blame_names(int seed)
    {
        seed = int.TryParse(Environment.GetEnvironmentVariable("NEWSROOM_MERGES_SEED"), out var given) ? given + seed : seed;
        using var git = new GitHistory();
        var merges = new RandomMerges(git, seed);
        var posts = merges.Write(steps: 60);
        await imports.ImportAsync(git);

        var compared = 0;
        var differing = new List<string>();
        foreach (var (path, text) in posts)
        {
            var ours = await AuthorsAsync(path);
            foreach (var (line, by) in await BlameAsync(git, path))
            {
                var written = merges.Authors[line.Split(' ')[0]];
                written[0].ShouldBe(by, $"seed {seed}: {path}: git blame of {line}");
                compared++;
                if (!ours[line].SequenceEqual(written))
                {
                    differing.Add($"{path}: «{line}» is by {string.Join(" & ", ours[line])}, of {string.Join(" & ", written)}");
                }
            }
        }

        output.WriteLine($"{compared} lines of {posts.Count} posts, {merges.Merges} merges.");
        compared.ShouldBeGreaterThan(20);
        differing.ShouldBeEmpty($"seed {seed}");
    }

    /// <summary>Returns the authors of each line of a post by the newsroom's blame.</summary>
    private async Task<Dictionary<string, List<string>>> AuthorsAsync(string path)
    {
        var body = await imports.BodyBlameAsync(await imports.StoryAsync(Path.GetFileNameWithoutExtension(path)));
        var characters = body
            .Spans.SelectMany(span => span["words"]!.GetValue<string>().Select(c => (Character: c, By: People(span))))
            .ToList();
        var lines = new Dictionary<string, List<string>>();
        for (var start = 0; start < characters.Count;)
        {
            var end = characters.FindIndex(start, c => c.Character == '\n');
            var line = characters[start..end];
            var words = line.Where(c => c.Character != ' ').Select(c => string.Join(' ', c.By)).Distinct().ToList();
            lines[string.Concat(line.Select(c => c.Character))] = words is [_] ? line[0].By : words;
            start = end + 1;
        }

        return lines;
    }

    private static List<string> People(JsonNode span) =>
        [
            .. span["coAuthors"]!
                .AsArray()
                .Select(a => a!["by"]!.GetValue<string>())
                .Prepend(span["by"]!.GetValue<string>())
                .Select(person => person.Split('@')[0]),
        ];

    private static async Task<List<(string Line, string By)>> BlameAsync(GitHistory git, string path)
    {
        var lines = new List<(string, string)>();
        var by = "";
        foreach (var line in (await git.RunAsync("blame", "--line-porcelain", "main", "--", path)).Split('\n'))
        {
            if (line.StartsWith("author-mail <", StringComparison.Ordinal))
            {
                by = line["author-mail <".Length..line.IndexOf('@', StringComparison.Ordinal)];
            }
            else if (line.StartsWith('\t'))
            {
                lines.Add((line[1..], by));
            }
        }

        return lines;
    }
}
