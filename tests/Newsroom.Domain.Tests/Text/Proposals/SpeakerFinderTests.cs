using Newsroom.Domain.Text.Proposals;

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
