using Newsroom.Domain.Kernel;
using static Newsroom.Api.Tests.Imports.GitAuthors;
using static Newsroom.Api.Tests.Imports.GitHistory;

namespace Newsroom.Api.Tests.Imports;

/// <summary>The posts of a repository become stories, from the command line.</summary>
public sealed class ImportTests(Newsroom newsroom)
{
    private readonly ImportDriver imports = new(newsroom);

    [Fact]
    public async Task Renames_merges_deletions_and_returns_are_followed_and_a_second_run_brings_only_what_is_new()
    {
        using var git = new GitHistory();
        Write(git);

        var first = await imports.ImportAsync(git, 3, "--path", "posts");
        first.ShouldContain("2 stories: 7 changes imported, 3 skipped.");
        first.ShouldContain("It is not UTF-8: byte 0x92 at offset 3.");
        first.ShouldContain("The file has 1,048,577 bytes. Accepted: at most 1,048,576 bytes of UTF-8.");
        first.ShouldContain("The file has a NUL character at offset 1.");

        (await imports.ImportAsync(git, 3, "--path", "posts")).ShouldContain(
            "2 stories: 0 changes imported, 7 imported before, 3 skipped."
        );

        var editor = newsroom.As("ed", Role.Editor);
        var card = await imports.CardAsync("imported-bridge");
        var id = card["id"]!.GetValue<Guid>();
        card["stage"]!.GetValue<string>().ShouldBe("drafting");
        var history = (await editor.GetAsync($"/stories/{id}/history")).Is(200).Json.AsArray();
        string.Join(
                '\n',
                history.Select(h =>
                    $"{h!["to"]} {h["onBehalfOf"]} {h["happened"]!.GetValue<DateTimeOffset>():yyyy-MM-dd}: {h["sentences"]![0]} "
                    + $"({h["why"]})"
                )
            )
            .ShouldBe(
                """
                1 jane@example.org@git 2014-03-12: Jane Doe drafted “The bridge” for the metro desk (imported) (Begin)
                2 joe@example.org@git 2014-03-13: Joe Lund revised the article: “falls” → “fell”; the file is now posts/imported-bridge.md (imported) (Rename)
                3 jane@example.org@git 2014-03-16: Jane Doe revised the article: added “It hurts.”; words by Joe Lund (imported) (Merge)
                4 joe@example.org@git 2014-03-17: Joe Lund spiked the story (imported) (Drop)
                5 jane@example.org@git 2014-03-18: Jane Doe unspiked the story (imported) (Bring back)
                6 jane@example.org@git 2014-03-18: Jane Doe revised the article: removed “in the night. It hurts” (imported) (Bring back)
                7 jane@example.org@git 2014-03-19: Jane Doe renamed posts/imported-bridge.md to posts/b.markdown (imported) (Shorter)
                """.ReplaceLineEndings("\n")
            );

        (await editor.GetAsync($"/stories/{id}?asOf=2014-03-13T23:00:00Z")).Is(200).Version.ShouldBe(2);
        (await editor.GetAsync($"/stories/{id}?asOf=2014-03-17T23:00:00Z")).Is(200).Json["stage"]!.GetValue<string>().ShouldBe("spiked");
        (await editor.GetAsync($"/stories/{id}?asOf=2014-03-11T23:00:00Z")).IsRefused(404, "unknown-version");
        (await editor.GetAsync($"/stories/{id}?at=2014-03-17T23:00:00Z")).IsRefused(404, "unknown-version");
        (await imports.BodyBlameAsync(id))
            .Spans.Select(s => $"{s["name"]} v{s["version"]} {s["words"]}")
            .ShouldBe(["Jane Doe v1 ---\ntitle: The bridge\n---\nIt ", "Joe Lund v2 fell", "Joe Lund v3 .", "Jane Doe v1 \n"]);
        (await editor.GetAsync("/people")).Is(200).Text.ShouldNotContain("jane@example.org");
        (await newsroom.As("ida", Role.Auditor).GetAsync($"/stories/{id}")).Is(200).Json["article"]!["body"]!
            .GetValue<string>()
            .ShouldBe("---\ntitle: The bridge\n---\nIt fell.\n");
    }

    private static void Write(GitHistory git)
    {
        var first = git.Commit(
            Jane,
            1394600000,
            "Begin",
            [
                ("posts/2014-03-12-imported-bridge.md", Bytes("---\ntitle: The bridge\n---\nIt falls in the night.\n")),
                ("README.md", Bytes("# About\n")),
                ("posts/image.png", [0x89, 0]),
                ("posts/large.md", Bytes(new string('a', 1024 * 1024 + 1))),
                ("posts/nul.md", Bytes("a\0b")),
            ]
        );
        var second = git.Commit(
            Joe,
            1394700000,
            "Rename",
            [
                ("R posts/2014-03-12-imported-bridge.md posts/imported-bridge.md", null),
                ("posts/imported-bridge.md", Bytes("---\ntitle: The bridge\n---\nIt fell in the night.\n")),
            ],
            from: first
        );
        var third = git.Commit(
            Joe,
            1394800000,
            "Smart quotes",
            [("posts/imported-bridge.md", [(byte)'I', (byte)'t', (byte)' ', 0x92, .. Bytes("s a bridge, said the mayor of the place.\n")])],
            from: second
        );
        var side = git.Commit(
            Joe,
            1394850000,
            "On the side",
            [("posts/imported-bridge.md", Bytes("---\ntitle: The bridge\n---\nIt fell in the night. It hurts.\n"))],
            "side",
            from: second
        );
        var merged = git.Commit(
            Jane,
            1394960000,
            "Merge",
            [
                ("posts/imported-bridge.md", Bytes("---\ntitle: The bridge\n---\nIt fell in the night. It hurts.\n")),
                ("posts/other.html", Bytes("<h1>Other</h1>\n")),
            ],
            from: third,
            merge: side
        );
        var dropped = git.Commit(Joe, 1395050000, "Drop", [("D posts/imported-bridge.md", null)], from: merged);
        var back = git.Commit(
            Jane,
            1395150000,
            "Bring back",
            [("posts/imported-bridge.md", Bytes("---\ntitle: The bridge\n---\nIt fell.\n"))],
            from: dropped
        );
        git.Commit(Jane, 1395230000, "Shorter", [("R posts/imported-bridge.md posts/b.markdown", null)], from: back);
    }
}
