using static Newsroom.Domain.Tests.Text.Quotations.Proposals;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Titles and names recognised by how they are written.</summary>
public sealed class QuotationFormSpecs
{
    [Theory]
    [InlineData("de", "Er war Gast beim „2. Deutschen Hafenkongress der Länder am Meer“.", QuotationProposal.Name)]
    [InlineData("de", "Es zahlt der „Deichbau am Meer GmbH“ genannte Betrieb.", QuotationProposal.Name)]
    [InlineData("de", "Es half die „Hilfe für Ratten e.V.“ aus Ellery.", QuotationProposal.Name)]
    [InlineData("de", "Auch „Hilfe für alte Häfen“, kurz HAH, war da.", QuotationProposal.Name)]
    [InlineData("de", "Sie wurde „Hafenmeisterin des Jahres 2019 im Norden des Jahres“.", QuotationProposal.Name)]
    [InlineData("de", "Nach einem „Gesetz zur Erhaltung alter Deiche“ ist es verboten.", QuotationProposal.Name)]
    [InlineData("de", "Man traf sich beim „Bund der Freunde des Deichs“.", QuotationProposal.Name)]
    [InlineData("de", "Das Kinderheim „Sonne über dem alten Deich“ wird erweitert.", QuotationProposal.Name)]
    [InlineData("de", "Es gehört der „hafenwerk und Deich Ellery Betriebsgesellschaft“ allein.", QuotationProposal.Name)]
    [InlineData(
        "de",
        "Gelesen wurde „Der Hafen von Ellery und seine Bedeutung für die Wirtschaft der alten "
            + "Küste im Jahrhundert der Dampfer“ im Saal.",
        QuotationProposal.Work
    )]
    [InlineData("en", "It was signed by “Friends of harbour rats Ltd.” in May.", QuotationProposal.Name)]
    [InlineData("en", "She won at the “22nd Harbour games of the north” again.", QuotationProposal.Name)]
    [InlineData("en", "It became “Harbour town of the Year” again.", QuotationProposal.Name)]
    [InlineData("en", "It went to “Friends of harbour rats (FHR)” in May.", QuotationProposal.Name)]
    [InlineData("fr", "Elle a gagné les “Amis du Port et de la Mer” hier.", QuotationProposal.TitleCase)]
    [InlineData("es", "Vino de “Amigos del Puerto y de la Mar” ayer.", QuotationProposal.TitleCase)]
    public void Names_are_recognised_by_how_they_are_written(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Er sagte, „2. Ratten sind hier nicht das Problem“.")]
    [InlineData("de", "Sie sprach von einem „Gesetz gegen alle alten Leute“.")]
    [InlineData("de", "Der Preis diene dem „Erhalt der alten Häfen im Land“.")]
    [InlineData("de", "Er warnte vor dem „Ende der alten Häfen im Land“.")]
    [InlineData("de", "Die Ministerin sieht in dem Hafen „Gefahren für Leib und Leben“.")]
    [InlineData("de", "Es gehört der „gierigen und faulen Betriebsgesellschaft“ allein.")]
    [InlineData(
        "de",
        "Zu hören war „Der Hafen von Ellery ist für die Wirtschaft der alten Küste seit dem "
            + "Jahrhundert der Dampfer von Bedeutung“ im Saal."
    )]
    [InlineData("en", "He said “the Harbour Ltd. has broken the law”.")]
    public void Partial_quotations_are_not(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("de", "Zu sehen war sie in „Die Ratten kommen am Abend wieder“ von 2001.", QuotationProposal.Work)]
    [InlineData("de", "Danach lief „Der lange Weg zum alten Hafen“ im Kino.", QuotationProposal.Work)]
    [InlineData("de", "Danach lief „Ellery – Geschichte einer Stadt am Meer“ im Kino.", QuotationProposal.Work)]
    [InlineData("en", "He played a sailor in “The harbour is a lonely place” for years.", QuotationProposal.Work)]
    [InlineData("nl", "Zij speelde in “De haven is een stille plek” mee.", QuotationProposal.Work)]
    [InlineData("fr", "Il jouait dans « Le port est un lieu de silence » jadis.", QuotationProposal.Work)]
    [InlineData("es", "Actuó en «El puerto es un lugar de paz» hace años.", QuotationProposal.Work)]
    public void A_capital_article_amid_a_sentence_begins_a_title(string language, string text, QuotationProposal proposal) =>
        Proposed(language, text).ShouldBe(proposal);

    [Theory]
    [InlineData("de", "Sie rief „Der lange Weg zum alten Hafen“ in den Saal.")]
    [InlineData("de", "Berg: „Der lange Weg zum alten Hafen“")]
    [InlineData("de", "Danach war „Der Hafen ist am Ende“ zu hören.")]
    [InlineData("de", "„Ein schwarzer Tag für den Hafen“, sagte Berg.")]
    [InlineData("en", "He added “The harbour is a lonely place” and left.")]
    [InlineData("nl", "Zij zei “De haven is een stille plek” en ging.")]
    [InlineData("fr", "Il a dit « Le port est un lieu de silence » hier.")]
    [InlineData("es", "Dijo «El puerto es un lugar de paz» ayer.")]
    public void Speech_is_not_proposed(string language, string text) => Proposed(language, text).ShouldBeNull();

    [Theory]
    [InlineData("Sie gewann damals „Festival du vieux port maritime“ in Ellery.", QuotationProposal.Name)]
    [InlineData("Er spielte mit „Orchestra of harbour workers“ in Ellery.", QuotationProposal.Name)]
    [InlineData("Er reiste zu „Fiesta del viejo puerto“ nach Ellery.", QuotationProposal.Name)]
    [InlineData("Er reiste nach Ellery: „Fiesta del viejo puerto“ dort.", null)]
    [InlineData("Sie rief „Festival du vieux port maritime“ ins Mikrofon.", null)]
    [InlineData("Zu hören war „We speak of harbour rats“ dort.", null)]
    [InlineData("Das ist eine „Stärkung des alten Hafens“ hier.", null)]
    [InlineData("Zu hören war „Nous parlons de la mer“ dort.", null)]
    public void A_foreign_name_amid_a_German_sentence_is_proposed(string text, QuotationProposal? proposal) =>
        Proposed("de", text).ShouldBe(proposal);

    [Theory]
    [InlineData("Das Bild ''Ratten am alten Deich'' hing da. „Wir bauen“, sagte Berg.", QuotationProposal.Markup)]
    [InlineData("Er sagte ''Wir sind am alten Deich'' und ging. „Wir bauen“, sagte Berg.", null)]
    [InlineData("Ellery ''Ratten am alten Deich'' hing da.", null)]
    public void Two_apostrophes_are_emphasis_where_other_marks_quote(string text, QuotationProposal? proposal) =>
        QuotationFinder.Find(text, "de").First().Proposal.ShouldBe(proposal);
}
