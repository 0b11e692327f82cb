using static Newsroom.Api.Tests.Imports.BridgeHistory;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>A merge deletes or renames a file: the author on the merged branch is named.</summary>
public sealed class ImportedDeletionsTests(Newsroom newsroom)
{
    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task A_deletion_on_a_merged_branch_is_attributed_to_its_author()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "deleted-aside.md");
        var deleted = git.Commit(Joe, 1394700000, "No more", [("D deleted-aside.md", null)], "pull", from: begun);
        var other = git.Commit(Ann, 1394800000, "Other", [("other.txt", Bytes("Other."))], "pull", from: deleted);
        git.Commit(Jane, 1394900000, "Merge", [("D deleted-aside.md", null)], from: begun, merge: other);
        (await LastAsync(git, "deleted-aside")).ShouldBe("jane@example.org@git: Jane Doe spiked the story; deleted by Joe Lund (imported)");
    }

    [Fact]
    public async Task A_deletion_that_reached_main_by_merges_of_merges_is_attributed_to_its_author()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "deleted-deep.md");
        var renamed = git.Commit(Ann, 1394700000, "Move", [("R deleted-deep.md moved-deep.md", null)], "deep", from: begun);
        var deleted = git.Commit(
            Joe,
            1394710000,
            "No more\n\nCo-authored-by: Sue Holm <sue@example.org>",
            [("D moved-deep.md", null)],
            "deep",
            from: renamed
        );
        var side = git.Commit(Ann, 1394720000, "Other", [("other.txt", Bytes("Other."))], "pull", from: begun);
        var inner = git.Commit(Ann, 1394730000, "Merge deep", [("D deleted-deep.md", null)], "pull", from: side, merge: deleted);
        var main = git.Commit(Jane, 1394740000, "Main", [("main.txt", Bytes("Main."))], from: begun);
        git.Commit(Jane, 1394900000, "Merge pull", [("D deleted-deep.md", null)], from: main, merge: inner);
        (await LastAsync(git, "deleted-deep")).ShouldBe(
            "jane@example.org@git: Jane Doe spiked the story; deleted by Joe Lund, Sue Holm (imported)"
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deletion_that_no_branch_made_belongs_to_the_merger(bool isMerge)
    {
        using var git = new GitHistory();
        var name = isMerge ? "deleted-by-merge" : "deleted-by-commit";
        var begun = Begin(git, $"{name}.md");
        var side = git.Commit(Joe, 1394700000, "Edit", [($"{name}.md", Bytes(Text + "More.\n"))], "pull", from: begun);
        git.Commit(Jane, 1394900000, "Merge", [($"D {name}.md", null)], from: begun, merge: isMerge ? side : null);
        (await LastAsync(git, name)).ShouldBe("jane@example.org@git: Jane Doe spiked the story (imported)");
    }

    [Fact]
    public async Task A_deletion_on_a_branch_merged_before_is_ignored()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "deleted-twice.md");
        var first = git.Commit(Joe, 1394700000, "No more", [("D deleted-twice.md", null)], "a", from: begun);
        var gone = git.Commit(Jane, 1394710000, "Merge a", [("D deleted-twice.md", null)], from: begun, merge: first);
        var back = git.Commit(Jane, 1394720000, "Back", [("deleted-twice.md", Bytes(Text))], from: gone);
        var second = git.Commit(Ann, 1394730000, "No more again", [("D deleted-twice.md", null)], "b", from: back);
        git.Commit(Jane, 1394740000, "Merge b", [("D deleted-twice.md", null)], from: back, merge: second);
        (await LastAsync(git, "deleted-twice")).ShouldBe("jane@example.org@git: Jane Doe spiked the story; deleted by Ann Berg (imported)");
    }

    [Fact]
    public async Task A_rename_on_a_merged_branch_is_attributed_to_its_author()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "renamed-aside.md");
        var renamed = git.Commit(Joe, 1394700000, "Move", [("R renamed-aside.md renamed-here.md", null)], "pull", from: begun);
        git.Commit(Jane, 1394900000, "Merge", [("R renamed-aside.md renamed-here.md", null)], from: begun, merge: renamed);
        (await LastAsync(git, "renamed-aside")).ShouldBe(
            "jane@example.org@git: Jane Doe renamed renamed-aside.md to renamed-here.md; renamed by Joe Lund (imported)"
        );
    }

    private async Task<string> LastAsync(GitHistory git, string slug)
    {
        await imports.ImportAsync(git);
        var entry = (await imports.ReadAsync(await imports.StoryAsync(slug), "/history")).AsArray()[^1]!;
        return $"{entry["onBehalfOf"]}: {entry["sentences"]!.AsArray()[^1]}";
    }
}
