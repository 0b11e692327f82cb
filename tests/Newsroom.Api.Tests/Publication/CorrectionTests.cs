using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>A correction follows a wrong edition, with a note to readers.</summary>
public class CorrectionTests(Newsroom newsroom)
{
    [Fact]
    public async Task Readers_see_the_note_of_a_correction_and_the_record_keeps_its_changes()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Wall corrected", "The wall is 31 metres long.");
        await ReviewAsync(story);
        (await story.PublishAsync()).Is(200);
        await story.ReplaceAsync("rita", Role.Reporter, "31", "13");
        await ReviewAsync(story);

        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "typo", note = "x" })).Is(400);
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "correction" })).Is(400);
        (
            await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "The wall was measured anew." })
        ).IsRefused(422, "editors-note-changes-words");
        (await story.DoAsync("publish", "pia", Role.Publisher, new { kind = "correction" })).IsRefused(422, "kind");
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "correction", note = "An earlier version said 31 metres." }))
            .Is(200)
            .Events.ShouldBe(["story_corrected"]);

        var published = (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Is(200).Json;
        published["body"]!.GetValue<string>().ShouldBe("The wall is 13 metres long.");
        published["editions"]!
            .AsArray()
            .Select(e => (e!["kind"]!.GetValue<string>(), e["note"]?.GetValue<string>()))
            .ShouldBe([("first", null), ("correction", "An earlier version said 31 metres.")]);
        var history = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Is(200).Json.AsArray()[^1]!;
        history["why"]!.GetValue<string>().ShouldBe("An earlier version said 31 metres.");
        history["policy"]!.GetValue<int>().ShouldBe(0);
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "The wall was measured anew." })).Is(
            200
        );
    }

    [Fact]
    public async Task Words_that_a_correction_replaced_are_published_again_only_by_a_correction()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Wall restored", "The wall is 31 metres long, and it stands.");
        await ReviewAsync(story);
        (await story.PublishAsync()).Is(200);
        await story.ReplaceAsync("rita", Role.Reporter, "31", "13");
        await ReviewAsync(story);
        (await story.DoAsync("publish", "pia", Role.Publisher, new { kind = "refile" })).IsRefused(422, "refile-changes-meaning");
        (
            await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "correction", note = "An earlier version said 31 metres." })
        ).Is(200);

        (await story.DoAsync("restore-revision", "rita", Role.Reporter, new { version = 1 }))
            .Is(200)
            .Events.ShouldBe(["article_revised", "approval_lapsed", "approval_lapsed"]);
        await ReviewAsync(story);
        (await story.PublishAsync()).IsRefused(422, "corrected-words");
        await story.ReplaceAsync("ed", Role.Editor, ", and it stands.", ".\n\nIt stands.");
        (await story.ApproveAsync("eva")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).IsRefused(422, "corrected-words");
        (await story.DoAsync("correct", "pia", Role.Publisher, new { kind = "correction", note = "It is 31 metres after all." })).Is(200);
    }

    [Fact]
    public async Task A_claim_found_wrong_and_moved_to_the_headline_is_not_published()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A claim moves", "It rained. The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "The wall is 31 metres long." })).Is(200);
        (
            await story.DoAsync(
                "fact-check",
                "femi",
                Role.FactChecker,
                new
                {
                    passage = "c1",
                    fingerprint = await story.FingerprintAsync("c1"),
                    verdict = "wrong",
                    reason = "It is 13.",
                }
            )
        ).Is(200);
        (
            await story.DoAsync(
                "revise-article",
                "rita",
                Role.Reporter,
                new { headline = "The wall is 31 metres long", body = "It rained." }
            )
        ).Is(200);
        await ReviewAsync(story);

        var refused = (await story.PublishAsync()).Is(422);
        refused.FailedGates.ShouldBe(["claims-checked"]);
        refused.Text.ShouldContain("“The wall is 31 metres long” in the headline was found wrong by femi as c1: It is 13.");
        (await story.ReadAsync()).Json["findings"]!.AsArray().ShouldHaveSingleItem()!["words"]!
            .GetValue<string>()
            .ShouldBe("The wall is 31 metres long.");
        (await story.DoAsync("revise-article", "ed", Role.Editor, new { headline = "The wall is 13 metres long" })).Is(200);
        (await story.ApproveAsync("eva")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
    }

    private static async Task ReviewAsync(StoryDriver story)
    {
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
    }
}
