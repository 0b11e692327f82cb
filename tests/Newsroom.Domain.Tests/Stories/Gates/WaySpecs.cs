using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <summary>Ways that earlier builds offered and that were refused.</summary>
public sealed class WaySpecs
{
    private const string Two = "“We will rebuild the bridge,” said the mayor.";

    [Fact]
    public void In_review_only_an_editor_changes_the_words() =>
        Given(Drafted(), Flagged(), Checked("c1", Verdict.Wrong), Submitted())
            .And(s => WaysOf(s, Gate.ClaimsChecked, "revise-article").ShouldBe(["editor"]));

    [Fact]
    public void A_reporter_on_the_story_flags_words_found_wrong() =>
        Given(Drafted("Rain. It cost 3 million."), Flagged(), Checked("c1", Verdict.Wrong), Asked(new WithdrawClaim("c1", "Opinion."), Fay))
            .And(s => WaysOf(s, Gate.ClaimsChecked, "flag-claim")[0].ShouldBe("reporter if rita"));

    [Fact]
    public void A_person_who_wrote_every_word_is_not_asked_to_approve() =>
        Given(Drafted(Plain, headline: "A"), Revised("Nothing", "B", by: Eve), Submitted())
            .And(s => WaysOf(s, Gate.Approvals, "approve")[0].ShouldBe("editor legal not rita or eve"));

    [Fact]
    public void A_writer_of_a_note_who_left_the_story_does_not_resolve_it_as_reporter() =>
        Given(Drafted(), Assigned(Rob), Noted(mustResolve: true, by: Rob), Assigned(Eve))
            .And(s => WaysOf(s, Gate.NotesResolved, "resolve-note").ShouldBe(["editor", "fact-checker legal chief-editor if rob"]));

    [Fact]
    public void A_quotation_that_two_quotes_share_is_attributed_after_one_is_withdrawn() =>
        Given(
                Drafted(Two.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal)),
                Attributed("We will"),
                Attributed("the bridge"),
                Revised(Two)
            )
            .And(s => WaysOf(s, Gate.QuotesAttributed, "withdraw-quote").ShouldBe(["editor", "reporter fact-checker if rita"]))
            .When(new AttributeQuote("“We will rebuild the bridge,”", "ada") { Quote = "q1" }, by: Rita)
            .ThenRefused("overlaps-quote")
            .When(new WithdrawQuote("q1", "A part."), by: Ed)
            .And(s => WaysOf(s, Gate.QuotesAttributed, "attribute-quote").ShouldBe(["reporter editor fact-checker"]));

    [Fact]
    public void A_writer_of_one_of_two_equal_quotations_does_not_waive_the_gate_for_both() =>
        Given(Drafted(Two), Revised($"{Two}\n\n{Two}", by: Mia))
            .Under(new GateTerms(Gate.QuotesAttributed) { Waivable = true })
            .And(s => WaysOf(s, Gate.QuotesAttributed, "waive-gate").ShouldAllBe(way => way == "chief-editor not mia or rita"))
            .When(
                story => new WaiveGate(
                    Gate.QuotesAttributed,
                    "body",
                    Fingerprint.Of("quotation", "“We will rebuild the bridge,”"),
                    "Soon."
                ),
                by: MiaAsChief
            )
            .ThenRefused("waiver-own-words", RefusalKind.Forbidden);

    private static readonly Actor Mia = Actor.Of("mia", Role.Editor);
    private static readonly Actor MiaAsChief = Actor.Of("mia", Role.ChiefEditor);

    private static List<string> WaysOf(StorySpec spec, Gate gate, string command) =>
        [
            .. spec
                .Gates.Single(g => g.Gate == gate)
                .Reasons.SelectMany(r => r.Ways)
                .Where(way => way.Command == command)
                .Select(way =>
                {
                    var only = way.OnlyBy.IsEmpty ? "" : $" if {string.Join(" or ", way.OnlyBy)}";
                    var not = way.NotBy.IsEmpty ? "" : $" not {string.Join(" or ", way.NotBy)}";
                    return $"{string.Join(' ', way.Roles.Select(r => r.ToKebabCase()))}{only}{not}";
                }),
        ];
}
