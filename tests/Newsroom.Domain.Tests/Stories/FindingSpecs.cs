using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Tests.Stories.Findings;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Words with an adverse verdict block publication wherever they are.</summary>
public sealed class FindingSpecs
{
    /// <summary>Ways in which words with an adverse verdict might be published.</summary>
    public static TheoryData<string, GivenCommand[], string[]> Evasions =>
        new()
        {
            {
                "carried to the headline without the full stop",
                [Revised(Quote + " said the mayor.", headline: "Bridge: it cost 3 million")],
                ["claim-words-wrong headline"]
            },
            {
                "carried to the headline in capitals",
                [Revised(Quote + " said the mayor.", headline: "IT COST 3 MILLION")],
                ["claim-words-wrong headline"]
            },
            {
                "carried to the standfirst among other words",
                [Revised(Quote + " said the mayor.", standfirst: "All know it *cost* 3 million by now.")],
                ["claim-words-wrong standfirst"]
            },
            {
                "made part of a longer sentence and verified by another",
                [
                    Revised(Bridge.Replace("It cost 3 million.", "All say it cost 3 million.", StringComparison.Ordinal)),
                    Checked("c1", by: Fay),
                ],
                ["claim-words-wrong body"]
            },
            { "copied", [Revised(Bridge + "\n\nWell: it cost 3 million, again.")], ["claim-wrong c1", "claim-words-wrong body"] },
            { "withdrawn by another checker", [Asked(new WithdrawClaim("c1", "Opinion."), Fay)], ["claim-words-wrong body"] },
            {
                "withdrawn, marked again and verified by another",
                [Asked(new WithdrawClaim("c1", "Opinion."), Fay), Flagged(), Checked("c2", by: Fay)],
                ["claim-words-wrong body"]
            },
            {
                "deleted, withdrawn without its place, and written again",
                [Revised("Silence."), Asked(new WithdrawClaim("c1", "Gone."), Rita), Revised("Silence. " + Claim)],
                ["claim-words-wrong body"]
            },
            {
                "deleted, written again and verified by another",
                [Revised("Silence."), Revised("Silence. " + Claim), Checked("c1", by: Fay)],
                ["claim-wrong c1"]
            },
            { "verified by another meanwhile", [Checked("c1", by: Fay)], ["claim-wrong c1"] },
            {
                "put into somebody's mouth",
                [
                    Revised(Bridge.Replace(Claim, "“It cost 3 million,” says Bo.", StringComparison.Ordinal)),
                    Attributed("“It cost 3 million,”", "bo"),
                    Checked("q2", by: Fay),
                ],
                ["claim-check-lapsed c1", "claim-words-wrong body"]
            },
            {
                "written with invisible characters and other digits",
                [Revised(Bridge.Replace(Claim, "It co\u00ADst\u00A0３ mil\u200Blion.", StringComparison.Ordinal)), Checked("c1", by: Fay)],
                ["claim-words-wrong body"]
            },
        };

    [Theory]
    [MemberData(nameof(Evasions))]
    public void A_claim_found_wrong_blocks(string way, GivenCommand[] commands, string[] reasons) =>
        Given([Drafted(), Attributed(), Checked("q1", by: Fay), Flagged(), Checked("c1", Verdict.Wrong), .. commands])
            .And(s => Told(s, Gate.ClaimsChecked).ShouldBe(reasons, way));

    public static TheoryData<string, GivenCommand[], string[]> QuoteEvasions =>
        new()
        {
            {
                "attributed to another speaker and verified by another",
                [Attributed(Quote, "bo", quote: "q1"), Checked("q1", by: Fay)],
                ["quote-words-wrong body"]
            },
            {
                "given another attribution and verified by another",
                [
                    Revised(Bridge.Replace("said the mayor", "says the mayor", StringComparison.Ordinal)),
                    Attributed(Quote, attribution: "says the mayor", quote: "q1"),
                    Checked("q1", by: Fay),
                ],
                ["quote-words-wrong body"]
            },
            {
                "carried to the standfirst, attributed to another and verified by another",
                [
                    Revised(Claim, standfirst: Quote + " said Lund."),
                    Attributed(Quote, "bo", field: ArticleField.Standfirst, quote: "q1"),
                    Checked("q1", by: Fay),
                ],
                ["quote-words-wrong standfirst"]
            },
            {
                "set without quotation marks",
                [Revised("We will rebuild the bridge, said the mayor. " + Claim), Asked(new WithdrawQuote("q1", "Paraphrased."), Ed)],
                ["quote-words-wrong body"]
            },
            {
                "withdrawn, marked again for another and verified by another",
                [Asked(new WithdrawQuote("q1", "Hm."), Fay), Attributed(Quote, "bo"), Checked("q2", by: Fay)],
                ["quote-words-wrong body"]
            },
            { "dismissed as not being speech", [Asked(new WithdrawQuote("q1", "Hm."), Fay), Dismissed(Quote)], ["quote-words-wrong body"] },
            {
                "standing twice",
                [Revised($"{Bridge}\n\n{Quote} she added."), Attributed(Quote, start: Bridge.Length + 2), Checked("q2", by: Fay)],
                ["quote-wrong q1", "quote-words-wrong body"]
            },
        };

    [Theory]
    [MemberData(nameof(QuoteEvasions))]
    public void A_quote_found_wrong_blocks(string way, GivenCommand[] commands, string[] reasons) =>
        Given([Drafted(), Attributed(attribution: "said the mayor"), Checked("q1", Verdict.Wrong), .. commands])
            .And(s => Told(s, Gate.QuotesVerified).ShouldBe(reasons, way));

    [Theory]
    [InlineData("It cost 4 million.")]
    [InlineData("It did not cost 3 million.")]
    [InlineData("It cost €3 million.")]
    [InlineData("It cost 3.5 million.")]
    [InlineData("It cost −3 million.")]
    [InlineData("It cost 3 millions.")]
    public void Other_words_are_other_words(string body) =>
        Given(Drafted("Rain. " + Claim), Flagged(), Checked("c1", Verdict.Wrong), Revised("Rain. " + body), Checked("c1", by: Fay))
            .And(s => Told(s).ShouldBeEmpty());

    [Theory]
    [InlineData("No.", "No way would it fall.", false)]
    [InlineData("No.", "Did it fall? No! It did not.", true)]
    [InlineData("It fell.", "They say it fell in May.", false)]
    [InlineData("It fell.", "In May: it fell, they say.", true)]
    public void Fewer_than_three_words_count_between_marks(string claim, string body, bool blocks) =>
        Given(
                Drafted("Rain. " + claim),
                Flagged(claim),
                Checked("c1", Verdict.Disputed),
                Revised("Rain."),
                Asked(new WithdrawClaim("c1", "Gone."), Rita),
                Revised("Rain. " + body)
            )
            .And(s => Told(s).ShouldBe(blocks ? ["claim-words-disputed body"] : []));

    [Fact]
    public void Words_are_found_in_scripts_without_spaces() =>
        Given(
                Drafted("桥的造价是三百万元。下雨了。"),
                Flagged("桥的造价是三百万元。"),
                Checked("c1", Verdict.Wrong),
                Revised("下雨了。", headline: "市长说桥的造价是三百万元吗")
            )
            .And(s => Told(s).ShouldBe(["claim-words-wrong headline"]));

    [Fact]
    public void A_verdict_that_says_nothing_against_the_words_stays_with_the_passage() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Unverifiable), Asked(new WithdrawClaim("c1", "Attribute it."), Fay))
            .And(s => Told(s).ShouldBeEmpty());

    /// <summary>Checks stored before findings followed their words have the words as written, with the attribution after them.</summary>
    [Fact]
    public void The_finding_of_an_older_check_is_derived_from_its_members()
    {
        var spec = Given(
            Drafted("“We *will* rebuild the bridge,” said the mayor. It cost 3 million."),
            Attributed("“We *will* rebuild the bridge,”", attribution: "said the mayor"),
            Checked("q1", Verdict.Wrong),
            Checked("q1", Verdict.Disputed, by: Fay),
            Checked("q1", by: Fay)
        );
        var story = spec
            .Recorded.Select(r =>
                (Happened: r.Happened is FactChecked e ? e with { Read = null, WordsAlone = null } : r.Happened, r.Metadata)
            )
            .Aggregate((Story?)null, (at, r) => Story.Evolve(at, spec.Story.Id, r.Happened, r.Metadata))!;
        story.Findings!.Value.ShouldBe(spec.Story.Findings!.Value);
        story.Findings.Value.ShouldHaveSingleItem().Words.ShouldBe("“We will rebuild the bridge,”");
    }

    [Fact]
    public void Words_repeated_very_often_are_reported_once_and_quickly()
    {
        var spec = Given(
            Drafted("It cost 3 million."),
            Flagged(),
            Checked("c1", Verdict.Wrong),
            Checked("c1", Verdict.Wrong, by: Fay),
            Revised(string.Concat(Enumerable.Repeat("it cost 3 million ", 50_000))),
            Asked(new WithdrawClaim("c1", "Opinion."), Ed)
        );
        var watch = new ThreadClock();
        Told(spec).ShouldBe(["claim-words-wrong body"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
