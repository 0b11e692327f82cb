using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Imports;

/// <summary>A merge deletes or renames a file: who did so on the branch merged is named.</summary>
public class ImportedDeletionsTests(Newsroom newsroom)
{
    private const string Jane = "Jane Doe <jane@example.org>";
    private const string Joe = "Joe Lund <joe@example.org>";
    private const string Ann = "Ann Berg <ann@example.org>";
    private const string Text = "The bridge fell. Nobody was hurt.\n\nThe mayor came at noon.\n";

    [Fact]
    public async Task A_file_deleted_on_a_merged_branch_is_deleted_by_who_did_so_there()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "deleted-aside.md");
        var deleted = git.Commit(Joe, 1394700000, "No more", [("D deleted-aside.md", null)], "pull", from: begun);
        var other = git.Commit(Ann, 1394800000, "Other", [("other.txt", Bytes("Other."))], "pull", from: deleted);
        git.Commit(Jane, 1394900000, "Merge", [("D deleted-aside.md", null)], from: begun, merge: other);
        (await LastAsync(git, "deleted-aside")).ShouldBe("jane@example.org@git: Jane Doe spiked the story; deleted by Joe Lund (imported)");
    }

    [Fact]
    public async Task A_deletion_that_reached_main_by_merges_of_merges_is_by_who_did_so_there()
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
    public async Task A_file_renamed_on_a_merged_branch_is_renamed_by_who_did_so_there()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "renamed-aside.md");
        var renamed = git.Commit(Joe, 1394700000, "Move", [("R renamed-aside.md renamed-here.md", null)], "pull", from: begun);
        git.Commit(Jane, 1394900000, "Merge", [("R renamed-aside.md renamed-here.md", null)], from: begun, merge: renamed);
        (await LastAsync(git, "renamed-aside")).ShouldBe(
            "jane@example.org@git: Jane Doe renamed renamed-aside.md to renamed-here.md; renamed by Joe Lund (imported)"
        );
    }

    private static int Begin(GitHistory git, string path) =>
        git.Commit(Jane, 1394600000, "Begin", [(path, Bytes(Text)), ("ann.txt", Bytes("Ann Berg"))]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<string> LastAsync(GitHistory git, string slug)
    {
        await git.BuildAsync();
        using var api = newsroom.Host.Server.CreateClient();
        var told = await Terminal.TypeAsync(
            api,
            "import-history",
            git.Folder,
            "--desk",
            "metro",
            "--token",
            newsroom.Token("root", [Role.Admin])
        );
        told.Code.ShouldBe(0, told.Said);
        var reader = newsroom.As("ida", Role.Auditor);
        await newsroom.CatchUpAsync();
        var id = (await reader.GetAsync($"/stories?slug={slug}")).Is(200).Json[0]!["id"]!.GetValue<Guid>();
        var history = (await reader.GetAsync($"/stories/{id}/history")).Is(200).Json.AsArray();
        return $"{history[^1]!["onBehalfOf"]}: {history[^1]!["sentences"]!.AsArray()[^1]}";
    }
}
