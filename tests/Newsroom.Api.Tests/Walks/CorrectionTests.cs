using Newsroom.Domain;

namespace Newsroom.Api.Tests.Walks;

/// <summary>An edition that was wrong is followed by one that says so.</summary>
public class CorrectionTests(Newsroom newsroom)
{
    [Fact]
    public async Task Readers_are_told_what_was_wrong_and_the_record_keeps_what_changed()
    {
        var story = await StoryUnderWay.Drafted(newsroom, "Wall corrected", "The wall is 31 metres long.");
        await Review(story);
        (await story.Publish()).Is(200);
        await story.Replace("rita", Role.Reporter, "31", "13");
        await Review(story);

        (await story.Do("correct", "pia", Role.Publisher, new { kind = "typo", note = "x" })).Is(400);
        (await story.Do("correct", "pia", Role.Publisher, new { kind = "correction" })).Is(400);
        (await story.Do("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "The wall was measured anew." })).IsRefused(422, "editors-note-changes-words");
        (await story.Do("publish", "pia", Role.Publisher, new { kind = "correction" })).IsRefused(422, "kind");
        (await story.Do("correct", "pia", Role.Publisher, new { kind = "correction", note = "An earlier version said 31 metres." })).Is(200).Events.ShouldBe(["story_corrected"]);

        var published = (await newsroom.Reader().Get($"/published/{story.Slug}")).Is(200).Json;
        published["body"]!.GetValue<string>().ShouldBe("The wall is 13 metres long.");
        published["editions"]!.AsArray().Select(e => (e!["kind"]!.GetValue<string>(), e["note"]?.GetValue<string>())).ShouldBe([("first", null), ("correction", "An earlier version said 31 metres.")]);
        var history = (await newsroom.As("ed", Role.Editor).Get($"/stories/{story.Id}/history")).Is(200).Json.AsArray()[^1]!;
        history["why"]!.GetValue<string>().ShouldBe("An earlier version said 31 metres.");
        history["policy"]!.GetValue<int>().ShouldBe(0);
        (await story.Do("correct", "pia", Role.Publisher, new { kind = "editors-note", note = "The wall was measured anew." })).Is(200);
    }

    private static async Task Review(StoryUnderWay story)
    {
        (await story.Do("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.Approve("ed")).Is(200);
        (await story.Approve("lea", Role.Legal)).Is(200);
    }
}
