using CsCheck;
using Newsroom.Domain.Text.Proposals;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Proposals;

public sealed class SpeakerFinderTests
{
    [Theory]
    [InlineData("“We will rebuild it all,” said Ada Berg.", "Ada Berg", SpeakerReason.Follows)]
    [InlineData("“We will rebuild it all,” Ada Berg said on Monday.", "Ada Berg", SpeakerReason.Follows)]
    [InlineData("“We will rebuild it all,” the mayor of Skelhaven told reporters.", "the mayor of Skelhaven", SpeakerReason.Follows)]
    [InlineData("“We will rebuild it all,” said Berg, who chairs the council.", "Berg", SpeakerReason.Follows)]
    [InlineData("“We will rebuild it all,” according to the report.", "the report", SpeakerReason.Follows)]
    [InlineData("“Will we rebuild it all?” he asked.", "he", SpeakerReason.Follows)]
    [InlineData("Ada Berg said: “We will rebuild it all.”", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("In an interview on Sunday, Berg said that “we will rebuild it all”.", "Berg", SpeakerReason.Precedes)]
    [InlineData("Ada Berg, the mayor, has often said “we will rebuild it all”.", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("According to Ada Berg, “we will rebuild it all”.", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("Berg: “We will rebuild it all.”", "Berg", SpeakerReason.Precedes)]
    [InlineData("Berg said the plan was “a very bad idea indeed” that Lund called useless.", "Berg", SpeakerReason.Precedes)]
    [InlineData("On Friday, Berg left the hall with friends, calling it “a very bad idea indeed”.", "Berg", SpeakerReason.Precedes)]
    [InlineData("Hours later, Berg left the hall, calling it “a very bad idea indeed”.", "Berg", SpeakerReason.Precedes)]
    [InlineData("“It seems extremely unlikely” that the town can pay, said Ada Berg.", "Ada Berg", SpeakerReason.Follows)]
    [InlineData("Ada Berg (D-Nev.) said the plan was “a very bad idea indeed”.", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("Berg said the United States was “a very bad example indeed”.", "Berg", SpeakerReason.Precedes)]
    [InlineData("Ada Berg attacked the plan. “We will rebuild it all.”", "Ada Berg", SpeakerReason.Introduces)]
    public void The_source_is_found_by_verb_and_name(string text, string mention, SpeakerReason reason)
    {
        var source = Sources(text, "en").ShouldHaveSingleItem().ShouldNotBeNull();

        source.Mention.Of(text).ShouldBe(mention);
        source.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("„Wir bauen alles wieder auf“, sagte Ada Berg am Montag.", "Ada Berg", SpeakerReason.Follows)]
    [InlineData("„Wir bauen alles wieder auf“, so der Bürgermeister.", "der Bürgermeister", SpeakerReason.Follows)]
    [InlineData("Ada Berg sagte: „Wir bauen alles wieder auf.“", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("In einem Interview sagte Berg: „Wir bauen alles wieder auf.“", "Berg", SpeakerReason.Precedes)]
    [InlineData("Den Plan bezeichnete er als „einen sehr großen Fehler“.", "er", SpeakerReason.Precedes)]
    [InlineData("Der Minister hat in Berlin gesagt: „Wir bauen alles wieder auf.“", "Der Minister", SpeakerReason.Precedes)]
    [InlineData("Nach Ansicht von Ada Berg ist der Plan „ein sehr großer Fehler“.", "Ada Berg", SpeakerReason.Precedes)]
    [InlineData("Der Plan ist ihrer Ansicht nach „ein sehr großer Fehler“.", "ihrer Ansicht", SpeakerReason.Precedes)]
    [InlineData("„Wir bauen alles wieder auf“, schrieb „Die Insel“ am Montag.", "Die Insel", SpeakerReason.Follows)]
    [InlineData("Angesichts der Flut nannte Berg den Plan „einen sehr großen Fehler“.", "Berg", SpeakerReason.Precedes)]
    [InlineData("In dem Antrag heißt es: „Wir bauen alles wieder auf.“", "Antrag", SpeakerReason.Precedes)]
    public void German_sources_are_before_or_after_the_verb(string text, string mention, SpeakerReason reason)
    {
        var source = Sources(text, "de-AT").ShouldHaveSingleItem().ShouldNotBeNull();

        source.Mention.Of(text).ShouldBe(mention);
        source.Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_quotation_continues_the_one_before_it()
    {
        const string text =
            "“We will rebuild it all,” said Ada Berg. “It will take two years.”\n\n“We have no time,” Bo Lund said, “and no money left.”";

        Sources(text, "en")
            .Select(source => (source!.Mention.Of(text), source.Reason))
            .ShouldBe([
                ("Ada Berg", SpeakerReason.Follows),
                ("Ada Berg", SpeakerReason.Continues),
                ("Bo Lund", SpeakerReason.Follows),
                ("Bo Lund", SpeakerReason.Precedes),
            ]);
    }

    [Fact]
    public void A_few_words_may_lead_to_the_next_quotation()
    {
        const string text = "“We will rebuild it all,” said Ada Berg. Then, “we will see how long it takes.”";

        Sources(text, "en").Select(source => source?.Mention.Of(text)).ShouldBe(["Ada Berg", "Ada Berg"]);
    }

    /// <summary>Every source lies in the text, and outside the quotation that it is the source of.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Sources_lie_outside_their_quotations(string language) =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 40]
            .Select(pieces => string.Join(' ', pieces.Select(piece => Pieces[piece])))
            .Sample(
                text =>
                {
                    foreach (var (quotation, source) in SpeakerFinder.Find(text, language, [.. QuotationFinder.Find(text, language)]))
                    {
                        if (source is not null)
                        {
                            source.Mention.Start.ShouldBeGreaterThanOrEqualTo(0);
                            source.Mention.End.ShouldBeLessThanOrEqualTo(text.Length);
                            source.Mention.Length.ShouldBeGreaterThan(0);
                            (source.Mention.End <= quotation.Range.Start || source.Mention.Start >= quotation.Range.End).ShouldBeTrue();
                        }
                    }
                },
                iter: Iterations.Cases
            );

    private static readonly string[] Pieces =
    [
        "“we will rebuild it all”",
        "“We will rebuild it all,”",
        "„Wir bauen alles wieder auf“",
        "“",
        "”",
        ",",
        ":",
        ".",
        ";",
        "(",
        ")",
        "–",
        "\n\n",
        "Ada Berg",
        "she",
        "er",
        "der Bürgermeister",
        "said",
        "sagte",
        "heißt es",
        "according to",
        "nach",
        "Ansicht",
        "saying",
        "that",
        "dass",
        "hours",
        "who",
        "und",
        "then",
        "in",
        "(D-Nev.)",
        "States",
        "können",
    ];

    [Theory]
    [InlineData("“We will rebuild it all.”")]
    [InlineData("“We will rebuild it all.” “It will take two years.”")]
    [InlineData("")]
    public void Without_a_name_there_is_no_source(string text) => Sources(text, "en").ShouldAllBe(source => source == null);

    [Fact]
    public void Titles_and_terms_have_no_source() =>
        Sources("She called it a “rigged” vote and sang “Give me back my little boat”.", "en").ShouldBeEmpty();

    /// <summary>Three passes over a text at the limit; no rule looks further than a bounded number of words.</summary>
    [Theory]
    [InlineData("“we will not rebuild it” ")]
    [InlineData("said , ( who ")]
    [InlineData("Ada Berg, ")]
    [InlineData("he said “we will not rebuild it”, and ")]
    [InlineData("a b c d e f g. “We will not rebuild it,” ")]
    [InlineData("\n\n“We will not rebuild it.”")]
    public void A_mebibyte_is_read_in_seconds(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
        var quotations = QuotationFinder.Find(text, "en").ToList();
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();

        SpeakerFinder.Find(text, "de", quotations);
        SpeakerFinder.Find(text, "en", quotations);
        ClaimFinder.Rank(text, "en");

        System.Diagnostics.Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static List<SpeakerMention?> Sources(string text, string language) =>
        [.. SpeakerFinder.Find(text, language, [.. QuotationFinder.Find(text, language)]).Select(found => found.Source)];
}
