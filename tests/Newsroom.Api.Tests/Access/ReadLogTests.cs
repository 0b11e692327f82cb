using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Access;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Access;

/// <summary>
/// Reads of confidential stories, and of stories of desks whose policy requires it, are events. The clock of this newsroom stays in one
/// minute.
/// </summary>
public sealed class ReadLogTests(ReadLogTests.NewsroomOfOneMinute newsroom) : IClassFixture<ReadLogTests.NewsroomOfOneMinute>
{
    [Fact]
    public async Task The_first_read_of_a_part_in_a_minute_is_an_event_and_further_ones_are_counted()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        var chi = newsroom.As("chi", Role.ChiefEditor);
        await Parallel.ForAsync(
            0,
            12,
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (_, _) => (await chi.GetAsync($"/stories/{story.Id}")).Is(200)
        );
        (await chi.GetAsync($"/stories/{story.Id}/history")).Is(200);
        (await SentencesAsync(story, "story_read", "chi")).ShouldBe([
            $"chi read the history of the confidential story {story.Id}",
            $"chi read the confidential story {story.Id}",
        ]);

        var log = newsroom.Host.Services.GetRequiredService<ReadLog>();
        await log.CountExcessAsync(newsroom.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        (await SentencesAsync(story, "story_reads_counted", "chi")).ShouldBeEmpty("The minute has not ended.");
        await log.CountExcessAsync(newsroom.Clock.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);
        (await SentencesAsync(story, "story_reads_counted", "chi"))
            .ShouldHaveSingleItem()
            .ShouldStartWith($"chi read the story {story.Id} 11 more times in the minute from ");
    }

    [Theory]
    [InlineData("", "the confidential story")]
    [InlineData("?version=1", "the confidential story")]
    [InlineData("/history", "the history of the confidential story")]
    [InlineData("/timeline", "the timeline of the confidential story")]
    [InlineData("/diff?from=1", "a difference of the confidential story")]
    [InlineData("/blame", "the blame of the confidential story")]
    [InlineData("/gates", "the gates of the confidential story")]
    [InlineData("/quoted", "the quotations of the confidential story")]
    [InlineData("/proposals", "the proposals of the confidential story")]
    [InlineData("/passages/c1", "a passage of the confidential story")]
    [InlineData("/bundle", "the bundle of the confidential story")]
    public async Task Every_read_of_a_confidential_story_is_recorded(string read, string what)
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        await newsroom.CatchUpAsync();
        var version = await story.VersionAsync();
        (await newsroom.As("carl", Role.ChiefEditor).GetAsync($"/stories/{story.Id}{read}")).Is(200);
        (await SentencesAsync(story, "story_read", "carl")).ShouldBe([$"carl read {what} {story.Id}"]);
        (await story.VersionAsync()).ShouldBe(version);
    }

    [Fact]
    public async Task Unchanged_answers_heads_and_previews_are_reads()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        var etag = (await story.ReadAsync()).ETag;
        (await newsroom.As("cara", Role.ChiefEditor).GetAsync($"/stories/{story.Id}", etag)).Is(304);
        (await newsroom.As("cole", Role.ChiefEditor).SendAsync(HttpMethod.Head, $"/stories/{story.Id}", null, null)).Is(200);
        (
            await newsroom
                .As("cleo", Role.Editor)
                .SendAsync(
                    HttpMethod.Post,
                    $"/stories/{story.Id}/restore-revision",
                    Encoding.UTF8.GetBytes("""{"version":1}"""),
                    "application/json",
                    ("Prefer", "dry-run"),
                    ("If-Match", (await story.ReplaceAsync("ed", Role.Editor, "crocodile", "caiman")).Is(200).ETag)
                )
        ).Is(200);
        (await SentencesAsync(story, "story_read", "cara")).ShouldBe([$"cara read the confidential story {story.Id}"]);
        (await SentencesAsync(story, "story_read", "cole")).ShouldBe([$"cole read the confidential story {story.Id}"]);
        (await SentencesAsync(story, "story_read", "cleo")).ShouldBe([$"cleo read a preview on the confidential story {story.Id}"]);
    }

    [Fact]
    public async Task A_policy_requires_the_record_for_a_desk()
    {
        var policy = new
        {
            reason = "A register.",
            gates = new[] { new { gate = "approvals" } },
            logsReads = true,
        };
        var logged = await StoryDriver.DraftedAsync(
            newsroom,
            "Logged",
            "It rains.",
            desk: await ConfidentialStories.DeskAsync(newsroom, policy)
        );
        var other = await StoryDriver.DraftedAsync(
            newsroom,
            "Not logged",
            "It rains.",
            desk: await ConfidentialStories.DeskAsync(newsroom)
        );
        foreach (var story in new[] { logged, other })
        {
            (await newsroom.As("rob", Role.Reporter).GetAsync($"/stories/{story.Id}")).Is(200);
            (await newsroom.As("rob", Role.Reporter).GetAsync($"/stories/{story.Id}/gates")).Is(200);
        }

        (await SentencesAsync(logged, "story_read", "rob")).ShouldBe([
            $"rob read the gates of the story {logged.Id}",
            $"rob read the story {logged.Id}",
        ]);
        (await SentencesAsync(other, "story_read", "rob")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_read_is_no_read()
    {
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/stories/{story.Id}")).IsRefused(404, "unknown-story");
        (await SentencesAsync(story, "story_read", "rob")).ShouldBeEmpty();
    }

    private async Task<List<string>> SentencesAsync(StoryDriver story, string type, string person)
    {
        await newsroom.CatchUpAsync();
        return
        [
            .. (await newsroom.As("audit", Role.ChiefEditor).GetAsync($"/audit?story={story.Id}&type={type}&limit=200"))
                .Is(200)
                .Json.AsArray()
                .Select(line => line!["sentence"]!.GetValue<string>())
                .Where(sentence => sentence.StartsWith($"{person} ", StringComparison.Ordinal)),
        ];
    }

    /// <summary>A newsroom whose clock does not advance.</summary>
    public sealed class NewsroomOfOneMinute : Newsroom
    {
        public NewsroomOfOneMinute() => Configure = services => services.AddSingleton<TimeProvider>(new StoppedClock());
    }
}
