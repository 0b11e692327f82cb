using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Quoted words are read in pages.</summary>
public sealed class QuotedPageTests(Newsroom newsroom)
{
    private readonly Person ed = newsroom.As("ed", Role.Editor);

    [Fact]
    public async Task Quoted_words_are_paged()
    {
        var words = Enumerable.Range(1, 7).Select(i => $"“We have counted {i} boats today,”").ToList();
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "“Boats are what we count now,” says harbour",
            string.Join("\n\n", words.Select(w => $"{w} she said."))
        );
        words.Insert(0, "“Boats are what we count now,”");
        foreach (var limit in new[] { 1, 3, 8, 200 })
        {
            var (read, pages) = (new List<string>(), 0);
            for (var page = $"/stories/{story.Id}/quoted?limit={limit}"; page is not null; pages++)
            {
                var answer = (await ed.GetAsync(page)).Is(200);
                read.AddRange(answer.Json["quoted"]!.AsArray().Select(q => q!["words"]!.GetValue<string>()));
                page = answer.Link?.Split('<', '>')[1];
            }

            read.ShouldBe(words);
            pages.ShouldBe((words.Count + limit - 1) / limit);
        }

        (await newsroom.TypeAsync("ed", Role.Editor, "quoted", $"{story.Id}", "--limit", "2")).Said.ShouldContain("--after body-0");
        (await newsroom.TypeAsync("ed", Role.Editor, "quoted", $"{story.Id}", "--limit", "2", "--after", "body-0")).Said.ShouldContain(
            "counted 2 boats"
        );
        foreach (var after in new[] { "body", "body-", "body-x", "title-3", "body--1", "1" })
        {
            (await ed.GetAsync($"/stories/{story.Id}/quoted?after={after}")).IsRefused(400, "cursor");
        }

        (await ed.GetAsync($"/stories/{story.Id}/quoted?after=body-2000000000")).Is(200).Json["quoted"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_quotations_is_never_older_than_the_story_and_its_policy()
    {
        const int Many = 60;
        var body = string.Join("\n\n", Enumerable.Range(1, Many).Select(i => $"“We have counted {i} boats today,” she said."));
        var story = await StoryDriver.DraftedAsync(newsroom, "Harbour", body);
        var page = (await ed.GetAsync($"/stories/{story.Id}/quoted?limit={Many - 1}")).Is(200).Link!.Split('<', '>')[1];
        (await StateAsync()).ShouldBe("unattributed");
        var last = $"“We have counted {Many} boats today,”";
        (await story.DoAsync("dismiss-quotation", "ed", Role.Editor, new { words = last, reason = "It is a caption." })).Is(200);
        (await StateAsync()).ShouldBe("dismissed");

        async Task<string> StateAsync() =>
            (await ed.GetAsync(page)).Is(200).Json["quoted"]!.AsArray().ShouldHaveSingleItem()!["state"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_command_line_shows_all_pages_of_quotations_as_one()
    {
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "Many boats",
            string.Join(' ', Enumerable.Range(1, 450).Select(i => $"“We have counted {i} boats today,” she said."))
        );
        var said = (await newsroom.TypeAsync("ed", Role.Editor, "quoted", $"{story.Id}", "--json")).Said;
        JsonNode.Parse(said)!["quoted"]!
            .AsArray()
            .Select(q => q!["words"]!.GetValue<string>())
            .ShouldBe(Enumerable.Range(1, 450).Select(i => $"“We have counted {i} boats today,”"));
    }
}
