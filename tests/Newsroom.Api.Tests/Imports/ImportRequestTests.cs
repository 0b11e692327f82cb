using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Imports;

/// <summary>Requests that import changes of files.</summary>
public sealed class ImportRequestTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_story_that_people_changed_since_is_not_imported_again()
    {
        var admin = newsroom.As("root", Role.Admin);
        object Change(string commit, string? text, string path = "left.md") =>
            new
            {
                commit,
                at = "2014-03-12T08:00:00+01:00",
                name = "Jane Doe",
                email = "jane@example.org",
                path,
                text,
            };
        object Request(params object[] changes) => new { desk = "metro", files = new[] { new { began = "left1:left.md", changes } } };
        var story = (await admin.PostAsync("/stories/import-history", Request(Change("left1", "# Left\n")))).Is(200).Json["files"]![0]![
            "story"
        ]!.GetValue<Guid>();
        (await newsroom.As("ed", Role.Editor).PostAsync($"/stories/{story}/revise-article", new { body = "# Right\n" }, 1)).Is(200);

        var file = (await admin.PostAsync("/stories/import-history", Request(Change("left1", "# Left\n"), Change("left2", "# Wrong\n"))))
            .Is(200)
            .Json["files"]![0]!;
        (file["had"]!.GetValue<int>(), file["recorded"]!.GetValue<int>(), file["notKept"]![0]!["code"]!.GetValue<string>()).ShouldBe(
            (1, 0, "worked-on-since")
        );
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story}")).Json["article"]!["body"]!
            .GetValue<string>()
            .ShouldBe("# Right\n");
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_make_one_story()
    {
        var admin = newsroom.As("root", Role.Admin);
        var request = new
        {
            desk = "metro",
            files = new[]
            {
                new
                {
                    began = "twice:twice.md",
                    changes = new[]
                    {
                        new
                        {
                            commit = "twice",
                            at = "2014-03-12T08:00:00Z",
                            name = "",
                            email = "",
                            path = "twice.md",
                            text = "# Twice\n",
                        },
                    },
                },
            },
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => admin.PostAsync("/stories/import-history", request)));
        answers.Select(a => a.Is(200).Json["files"]![0]!["story"]!.GetValue<Guid>()).Distinct().Count().ShouldBe(1);
        answers.Sum(a => a.Json["files"]![0]!["recorded"]!.GetValue<int>()).ShouldBe(1);
    }

    [Fact]
    public async Task Authors_outside_the_text_or_without_people_are_refused()
    {
        var admin = newsroom.As("root", Role.Admin);
        object Request(object authors) =>
            new
            {
                desk = "metro",
                files = new[]
                {
                    new
                    {
                        began = "odd:odd.md",
                        changes = new[]
                        {
                            new
                            {
                                commit = "odd",
                                at = "2014-03-12T08:00:00Z",
                                name = "J",
                                email = "j@example.org",
                                path = "odd.md",
                                text = "# Odd\n",
                                authors,
                            },
                        },
                    },
                },
            };
        var people = new[] { new { name = "Joe", email = "joe@example.org" } };
        foreach (
            var authors in new object[]
            {
                new { people = Array.Empty<object>() },
                new { people, inserted = new[] { Range("body", 0, 2, 1) } },
                new { people, inserted = new[] { Range("body", 2, 2, 0) } },
                new { people, inserted = new[] { Range("standfirst", 0, 2, 0) } },
                new { people, removed = new[] { Range("body", 0, 3, 0), Range("body", 2, 4, 0) } },
            }
        )
        {
            (await admin.PostAsync("/stories/import-history", Request(authors))).Is(400);
        }

        (await admin.PostAsync("/stories/import-history", Request(new { people, inserted = new[] { Range("body", 2, 900_000, 0) } }))).Is(
            200
        );
    }

    private static object Range(string field, int start, int end, int by) =>
        new
        {
            field,
            start,
            end,
            by = new[] { by },
        };
}
