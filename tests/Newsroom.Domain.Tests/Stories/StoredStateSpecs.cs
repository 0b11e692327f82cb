using System.Text.Json;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>A folded story is stored as a document, and read unchanged.</summary>
public sealed class StoredStateSpecs
{
    [Fact]
    public void A_folded_story_can_be_kept_and_read_again()
    {
        var spec = Given(
            Drafted(),
            Attributed(attribution: "said the mayor"),
            Flagged(),
            Checked("q1"),
            Checked("c1", Verdict.Wrong),
            Noted(),
            Held(),
            Revised("It *may* fall.", by: Ed),
            Submitted(),
            Approved(by: Lea)
        );
        Again(spec.Story).ShouldBe(JsonSerializer.Serialize(spec.Story, Storage));
        Again(spec.Text).ShouldBe(JsonSerializer.Serialize(spec.Text, Storage));
    }

    [Fact]
    public void A_story_that_was_corrected_and_moved_in_review_can_be_kept_and_read_again()
    {
        GivenCommand[] reviewed = [Submitted(), Approved(by: Ed), Approved(by: Lea)];
        var spec = Given([
            Drafted("It cost 3 million, they say."),
            .. reviewed,
            Published(),
            Revised("It cost 4 million, they say."),
            .. reviewed,
            Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia),
            Attributed("It cost 4 million", attribution: "they say"),
            Checked("q1", Verdict.Wrong),
            Asked(new AttributeQuote("It cost 4 million", "bo") { Quote = "q1" }, Rita),
            Checked("q1"),
            Submitted(),
            Asked(new DescribeStory { Desk = "kultur" }, Ed),
        ]);
        spec.Story.ShouldSatisfyAllConditions(
            s => s.Corrected!.Words.ShouldNotBeEmpty(),
            s => s.DesksLeft!.Value.ShouldBe(["city"]),
            s => s.ApprovalsFrom.ShouldNotBeNull(),
            s => s.Findings!.Value.Single().ClearedFor!.Value.ShouldBe(["bo"])
        );
        Again(spec.Story).ShouldBe(JsonSerializer.Serialize(spec.Story, Storage));
    }

    private static string Again<T>(T state) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(state, Storage), Storage), Storage);
}
