using static Newsroom.Domain.Tests.Text.Quotations.Proposals;

namespace Newsroom.Domain.Tests.Text.Quotations;

public sealed class QuotationProposalSpecs
{
    [Theory]
    [InlineData("en", "She sang the song “Give me back my little boat” again.", QuotationProposal.Work)]
    [InlineData("en", "The film “A river runs past the door” opens on Friday.", QuotationProposal.Work)]
    [InlineData("en", "A paper entitled “The harbour and its rats” followed.", QuotationProposal.Work)]
    [InlineData("en", "They walked under the motto “no more walls in our town”.", QuotationProposal.Motto)]
    [InlineData("en", "He was voted “Man of the World in Ellery” twice.", QuotationProposal.TitleCase)]
    [InlineData("en", "He wrote to “Friends of the Old Harbour” in May.", QuotationProposal.TitleCase)]
    [InlineData("en", "It was a so-called “wall that nobody can see”.", QuotationProposal.Term)]
    [InlineData("de", "Zum Abschied erklang das Lied „Weit ist der Weg zum Hafen“.", QuotationProposal.Work)]
    [InlineData("de", "Die Partei „Neue Hafenliste für alle“ tagte.", QuotationProposal.Name)]
    [InlineData("de", "Die Oppositionspartei „Bewegung für einen neuen Hafen“ tagte.", QuotationProposal.Name)]
    [InlineData("de", "Sie zogen unter dem Motto „Hände weg von unserem Hafen!“ durch die Stadt.", QuotationProposal.Motto)]
    [InlineData("de", "Auch „Koalition für Hafen und Stadt“ (KHS) war da.", QuotationProposal.Name)]
    [InlineData("de", "In den Liedern „Weit ist der Weg zum Hafen“ und „Nah ist das Ufer der Stadt“.", QuotationProposal.Work)]
    [InlineData("fr", "Il a lu le livre « Une digue pour le vieux port » hier.", QuotationProposal.Work)]
    [InlineData("en", "They knew films such as “A lamp on the river at night” by heart.", QuotationProposal.Work)]
    [InlineData("en", "There were songs like “Give me back my little boat” all evening.", QuotationProposal.Work)]
    [InlineData("en", "On the shelf stood “The harbour and its rats” by Ada Berg.", QuotationProposal.Work)]
    [InlineData("en", "It hung beside “No more rats in our harbour” (1957) for years.", QuotationProposal.Work)]
    [InlineData("en", "She works for Hamnens Vänner (“Friends of the old harbour”) in Ellery.", QuotationProposal.Name)]
    [InlineData(
        "en",
        "See <a title=\"we will build the wall here and you will all pay for it in the end, he says\"> there.",
        QuotationProposal.Markup
    )]
    [InlineData(
        "de",
        "Es ging um Themen wie „Der Hafen im Wandel der Zeit“ und „Die Ratten von gestern und heute“.",
        QuotationProposal.Motto
    )]
    [InlineData("de", "Gelesen wurde „Der Hafen am Ende der Welt“ von Ada Berg.", QuotationProposal.Work)]
    [InlineData("de", "Auch die schwedische „Vereinigung für den alten Hafen“ kam.", QuotationProposal.Name)]
    [InlineData("de", "Da war die „Vereinigung für den alten Hafen“ und der „Bund der Freunde des Deichs“.", QuotationProposal.Name)]
    [InlineData("fr", "Il avait lu « Une digue pour le vieux port » de Marie Berg.", QuotationProposal.Work)]
    public void Titles_names_and_mottos_are_proposed_by_what_is_before_or_behind_them(
        string language,
        string text,
        QuotationProposal proposal
    ) => AllProposed(language, text).ShouldBe([proposal]);

    [Theory]
    [InlineData("en", "He said “we will build the wall here” and left.")]
    [InlineData("en", "In the song contest he said: “We will win it this year.”")]
    [InlineData("en", "The company “has broken the law for years”, she said.")]
    [InlineData("en", "He said “Build The Wall Now And Lock Her Up!” twice.")]
    [InlineData("en", "The sign read “BUILD THE WALL IN THE HARBOUR” in red.")]
    [InlineData("de", "Die Partei: „Wir bauen die Mauer noch heute.“")]
    [InlineData("de", "Die Partei „ist am Ende und weiß es“, sagte sie.")]
    [InlineData("de", "Sie sagte der „Wir sind noch da und bleiben hier“ rufenden Menge nichts.")]
    [InlineData("en", "He called it “a serious mistake for the town” by Berg’s standards.")]
    [InlineData("en", "It was “a good day for all of us” (we counted).")]
    [InlineData("en", "Ada Berg (“We never asked for any of it.”) left.")]
    [InlineData("en", "He said=“we will build the wall here and now”.")]
    [InlineData("en", "The party “Build[s] walls where nobody wants any” again.")]
    [InlineData("de", "Sie klagte, dass neben der „Verwahrlosung in den Häfen“ auch der Deich leide.")]
    [InlineData("de", "Er griff „den Bestand des Hafens an“ oder die „Grundlagen der Arbeit aller Leute“.")]
    [InlineData("de", "Es dient des „Ausbau[s] der Häfen und Deiche im Land“.")]
    [InlineData("de", "Der Preis diene zur „Stärkung der alten Häfen im Land“.")]
    public void Speech_is_not(string language, string text) =>
        QuotationFinder.Find(text, language).Select(q => q.Proposal).Distinct().ShouldBe([null]);

    [Fact]
    public void Many_words_in_title_case_are_neither_a_term_nor_proposed()
    {
        var words = string.Join(' ', Enumerable.Repeat("Wall", 36));
        foreach (
            var text in new[] { $"“{words}”", $"“{words.ToUpperInvariant()}”", $"“{string.Join(' ', Enumerable.Repeat("WALL", 13))}”" }
        )
        {
            Proposed("en", text).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("“Silk Road Economic Belt”", true)]
    [InlineData("“The Bridge On The River Kwai”", true)]
    [InlineData("“Silk Road Economic Belt,”", true)]
    [InlineData("“The Bridge On The River Kwai Again”", false)]
    [InlineData("“Yes, We Can Build Walls”", false)]
    [InlineData("“We Will Build. It Stands.”", false)]
    [InlineData("“NOT IN MY TOWN”", false)]
    [InlineData("“WeWillBuildTheWall”", false)]
    [InlineData("“We-will-build-walls”", false)]
    [InlineData("“one_two_three_four”", false)]
    [InlineData("“一带一路”", true)]
    [InlineData("“我们要建墙”", false)]
    [InlineData("“ไทยเรา”", false)]
    [InlineData("“ไทย”", true)]
    [InlineData("「インターネット」", true)]
    [InlineData("“우리는 벽을 세운다”", true)]
    [InlineData("“우리는겨울전에벽을세울것이다”", false)]
    public void A_term_has_at_most_three_words_or_six_in_title_case(string text, bool isTerm) =>
        QuotationFinder.Find(text, "en").ShouldHaveSingleItem().IsTerm(4).ShouldBe(isTerm);
}
