using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <summary>A publication stores codes and data of its gates; sentences are rendered when they are read.</summary>
public sealed class PublishedGateSpecs
{
    private static readonly Fingerprint Print = new(new string('0', 63) + "a");

    private static StoryPublished Waived => WaivedGates.Happened.OfType<StoryPublished>().Single();

    private static StorySpec WaivedGates =>
        Given([
            Drafted(),
            Attributed(attribution: "said the mayor"),
            Flagged(),
            Checked(),
            Noted(mustResolve: true),
            Submitted(),
            Approved(Ed),
            Approved(Lea),
            new GivenCommand(s => new WaiveGate(Gate.ClaimsChecked, "c1", s.PassageOf("c1")!.Fingerprint, "I was there."), Chi),
            new GivenCommand(s => new WaiveGate(Gate.NotesResolved, "n1", Fingerprint.Of("note", "n1", "Who says so?"), "I know."), Chi),
            Published(),
        ]);

    [Fact]
    public void A_publication_stores_no_sentence()
    {
        var stored = JsonSerializer.SerializeToNode(Waived, Storage)!["gates"]!.AsArray();
        stored.Count.ShouldBe(9);
        foreach (var gate in stored)
        {
            gate!.AsObject().Select(m => m.Key).ShouldBe(["gate", "outcome", "reasons", "terms"]);
        }

        stored
            .SelectMany(g => g!["reasons"]!.AsArray())
            .Select(r => string.Join(' ', r!.AsObject().Select(m => m.Key)))
            .ShouldBe(["code subject fingerprint field range words waiver", "code subject fingerprint waiver"]);
        stored.ToJsonString(Storage).ShouldNotContain(". ");
    }

    [Fact]
    public void A_stored_gate_is_rendered_when_it_is_read()
    {
        var read = JsonSerializer.Deserialize<StoryPublished>(JsonSerializer.Serialize(Waived, Storage), Storage)!;
        var gates = PublishedGateSentences.Render(read.Gates);
        var claims = gates.Single(g => g.Gate == Gate.ClaimsChecked);
        claims.Asks.ShouldStartWith("Each claim is verified by 1 fact-checker");
        claims.Outcome.ShouldBe(GateOutcome.Waived);
        claims
            .Reasons.Single()
            .ShouldSatisfyAllConditions(
                r => r.Message.ShouldBe("c1 “It cost 3 million.” has fewer checks than the policy asks for."),
                r => r.Waiver!.Reason.ShouldBe("I was there.")
            );
        gates.Single(g => g.Gate == Gate.NotesResolved).Reasons.Single().Message.ShouldBe("n1 must be resolved, and was open.");
    }

    [Fact]
    public void The_stored_terms_are_those_of_the_policy_at_that_time()
    {
        var gate = PublishedGate.Of(GateResult.Of(Gate.ClaimsChecked, "any", []), new GateTerms(Gate.ClaimsChecked) { Minimum = 3 });
        PublishedGateSentences.Render([gate]).Single().Asks.ShouldStartWith("Each claim is verified by 3 fact-checkers");
    }

    [Fact]
    public void A_sentence_that_an_earlier_build_stored_is_kept()
    {
        const string stored = """
            {"gate":"quotes-verified","asks":"Asked then.","outcome":"waived","reasons":[
                {"code":"quote-unchecked","subject":"q1","message":"Said then.","ways":[
                    {"command":"fact-check","roles":["fact-checker"],"onlyBy":[],"notBy":["rita"]}]}]}
            """;
        var gate = PublishedGateSentences.Render([JsonSerializer.Deserialize<PublishedGate>(stored, Storage)!]).Single();
        var reason = gate.Reasons.Single();
        (gate.Asks, reason.Message, reason.Ways.Single().Command).ShouldBe(("Asked then.", "Said then.", "fact-check"));
        var again = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize<PublishedGate>(stored, Storage), Storage);
        JsonNode.DeepEquals(JsonNode.Parse(stored), again).ShouldBeTrue();
    }

    [Theory]
    [InlineData("quote-disputed", "q1 “a” was found disputed.")]
    [InlineData("claim-unverifiable", "q1 “a” was found unverifiable.")]
    [InlineData("claim-words-wrong", "“a” in the standfirst was found wrong.")]
    [InlineData("claim-check-lapsed", "q1 “a” has changed since it was checked.")]
    [InlineData("quotation-unattributed", "a is a quotation in the standfirst, but no quote has these words.")]
    [InlineData("quotation-unclosed", "a is beside a quotation mark without a partner in the standfirst.")]
    [InlineData(
        "headline-quote-unsourced",
        "a is in quotation marks in the standfirst, but no verified quote of the story has these words."
    )]
    [InlineData("approvals-missing", "The article has fewer approvals than the policy asks for.")]
    [InlineData("approval-covers-not", "All approvers touched these words of the standfirst: a.")]
    [InlineData("legal-approval-missing", "The article has fewer approvals given as legal than the policy asks for.")]
    [InlineData("a-code-of-another-build", "q1: a-code-of-another-build.")]
    public void Each_code_has_its_sentence(string code, string sentence)
    {
        var reason = new PublishedReason(code, "q1", null, null)
        {
            Fingerprint = Print,
            Field = ArticleField.Standfirst,
            Words = "a",
        };
        var gate = PublishedGateSentences.Render([new PublishedGate(Gate.Approvals, null, GateOutcome.Waived, [reason])]).Single();
        gate.Reasons.Single().Message.ShouldBe(sentence);
    }
}
