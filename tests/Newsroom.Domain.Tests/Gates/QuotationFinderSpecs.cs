namespace Newsroom.Domain.Tests.Gates;

public sealed class QuotationFinderSpecs
{
    [Theory]
    [InlineData("He said: “We will rebuild it.” And left.", "“We will rebuild it.”")]
    [InlineData("He said: \"We will rebuild it.\" And left.", "\"We will rebuild it.\"")]
    [InlineData("Han sa: «Vi bygger den opp igjen.» Og gikk.", "«Vi bygger den opp igjen.»")]
    [InlineData("Han sagde: »Vi bygger den op igen.« Og gik.", "»Vi bygger den op igen.«")]
    [InlineData("Er sagte: „Wir bauen sie wieder auf.“ Und ging.", "„Wir bauen sie wieder auf.“")]
    [InlineData("(“We will rebuild it.”)", "“We will rebuild it.”")]
    [InlineData("“We will rebuild it.”", "“We will rebuild it.”")]
    [InlineData("“We will\nrebuild it.”", "“We will\nrebuild it.”")]
    [InlineData("“We will\r\nrebuild it.”", "“We will\r\nrebuild it.”")]
    [InlineData("“Don't you know we ‘rebuild’?”", "“Don't you know we ‘rebuild’?”")]
    [InlineData("**“We will rebuild it.”**", "“We will rebuild it.”")]
    public void Marks_of_every_kind_are_found_with_the_words_between_them(string text, string quotation) => Find(text).ShouldBe([quotation]);

    [Fact]
    public void In_order_and_only_the_outermost() =>
        Find("“He told me “no, not ever, not us” and left,” she said. “And that was it then.”").ShouldBe(["“He told me “no, not ever, not us” and left,”", "“And that was it then.”"]);

    [Fact]
    public void Other_marks_inside_are_part_of_it() => Find("«Han sa “ja, det gjør vi nå” til oss»").ShouldBe(["«Han sa “ja, det gjør vi nå” til oss»"]);

    [Theory]
    [InlineData("the so-called “new bridge”")]
    [InlineData("the so-called “very new bridge”")]
    [InlineData("“… — 3 … new bridges!”")]
    [InlineData("the film “The Bridge On The River Kwai”")]
    [InlineData("the film “2001: A Space Odyssey”")]
    [InlineData("“”")]
    public void Up_to_three_words_or_all_in_title_case_is_a_term(string text) => Find(text).ShouldBeEmpty();

    [Theory]
    [InlineData("“a very new bridge”")]
    [InlineData("“The Bridge on the River Kwai”")]
    public void Four_words_with_one_in_lower_case_are_a_quotation(string text) => Find(text).ShouldBe([text]);

    [Theory]
    [InlineData("“We will rebuild it. And left.")]
    [InlineData("“We will rebuild it.\n\nAnd left.”")]
    [InlineData("“We will rebuild it.\r\n\r\nAnd left.”")]
    [InlineData("“We will rebuild it.\n \t\nAnd left.”")]
    [InlineData("We will rebuild it.” And “left")]
    [InlineData("\"We will rebuild it.")]
    [InlineData("a board of 6\" by 8\" and 4\" by 2\" in all")]
    public void What_is_never_closed_is_no_quotation(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void One_that_is_never_closed_hides_none_behind_it() => Find("“Left open. “We will rebuild it.” So.").ShouldBe(["“We will rebuild it.”"]);

    [Theory]
    [InlineData("“We will rebuild it.\n\n“And we will do it soon.”")]
    [InlineData("“We will rebuild it.\r\n\r\n“And then.\r\n\r\n“And we will do it soon.”")]
    [InlineData("\"We will rebuild it.\n\n\"And we will do it soon.\"")]
    [InlineData("«Vi bygger den.\n\n«Og det blir snart.»")]
    public void A_quotation_that_reopens_at_each_paragraph_is_one(string text) => Find(text + " So he said.").ShouldBe([text]);

    [Fact]
    public void A_paragraph_that_does_not_reopen_ends_it() => Find("“We will rebuild it.\n\nSo he said. “And we will do it soon.”").ShouldBe(["“And we will do it soon.”"]);

    [Fact]
    public void A_text_of_nothing_but_opening_marks_is_read_to_its_end() => Find(new string('“', 350_000)).ShouldBeEmpty();

    [Fact]
    public void So_is_one_where_a_single_mark_closes() => Find(new string('“', 350_000) + "He will not come back”").ShouldBe(["“He will not come back”"]);

    [Fact]
    public void A_quotation_that_is_closed_stands_in_one_that_is_not() => Find("“So “he will not come back” and\n\nThen “she will not come back”, twice.").ShouldBe(["“he will not come back”", "“she will not come back”"]);

    private static IEnumerable<string> Find(string text) => QuotationFinder.Find(text, "en").Where(q => !q.IsTerm(4) && q.IsClosed).Select(q => q.Range.Of(text));
}
