using CsCheck;
using Newsroom.Domain.Tests.Stories.Properties;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Random line changes that git merges are merged to the same text: paragraphs, lists, tables, in several scripts.</summary>
public sealed class GitLineProperties(ITestOutputHelper output)
{
    private static readonly string[] Lines =
    [
        "- item {0}",
        "* point {0}\n  goes on {0}",
        "{0}. number",
        "| row {0} | of a table |",
        "Paragraph {0} says this.",
        "It says {0},\nin two lines {0}.",
        "桥昨晚塌了{0}。没有人受伤。",
        "- 第{0}项",
        "สะพานถล่มเมื่อคืน {0}",
        "- รายการ {0}",
        "> quoted {0}",
        "## Heading {0}",
    ];

    /// <summary>Blocks of lines of one kind.</summary>
    private static readonly Gen<(int Kind, int Length)[]> Document = Gen.Select(Gen.Int[0, Lines.Length - 1], Gen.Int[1, 4]).Array[1, 6];

    /// <summary>An operation at a line: remove, change, insert a line, insert a block, or repeat the other side's.</summary>
    private static readonly Gen<(int At, int Operation)[]> Operations = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 4]).Array[1, 2];

    private static readonly Gen<(int At, int Operation)[]> Shared = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 4]).Array[0, 1];

    [Fact]
    public async Task Changes_that_git_merges_are_merged_to_the_same_text()
    {
        Assert.SkipWhen(
            await GitMergeFile.TryMergeAsync("one\n", "one\n", "two\n") is null,
            "git is not installed: nothing to compare with."
        );
        var (clean, refused, shown, repeated, repeatedOnlyHere) = (0, 0, 0, 0, 0);
        await Gen.Select(Document, Operations, Operations, Shared)
            .SampleAsync(
                async (document, eds, ritas, both) =>
                {
                    var blocks = Blocks(document);
                    var (mine, theirs) = (
                        Text(Applied(Applied(blocks, ritas, "rita"), both, "both")),
                        Text(Applied(Applied(blocks, eds, "ed"), both, "both"))
                    );
                    var text = Text(blocks);
                    var expected = await GitMergeFile.TryMergeAsync(text, theirs, mine);
                    var merged = Saves.Merge(text, [("ed", theirs)], ("rita", mine));
                    if (expected is null)
                    {
                        Interlocked.Increment(ref refused);
                    }
                    else if (merged is null)
                    {
                        Interlocked.Add(ref shown, Repeats(expected) ? 0 : 1);
                    }
                    else if (Repeats(expected) || Repeats(merged))
                    {
                        KeptByBoth(text, mine, theirs).ShouldBeSubsetOf(merged.Split('\n'), $"«{text}» «{theirs}» «{mine}»");
                        Interlocked.Increment(ref repeated);
                        Interlocked.Add(ref repeatedOnlyHere, Repeats(expected) ? 0 : 1);
                    }
                    else
                    {
                        GitMergeFile.Read(merged).ShouldBe(GitMergeFile.Read(expected), $"«{text}» «{theirs}» «{mine}»");
                        Interlocked.Increment(ref clean);
                    }
                },
                iter: Math.Min(Cases, 400),
                threads: 2
            );

        // Which of several blank lines remains is arbitrary, and git may choose another.
        output.WriteLine(
            $"{clean} merged as git merges them; shown as conflicts {shown}; git refused {refused}; {repeated} repeat lines, "
                + $"{repeatedOnlyHere} of them not with git."
        );
        shown.ShouldBeLessThan(4 + (clean / 50));
        repeatedOnlyHere.ShouldBeLessThan(4 + (clean / 50));
        clean.ShouldBeGreaterThan(refused / 10);
    }

    /// <summary>
    /// If both insert the same lines beside other changes, they may be inserted twice, by git or here: it depends on which lines the
    /// comparison takes for unchanged. All generated lines are different.
    /// </summary>
    private static bool Repeats(string text) =>
        text.Split('\n').Where(line => line.Length > 0).CountBy(line => line).Any(line => line.Value > 1);

    private static IEnumerable<string> KeptByBoth(string text, string mine, string theirs) =>
        text.Split('\n').Intersect(mine.Split('\n')).Intersect(theirs.Split('\n'));

    private static List<List<string>> Blocks((int Kind, int Length)[] document)
    {
        var number = 0;
        return
        [
            .. document.Select(block =>
                Enumerable
                    .Range(0, block.Length)
                    .Select(_ => Lines[block.Kind].Replace("{0}", $"{++number}", StringComparison.Ordinal))
                    .ToList()
            ),
        ];
    }

    private static List<List<string>> Applied(List<List<string>> document, (int At, int Operation)[] operations, string by)
    {
        var blocks = document.Select(block => block.ToList()).ToList();
        foreach (var (at, operation) in operations)
        {
            var block = blocks[at % blocks.Count];
            var place = at / blocks.Count % block.Count;
            var line = block[place];
            switch (operation)
            {
                case 0 when block.Count > 1:
                    block.RemoveAt(place);
                    break;
                case 0 when blocks.Count > 1:
                    blocks.Remove(block);
                    break;
                case 1:
                    block[place] = line.Contains('|', StringComparison.Ordinal) ? $"{line} {by} |" : $"{line} {by}";
                    break;
                case 2:
                    block.Insert(place + 1, $"{line[..2]}{by}{at} {line[2..]}");
                    break;
                case 3:
                    blocks.Insert((at % blocks.Count) + 1, [$"A paragraph {at} of {by}'s."]);
                    break;
                case 4:
                    blocks.Insert((at % blocks.Count) + 1, [$"- {by}'s {at}", $"- and {by}'s {at}"]);
                    break;
            }
        }

        return blocks;
    }

    private static string Text(List<List<string>> blocks) =>
        string.Join("\n", blocks.Select(block => string.Concat(block.Select(line => line + "\n"))));
}
