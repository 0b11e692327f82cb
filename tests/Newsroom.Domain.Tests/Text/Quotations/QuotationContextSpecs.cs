using static Newsroom.Domain.Tests.Text.Quotations.Proposals;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Names, works and terms recognised by nouns and glosses beside them.</summary>
public sealed class QuotationContextSpecs
{
    [Theory]
    [InlineData("de", "Der Chor eröffnete das Kinderheim „Sonne über dem alten Deich“ mit Liedern.", QuotationProposal.Name)]
    [InlineData("de", "Wie Berg sagte, wurde das Kinderheim „Sonne über dem alten Deich“ erweitert.", QuotationProposal.Name)]
    [InlineData("de", "Man aß in der kleinen Gaststube „Anker am alten Deich“ zu Mittag.", QuotationProposal.Name)]
    [InlineData("de", "Das steht laut „Blatt für Häfen und Deiche“ fest.", QuotationProposal.Name)]
    [InlineData("de", "„Ratten am Ende des Deichs“ gewann den Preis.", QuotationProposal.Name)]
    [InlineData("de", "Sie gründeten damals „Aktion für alte Häfen“ in Ellery.", QuotationProposal.Name)]
    [InlineData("de", "Sie blätterte in ihrem „Handbuch der alten Häfen“ ohne Eile.", QuotationProposal.Name)]
    [InlineData("de", "Er trat bei „Wer baut den besten Hafen?“ auf.", QuotationProposal.Work)]
    [InlineData("de", "Im Saal lief „Ratten am Ende des Deichs“ (2004, Regie: Ada Berg).", QuotationProposal.Work)]
    [InlineData("en", "Next came “Rats at the end of the pier” (directed by Ada Berg).", QuotationProposal.Work)]
    public void Nouns_and_brackets_beside_them_make_names_and_works(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Sie warf dem Kinderheim „Versagen auf ganzer Linie“ vor.")]
    [InlineData("de", "Das bedeutet für den Hafen „Verlust an Leben und Kraft“ auf Jahre.")]
    [InlineData("de", "Der Deich sei für die Stadt „Segen und Fluch zugleich“ gewesen.")]
    [InlineData("de", "„Versagen auf ganzer Linie“ nannte Berg das.")]
    [InlineData("de", "Wie Berg sagte, sei das Kinderheim „Versagen auf ganzer Linie“ gewesen.")]
    [InlineData("de", "Er forderte eine „Aktion für alte Häfen“ noch heute.")]
    [InlineData("de", "Das Plakat in der Stadt „Mauern weg vom Hafen“ rief sie ab.")]
    [InlineData("de", "Zu hören war „Wir bauen den besten Hafen“ von allen.")]
    [InlineData("en", "Then came “we will build the wall here” (2004).")]
    public void Objects_of_verbs_of_saying_do_not(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Ellerys Hamnvänner (deutsch: „die Freunde des alten Hafens“) kamen.")]
    [InlineData("de", "Der Verein (auch „Bund der Freunde des Deichs“) kam.")]
    [InlineData("de", "Die sog. „Ratten vom alten Deich“ kamen.")]
    [InlineData("de", "Sie wurde zur „Botschafterin für alte Häfen“ ernannt.")]
    [InlineData("de", "Er klagte über die neue „alles für den Hafen“-Mentalität.")]
    [InlineData("en", "The Hamnvänner (literally “friends of the old harbour”) came.")]
    [InlineData("nl", "Er kwam een “muren voor alle havens”-campagne.")]
    [InlineData("fr", "Les Hamnvänner (traduction : « les amis du vieux port ») sont là.")]
    public void Words_that_gloss_others_are_terms(string language, string text) =>
        Proposed(language, text).ShouldBe(QuotationProposal.Term);

    [Theory]
    [InlineData("de", "Berg (auf Deutsch: „Wir sind die Freunde des Hafens“) ging.")]
    [InlineData("de", "Er sagte auf Deutsch: „Freunde des alten Hafens“.")]
    [InlineData("de", "Sie wurde zur „Stärkung der alten Häfen“ geholt.")]
    [InlineData("de", "Man hörte „alles für den Hafen“-Rufe.")]
    [InlineData("de", "„Alles für den alten Hafen.“-Berg")]
    [InlineData("en", "He laughed (“friends of the old harbour”) and left.")]
    [InlineData("en", "“All for the old harbour”-Berg")]
    public void Words_that_gloss_nothing_are_not(string language, string text) => Proposed(language, text).ShouldBeNull();
}
