using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>Two people revise one story over HTTP.</summary>
public class MergeTests(Newsroom newsroom)
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\n“Nobody was hurt in it,” said Berg.";

    [Fact]
    public async Task A_revision_of_other_words_is_merged_and_the_answer_says_with_what()
    {
        var story = await RevisedAsync("Merge", Body.Replace("May", "June", StringComparison.Ordinal));
        var merged = (
            await PostAsync(
                story,
                "rita",
                Role.Reporter,
                "revise-article",
                new { body = Body.Replace("fell", "collapsed", StringComparison.Ordinal) }
            )
        ).Is(200);

        (merged.Version, merged.ETag).ShouldBe((3, "\"v3\""));
        merged.Json["events"]![0]!["data"]!["basedOn"]!.GetValue<long>().ShouldBe(1);
        var with = merged.Json["merged"]!.AsArray().ShouldHaveSingleItem()!;
        (
            with["version"]!.GetValue<long>(),
            with["by"]!.GetValue<string>()[..3],
            with["edits"]!["body"]![0]!["insert"]!.GetValue<string>()
        ).ShouldBe((2, "ed@", "June"));
        (await story.BodyAsync()).ShouldBe("It rained in June.\n\nThe bridge collapsed that night.\n\n“Nobody was hurt in it,” said Berg.");
    }

    [Fact]
    public async Task A_conflict_shows_both_sides_and_writes_nothing()
    {
        var story = await RevisedAsync("Overlap", Body.Replace("fell", "collapsed", StringComparison.Ordinal));
        var mine = new { body = Body.Replace("fell", "broke", StringComparison.Ordinal) };
        var refused = (await PostAsync(story, "rita", Role.Reporter, "revise-article", mine)).IsRefused(409, "overlap");

        refused.Json["currentVersion"]!.GetValue<long>().ShouldBe(2);
        var conflict = refused.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
        conflict["field"]!.GetValue<string>().ShouldBe("body");
        Side(conflict["base"]!).ShouldBe(("bridge fell that", "", 1));
        Side(conflict["yours"]!).ShouldBe(("bridge broke that", "rita", 1));
        Side(conflict["theirs"]!).ShouldBe(("bridge collapsed that", "ed", 2));
        Ranged(conflict["base"]!, Body).ShouldBe("bridge fell that");
        Ranged(conflict["yours"]!, Body).ShouldBe("bridge fell that");
        Ranged(conflict["theirs"]!, await story.BodyAsync()).ShouldBe("bridge collapsed that");
        (await story.VersionAsync()).ShouldBe(2);

        (await PostAsync(story, "rita", Role.Reporter, "revise-article", mine, basedOn: 2)).Is(200);
        (await story.BodyAsync()).ShouldBe(mine.body);
    }

    [Fact]
    public async Task Marks_follow_their_words()
    {
        var story = await RevisedAsync("Marks", "Now this. " + Body);
        await SpeakerAsync();
        var quoted = (await PostAsync(story, "rita", Role.Reporter, "attribute-quote", Quote)).Is(200);
        quoted.Json["merged"]!.AsArray().ShouldHaveSingleItem()!["version"]!.GetValue<long>().ShouldBe(2);
        Ranged(quoted.Json["events"]![0]!["data"]!, await story.BodyAsync()).ShouldBe("“Nobody was hurt in it,”");
        var flagged = (await PostAsync(story, "rita", Role.Reporter, "flag-claim", new { words = "The bridge fell that night." })).Is(200);
        flagged.Json["merged"]!.AsArray().ShouldHaveSingleItem()!["version"]!.GetValue<long>().ShouldBe(2);
        Ranged(flagged.Json["events"]![0]!["data"]!, await story.BodyAsync()).ShouldBe("The bridge fell that night.");
        (await story.VersionAsync()).ShouldBe(4);
    }

    [Theory]
    [InlineData("attribute-quote", "hurt in", "harmed by")]
    [InlineData("attribute-quote", "said Berg", "claims Berg")]
    [InlineData("flag-claim", "fell", "collapsed")]
    public async Task A_mark_on_changed_words_is_refused_with_the_current_words(string command, string was, string now)
    {
        var story = await RevisedAsync($"Mark on {now}", Body.Replace(was, now, StringComparison.Ordinal));
        await SpeakerAsync();
        var refused = (
            await PostAsync(
                story,
                "rita",
                Role.Reporter,
                command,
                command == "flag-claim" ? new { words = "The bridge fell that night." } : Quote
            )
        ).IsRefused(409, "overlap");

        refused.Json["currentVersion"]!.GetValue<long>().ShouldBe(2);
        var conflict = refused.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
        var (words, by, version) = Side(conflict["theirs"]!);
        (words.Contains(now, StringComparison.Ordinal), by, version).ShouldBe((true, "ed", 2));
        Side(conflict["yours"]!).ShouldBe((words.Replace(now, was, StringComparison.Ordinal), "rita", 1));
        (await story.VersionAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("made-already")]
    [InlineData(null)]
    public async Task A_change_that_a_colleague_has_made_already_is_answered_and_records_nothing(string? key)
    {
        var body = Body.Replace("fell", "collapsed", StringComparison.Ordinal);
        var story = await RevisedAsync($"Made already {key}", body);
        var rita = newsroom.As("rita", Role.Reporter);
        var same = (await rita.PostAsync($"/stories/{story.Id}/revise-article", new { body }, basedOn: 1, idempotencyKey: key)).Is(200);

        (same.Version, same.ETag, same.Events.Length).ShouldBe((2, "\"v2\"", 0));
        same.Json["merged"]!.AsArray().ShouldHaveSingleItem()!["version"]!.GetValue<long>().ShouldBe(2);
        (await story.VersionAsync()).ShouldBe(2);

        // The story is unlocked for the next command, and the response is stored like any other.
        (await story.ReplaceAsync("ed", Role.Editor, "May", "June")).Is(200);
        (await rita.PostAsync($"/stories/{story.Id}/revise-article", new { body }, basedOn: 1, idempotencyKey: key)).Version.ShouldBe(
            key is null ? 3 : 2
        );
        (await story.VersionAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Words_that_the_caller_read_in_the_story_are_refused()
    {
        var body = Body.Replace("fell", "collapsed", StringComparison.Ordinal);
        var story = await RevisedAsync("Made before", body);
        (await PostAsync(story, "rita", Role.Reporter, "revise-article", new { body }, basedOn: 2)).IsRefused(422, "nothing-changed");
    }

    [Fact]
    public async Task A_merged_revision_sent_again_with_its_key_is_applied_once()
    {
        var story = await RevisedAsync("Merged once", Body.Replace("May", "June", StringComparison.Ordinal));
        var rita = newsroom.As("rita", Role.Reporter);
        var mine = new { body = Body.Replace("fell", "collapsed", StringComparison.Ordinal) };
        var first = (await rita.PostAsync($"/stories/{story.Id}/revise-article", mine, basedOn: 1, idempotencyKey: "merged-once")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "collapsed", "fell")).Is(200);

        var again = await rita.PostAsync($"/stories/{story.Id}/revise-article", mine, basedOn: 1, idempotencyKey: "merged-once");
        (again with { Headers = first.Headers }).ShouldBe(first);
        (await story.BodyAsync()).ShouldBe(Body.Replace("May", "June", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_version_is_restored_with_its_authors()
    {
        var story = await RevisedAsync("Restored", "Gone.");
        (await PostAsync(story, "eve", Role.Editor, "restore-revision", new { version = 9 }, basedOn: 2)).IsRefused(404, "unknown-version");
        (await PostAsync(story, "eve", Role.Editor, "restore-revision", new { version = 1 }, basedOn: 1)).IsRefused(412, "stale-version");
        (await PostAsync(story, "eve", Role.Editor, "restore-revision", new { version = 0 }, basedOn: 2)).Is(400);
        var restored = (await PostAsync(story, "eve", Role.Editor, "restore-revision", new { version = 1 }, basedOn: 2)).Is(200);

        restored.Json["events"]![0]!["data"]!["restoredFrom"]!.GetValue<long>().ShouldBe(1);
        (await story.BodyAsync()).ShouldBe(Body);
    }

    [Fact]
    public async Task A_conflict_names_the_person_who_restored_words()
    {
        var story = await RevisedAsync("Restored meanwhile", Body.Replace("fell that", "that", StringComparison.Ordinal));
        (await PostAsync(story, "eve", Role.Editor, "restore-revision", new { version = 1 }, basedOn: 2)).Is(200);
        var refused = (
            await PostAsync(
                story,
                "rita",
                Role.Reporter,
                "revise-article",
                new { body = Body.Replace("fell that", "broke that", StringComparison.Ordinal) },
                basedOn: 2
            )
        ).IsRefused(409, "overlap");

        Side(refused.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!["theirs"]!).ShouldBe(("bridge fell that", "eve", 3));
    }

    private static object Quote { get; } = new
    {
        words = "“Nobody was hurt in it,”",
        speaker = "bo-berg",
        attribution = "said Berg",
    };

    private static (string Words, string By, long Version) Side(JsonNode side) =>
        (
            side["words"]!.GetValue<string>(),
            string.Join(' ', side["by"]!.AsArray().Select(p => p!.GetValue<string>().Split('@')[0])),
            side["version"]!.GetValue<long>()
        );

    private static string Ranged(JsonNode side, string of) =>
        of[side["range"]!["start"]!.GetValue<int>()..side["range"]!["end"]!.GetValue<int>()];

    private async Task SpeakerAsync() =>
        (
            await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", new { id = "bo-berg", name = "Bo Berg" })
        ).Status.ShouldBeOneOf(201, 422);

    private async Task<StoryDriver> RevisedAsync(string headline, string body)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, Body);
        (await PostAsync(story, "ed", Role.Editor, "revise-article", new { body })).Is(200);
        return story;
    }

    private Task<Answer> PostAsync(StoryDriver story, string user, Role role, string command, object body, long basedOn = 1) =>
        newsroom.As(user, role).PostAsync($"/stories/{story.Id}/{command}", body, basedOn);
}
