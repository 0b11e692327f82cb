namespace Newsroom.Domain.Tests.Gates;

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
    public void Titles_names_and_mottos_are_proposed_by_what_is_before_or_behind_them(string language, string text, QuotationProposal proposal) =>
        QuotationFinder.Find(text, language).Where(q => !q.IsTerm(4)).ShouldAllBe(q => q.Proposal == proposal);

    [Theory]
    [InlineData("en", "He said “we will build the wall here” and left.")]
    [InlineData("en", "In the song contest he said: “We will win it this year.”")]
    [InlineData("en", "The company “has broken the law for years”, she said.")]
    [InlineData("en", "He said “Build The Wall Now And Lock Her Up!” twice.")]
    [InlineData("en", "The sign read “BUILD THE WALL IN THE HARBOUR” in red.")]
    [InlineData("de", "Die Partei: „Wir bauen die Mauer noch heute.“")]
    [InlineData("de", "Die Partei „ist am Ende und weiß es“, sagte sie.")]
    [InlineData("de", "Sie sagte der „Wir sind noch da und bleiben hier“ rufenden Menge nichts.")]
    public void Speech_is_not(string language, string text) => QuotationFinder.Find(text, language).ShouldAllBe(q => q.Proposal == null);

    [Fact]
    public void Many_words_in_title_case_are_neither_a_term_nor_proposed()
    {
        var words = string.Join(' ', Enumerable.Repeat("Wall", 36));
        foreach (var text in new[] { $"“{words}”", $"“{words.ToUpperInvariant()}”", $"“{string.Join(' ', Enumerable.Repeat("WALL", 13))}”" })
        {
            var found = QuotationFinder.Find(text, "en").ShouldHaveSingleItem();
            (found.IsTerm(4), found.Proposal).ShouldBe((false, null));
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
