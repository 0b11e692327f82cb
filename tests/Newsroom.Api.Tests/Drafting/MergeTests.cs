using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Walks;
using Newsroom.Domain;

namespace Newsroom.Api.Tests.Drafting;

/// <summary>Two people at one story, over HTTP.</summary>
public class MergeTests(Newsroom newsroom)
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\n“Nobody was hurt in it,” said Berg.";

    [Fact]
    public async Task A_revision_of_other_words_is_merged_and_the_answer_says_with_what()
    {
        var story = await Revised("Merge", Body.Replace("May", "June", StringComparison.Ordinal));
        var merged = (await Post(story, "rita", Role.Reporter, "revise-article", new { body = Body.Replace("fell", "collapsed", StringComparison.Ordinal) })).Is(200);

        (merged.Version, merged.ETag).ShouldBe((3, "\"v3\""));
        merged.Json["events"]![0]!["data"]!["basedOn"]!.GetValue<long>().ShouldBe(1);
        var with = merged.Json["merged"]!.AsArray().ShouldHaveSingleItem()!;
        (with["version"]!.GetValue<long>(), with["by"]!.GetValue<string>()[..3], with["edits"]!["body"]![0]!["insert"]!.GetValue<string>()).ShouldBe((2, "ed@", "June"));
        (await story.Body()).ShouldBe("It rained in June.\n\nThe bridge collapsed that night.\n\n“Nobody was hurt in it,” said Berg.");
    }

    [Fact]
    public async Task The_same_words_changed_by_both_are_shown_from_both_sides_and_nothing_is_written()
    {
        var story = await Revised("Overlap", Body.Replace("fell", "collapsed", StringComparison.Ordinal));
        var mine = new { body = Body.Replace("fell", "broke", StringComparison.Ordinal) };
        var refused = (await Post(story, "rita", Role.Reporter, "revise-article", mine)).IsRefused(409, "overlap");

        refused.Json["currentVersion"]!.GetValue<long>().ShouldBe(2);
        var conflict = refused.Json["conflicts"]!.AsArray().ShouldHaveSingleItem()!;
        conflict["field"]!.GetValue<string>().ShouldBe("body");
        Side(conflict["base"]!, of: Body).ShouldBe(("bridge fell that", "", 1));
        conflict["yours"]!["words"]!.GetValue<string>().ShouldBe("bridge broke that");
        Side(conflict["theirs"]!, of: await story.Body()).ShouldBe(("bridge collapsed that", "ed", 2));
        (await story.Version()).ShouldBe(2);

        (await Post(story, "rita", Role.Reporter, "revise-article", mine, basedOn: 2)).Is(200);
        (await story.Body()).ShouldBe(mine.body);
    }

    [Fact]
    public async Task Marks_follow_their_words_and_are_refused_on_words_that_changed()
    {
        var story = await Revised("Marks", Body.Replace("It rained", "Now it rained", StringComparison.Ordinal).Replace("fell", "collapsed", StringComparison.Ordinal));
        await newsroom.As("rita", Role.Reporter).Post("/speakers/register-speaker", new { id = "bo-berg", name = "Bo Berg" });
        (await Post(story, "rita", Role.Reporter, "attribute-quote", new { words = "“Nobody was hurt in it,”", speaker = "bo-berg", attribution = "said Berg" })).Is(200)
            .Json["merged"]!.AsArray().Count.ShouldBe(1);
        (await Post(story, "rita", Role.Reporter, "flag-claim", new { words = "The bridge fell that night." })).IsRefused(409, "overlap");
        (await story.Read()).Json["quotes"]![0]!["words"]!.GetValue<string>().ShouldBe("“Nobody was hurt in it,”");
    }

    [Fact]
    public async Task An_earlier_version_is_restored_with_its_authors()
    {
        var story = await Revised("Restored", "Gone.");
        (await Post(story, "eve", Role.Editor, "restore-revision", new { version = 9 }, basedOn: 2)).IsRefused(404, "unknown-version");
        (await Post(story, "eve", Role.Editor, "restore-revision", new { version = 1 }, basedOn: 1)).IsRefused(412, "stale-version");
        (await Post(story, "eve", Role.Editor, "restore-revision", new { version = 0 }, basedOn: 2)).Is(400);
        var restored = (await Post(story, "eve", Role.Editor, "restore-revision", new { version = 1 }, basedOn: 2)).Is(200);

        restored.Json["events"]![0]!["data"]!["restoredFrom"]!.GetValue<long>().ShouldBe(1);
        (await story.Body()).ShouldBe(Body);
    }

    [Fact]
    public async Task No_check_survives_on_words_that_somebody_removes_meanwhile()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, 30), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (round, _) =>
        {
            var story = await StoryUnderWay.Drafted(newsroom, $"Removed meanwhile {round}", Body);
            (await story.Do("flag-claim", "rita", Role.Reporter, new { words = "The bridge fell that night." })).Is(200);
            var fingerprint = await story.Fingerprint("c1");
            var check = newsroom.As("femi", Role.FactChecker).Post($"/stories/{story.Id}/fact-check", new { passage = "c1", fingerprint, verdict = "disputed", reason = "It was morning." });
            var remove = Post(story, "ed", Role.Editor, "revise-article", new { body = Body.Replace("The bridge fell that night.\n\n", "", StringComparison.Ordinal) }, basedOn: 2);

            (await remove).Is(200);
            (await check).Status.ShouldBeOneOf(200, 422);
            var claim = (await story.Read()).Json["claims"]![0]!;
            claim["state"]!.GetValue<string>().ShouldBe("orphaned");
            claim["checks"]!.AsArray().ShouldAllBe(c => !c!["standing"]!.GetValue<bool>());
            claim["checks"]!.AsArray().Count.ShouldBe((await check).Status == 200 ? 1 : 0);
        });
    }

    private static (string Words, string By, long Version) Side(JsonNode side, string of)
    {
        var words = side["words"]!.GetValue<string>();
        of[side["range"]!["start"]!.GetValue<int>()..side["range"]!["end"]!.GetValue<int>()].ShouldBe(words);
        return (words, string.Join(' ', side["by"]!.AsArray().Select(p => p!.GetValue<string>().Split('@')[0])), side["version"]!.GetValue<long>());
    }

    private async Task<StoryUnderWay> Revised(string headline, string body)
    {
        var story = await StoryUnderWay.Drafted(newsroom, headline, Body);
        (await Post(story, "ed", Role.Editor, "revise-article", new { body })).Is(200);
        return story;
    }

    private Task<Answer> Post(StoryUnderWay story, string user, Role role, string command, object body, long basedOn = 1) =>
        newsroom.As(user, role).Post($"/stories/{story.Id}/{command}", body, basedOn);
}
