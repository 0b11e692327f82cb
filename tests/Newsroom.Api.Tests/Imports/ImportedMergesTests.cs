using System.IO.Compression;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;
using static Newsroom.Api.Tests.Imports.BridgeHistory;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>The words of a merge have their authors on the merged branches.</summary>
public sealed class ImportedMergesTests(Newsroom newsroom)
{
    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task A_pull_request_by_several_people_has_them_all_as_authors()
    {
        using var git = new GitHistory();
        var main = Begin(git, "several.md");
        var first = git.Commit(Joe, 1394700000, "Verb", [("several.md", Bytes(Collapsed))], "pull", from: main);
        var second = git.Commit(
            Ann,
            1394800000,
            "Time\n\nCo-authored-by: Sue Holm <sue@example.org>",
            [("several.md", Bytes(Collapsed.Replace("noon", "night")))],
            "pull",
            from: first
        );
        git.Commit(
            Jane,
            1394900000,
            "Merge pull request #1",
            [("several.md", Bytes(Collapsed.Replace("noon", "night")))],
            from: main,
            merge: second
        );

        var story = await ImportAsync(git, "several");
        story.Authors.ShouldBe("jane@example.org joe@example.org ann@example.org sue@example.org");
        story.Blame.ShouldBe(
            "Jane Doe v1: The bridge |Joe Lund v2: collapsed|Jane Doe v1: . Nobody was hurt.\n\nThe mayor came at |Ann Berg & Sue Holm "
                + "v2: night|Jane Doe v1: .\n"
        );
        story
            .History[^1]
            .ShouldBe(
                "jane@example.org@git: Jane Doe revised the article: “fell” → “collapsed”; “noon” → “night”; words by Joe Lund, Ann Berg, "
                    + "Sue Holm (imported)"
            );

        using var http = newsroom.Host.Server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", newsroom.Token("ida", [Role.Auditor]));
        var bundle = await http.GetByteArrayAsync(
            new Uri($"/stories/{story.Id}/bundle", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var key = NoteKey.Parse((await newsroom.Reader().GetAsync("/ledger/keys")).Text.Trim());
        BundleVerifier.Verify(BundleArchive.Read(new MemoryStream(bundle)), [key], null).Holds.ShouldBeTrue();
        using var zip = new ZipArchive(new MemoryStream(bundle));
        using var history = new StreamReader(zip.GetEntry("history.txt")!.Open());
        (await history.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("words by Joe Lund, Ann Berg, Sue Holm");
    }

    [Fact]
    public async Task A_post_from_a_branch_is_drafted_by_its_first_author_there_under_any_name()
    {
        using var git = new GitHistory();
        var main = Begin(git, "unrelated-to-it.md");
        var first = git.Commit(
            Joe,
            1394700000,
            "Draft",
            [("drafts/brought.md", Bytes("The bridge fell.\nNobody was hurt.\n"))],
            "pull",
            from: main
        );
        var second = git.Commit(
            Ann,
            1394800000,
            "Move",
            [
                ("R drafts/brought.md brought.markdown", null),
                ("brought.markdown", Bytes("The bridge fell.\nNobody was hurt.\nIt rained.\n")),
            ],
            "pull",
            from: first
        );
        git.Commit(
            Jane,
            1394900000,
            "Merge",
            [("brought.markdown", Bytes("The bridge fell.\nNobody was hurt.\nIt rained.\n"))],
            from: main,
            merge: second
        );

        var story = await ImportAsync(git, "brought");
        story.Authors.ShouldBe("joe@example.org ann@example.org");
        story.Blame.ShouldBe("Joe Lund v1: The bridge fell.\nNobody was hurt.\n|Ann Berg v1: It rained.\n");
        story.History.ShouldBe([
            "jane@example.org@git: Jane Doe drafted “The bridge fell. Nobody was hurt. It rained.” for the metro desk; words by Joe Lund, "
                + "Ann Berg (imported)",
        ]);
    }

    [Fact]
    public async Task Only_words_that_a_merge_adds_are_attributed_to_the_merger()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "evil.md");
        var side = git.Commit(Joe, 1394700000, "Verb", [("evil.md", Bytes(Collapsed))], "pull", from: begun);
        var main = git.Commit(Ann, 1394800000, "Time", [("evil.md", Bytes(Text.Replace("noon", "night")))], from: begun);
        git.Commit(
            Jane,
            1394900000,
            "Merge",
            [("evil.md", Bytes(Collapsed.Replace("noon", "night").Replace("Nobody was", "Forty were")))],
            from: main,
            merge: side
        );

        var story = await ImportAsync(git, "evil");
        story.Blame.ShouldBe(
            "Jane Doe v1: The bridge |Joe Lund v3: collapsed|Jane Doe v1: . |Jane Doe v3: Forty|Jane Doe v1:  |Jane Doe v3: were|Jane Doe "
                + "v1:  hurt.\n\nThe mayor came at |Ann Berg v2: night|Jane Doe v1: .\n"
        );
    }

    [Fact]
    public async Task An_octopus_a_criss_cross_and_a_branch_that_follows_main_keep_their_authors()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "octopus.md");
        var joe = git.Commit(Joe, 1394700000, "Verb", [("octopus.md", Bytes(Collapsed))], "a", from: begun);
        var ann = git.Commit(Ann, 1394710000, "Time", [("octopus.md", Bytes(Text.Replace("noon", "night")))], "b", from: begun);
        var sue = git.Commit(Sue, 1394720000, "Mayor", [("octopus.md", Bytes(Text.Replace("mayor", "queen")))], "c", from: begun);
        var octopus = git.Commit(
            Jane,
            1394800000,
            "Octopus",
            [("octopus.md", Bytes(Collapsed.Replace("noon", "night").Replace("mayor", "queen")))],
            from: begun,
            merge: joe,
            merges: [ann, sue]
        );

        // The branches merge each other, and then main merges the one that contains both.
        var all = Collapsed.Replace("noon", "night").Replace("mayor", "queen");
        var left = git.Commit(Joe, 1394900000, "Hurt", [("octopus.md", Bytes(all.Replace("hurt", "injured")))], "a", from: octopus);
        var right = git.Commit(Ann, 1394910000, "Bridge", [("octopus.md", Bytes(all.Replace("bridge", "tower")))], "b", from: octopus);
        var crossed = git.Commit(
            Sue,
            1394920000,
            "Cross",
            [("octopus.md", Bytes(all.Replace("hurt", "injured").Replace("bridge", "tower")))],
            "a",
            from: left,
            merge: right
        );
        var mainMoved = git.Commit(Jane, 1394925000, "Came", [("octopus.md", Bytes(all.Replace("came", "went")))], from: octopus);
        var followed = git.Commit(
            Joe,
            1394930000,
            "Follow main",
            [("octopus.md", Bytes(all.Replace("hurt", "injured").Replace("bridge", "tower").Replace("came", "went")))],
            "a",
            from: crossed,
            merge: mainMoved
        );
        git.Commit(
            Jane,
            1394940000,
            "Merge",
            [("octopus.md", Bytes(all.Replace("hurt", "injured").Replace("bridge", "tower").Replace("came", "went")))],
            from: mainMoved,
            merge: followed
        );

        var story = await ImportAsync(git, "octopus");
        story.Blame.ShouldBe(
            "Jane Doe v1: The |Ann Berg v4: tower|Jane Doe v1:  |Joe Lund v2: collapsed|Jane Doe v1: . Nobody was |Joe Lund v4: "
                + "injured|Jane Doe v1: .\n\nThe |Sue Holm v2: queen|Jane Doe v1:  |Jane Doe v3: went|Jane Doe v1:  at |Ann Berg v2: "
                + "night|Jane Doe v1: .\n"
        );
    }

    [Fact]
    public async Task A_file_renamed_on_main_takes_the_words_that_a_branch_wrote_under_its_old_name()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "old-name.md");
        var side = git.Commit(Joe, 1394700000, "Verb", [("old-name.md", Bytes(Collapsed))], "pull", from: begun);
        var renamed = git.Commit(Ann, 1394800000, "Rename", [("R old-name.md new-name.md", null)], from: begun);
        git.Commit(Jane, 1394900000, "Merge", [("new-name.md", Bytes(Collapsed))], from: renamed, merge: side);
        (await ImportAsync(git, "old-name")).Blame.ShouldBe(
            "Jane Doe v1: The bridge |Joe Lund v3: collapsed|Jane Doe v1: . Nobody was hurt.\n\nThe mayor came at noon.\n"
        );
    }

    [Fact]
    public async Task A_squashed_commit_has_its_author_and_co_authors_and_removals_their_remover()
    {
        using var git = new GitHistory();
        var begun = Begin(git, "squashed.md");
        var squashed = git.Commit(
            Joe,
            1394700000,
            "Verb (#2)\n\n* one\n\nco-authored-by: Ann Berg <ann@example.org>\nCo-Authored-By: JOE <Joe@Example.org>",
            [("squashed.md", Bytes(Collapsed))],
            from: begun
        );
        var side = git.Commit(
            Sue,
            1394800000,
            "Shorter",
            [("squashed.md", Bytes(Collapsed.Replace(" Nobody was hurt.", "")))],
            "pull",
            from: squashed
        );
        git.Commit(
            Jane,
            1394900000,
            "Merge",
            [("squashed.md", Bytes(Collapsed.Replace(" Nobody was hurt.", "")))],
            from: squashed,
            merge: side
        );
        var story = await ImportAsync(git, "squashed");
        story.Blame.ShouldBe("Jane Doe v1: The bridge |Joe Lund & Ann Berg v2: collapsed|Jane Doe v1: .\n\nThe mayor came at noon.\n");
        story.Cuts.ShouldBe("ann@example.org v2, joe@example.org v2, sue@example.org v3");
    }

    private static string Short(string person) => person.Replace("@git", "", StringComparison.Ordinal);

    private async Task<Imported> ImportAsync(GitHistory git, string slug)
    {
        await imports.ImportAsync(git);
        var id = await imports.StoryAsync(slug);
        var body = await imports.BodyBlameAsync(id);
        var authors = (await imports.ReadAsync(id))["authors"]!.AsArray();
        var history = (await imports.ReadAsync(id, "/history")).AsArray();
        return new Imported(
            id,
            string.Join('|', body.Spans.Select(s => $"{string.Join(" & ", Names(s))} v{s["version"]}: {s["words"]}")),
            string.Join(", ", body.Cuts.Select(c => $"{Short(c["by"]!.GetValue<string>())} v{c["version"]}").Distinct()),
            string.Join(' ', authors.Select(a => Short(a!.GetValue<string>()))),
            [.. history.SelectMany(h => h!["sentences"]!.AsArray().Select(s => $"{h["onBehalfOf"]}: {s}"))]
        );
    }

    private sealed record Imported(Guid Id, string Blame, string Cuts, string Authors, IReadOnlyList<string> History);

    private static IEnumerable<string> Names(JsonNode span) =>
        span["coAuthors"]!.AsArray().Select(a => a!["name"]!.GetValue<string>()).Prepend(span["name"]!.GetValue<string>());
}
