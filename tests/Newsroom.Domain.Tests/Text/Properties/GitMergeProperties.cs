using CsCheck;
using Newsroom.Domain.Tests.Stories.Properties;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Two changes that git merges are merged to the same text.</summary>
public sealed class GitMergeProperties(ITestOutputHelper output)
{
    /// <summary>Paragraphs (0) and lists of some items.</summary>
    private static readonly Gen<int[]> Document = Gen.Int[0, 4].Array[1, 6];

    /// <summary>An operation at a line: remove it, change it, insert an item or a paragraph after it.</summary>
    private static readonly Gen<(int At, int Operation)[]> Operations = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3]).Array[1, 2];

    [Fact]
    public async Task Changes_that_git_merges_are_merged_to_the_same_text()
    {
        Assert.SkipWhen(
            await GitMergeFile.TryMergeAsync("one\n", "one\n", "two\n") is null,
            "git is not installed: nothing to compare with."
        );
        var (clean, refused) = (0, 0);
        await Gen.Select(Document, Operations, Operations)
            .SampleAsync(
                async (document, eds, ritas) =>
                {
                    var lines = Lines(document);
                    var text = Text(lines);
                    var (mine, theirs) = (Text(Applied(lines, ritas, "rita")), Text(Applied(lines, eds, "ed")));
                    var expected = await GitMergeFile.TryMergeAsync(text, theirs, mine);
                    var merged = Saves.Merge(text, [("ed", theirs)], ("rita", mine));
                    if (expected is not null)
                    {
                        GitMergeFile.Read(merged.ShouldNotBeNull($"«{text}» «{theirs}» «{mine}»")).ShouldBe(GitMergeFile.Read(expected));
                        Interlocked.Increment(ref clean);
                    }
                    else
                    {
                        Interlocked.Increment(ref refused);
                    }
                },
                iter: Math.Min(Cases, 200),
                threads: 2
            );

        clean.ShouldBeGreaterThan(refused / 10);
        output.WriteLine($"{clean} merged as git merges them; git refused {refused}.");
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static List<string> Lines(int[] document)
    {
        var lines = new List<string>();
        foreach (var (block, items) in document.Index())
        {
            lines.AddRange(
                items == 0 ? [$"Paragraph {block} says this."] : Enumerable.Range(0, items).Select(i => $"- item {i} of list {block}")
            );
            lines.Add("");
        }

        return lines[..^1];
    }

    private static List<string> Applied(List<string> document, (int At, int Operation)[] operations, string by)
    {
        var lines = document.ToList();
        foreach (var (at, operation) in operations)
        {
            var place = at % lines.Count;
            var isItem = lines[place].StartsWith('-');
            switch (operation)
            {
                case 0 when isItem && lines.Count > 1:
                    lines.RemoveAt(place);
                    break;
                case 0 when lines[place].Length > 0 && place + 1 < lines.Count:
                    lines.RemoveRange(place, 2);
                    break;
                case 1 when lines[place].Length > 0:
                    lines[place] += $" {by}";
                    break;
                case 2 when isItem:
                    lines.Insert(place + 1, $"- {by}'s item");
                    break;
                case 3 when lines[place].Length == 0:
                    lines.InsertRange(place, ["", $"A paragraph of {by}'s."]);
                    break;
                case 3 when place == lines.Count - 1:
                    lines.AddRange(["", $"A paragraph of {by}'s."]);
                    break;
            }
        }

        return lines;
    }
}
