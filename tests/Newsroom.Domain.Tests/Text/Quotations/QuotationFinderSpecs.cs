using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Quotations;

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
    public void Marks_of_every_kind_are_found_with_the_words_between_them(string text, string quotation) =>
        Find(text).ShouldBe([quotation]);

    [Fact]
    public void In_order_and_only_the_outermost() =>
        Find("“He told me “no, not ever, not us” and left,” she said. “And that was it then.”")
            .ShouldBe(["“He told me “no, not ever, not us” and left,”", "“And that was it then.”"]);

    [Fact]
    public void Other_marks_inside_are_part_of_it() =>
        Find("«Han sa “ja, det gjør vi nå” til oss»").ShouldBe(["«Han sa “ja, det gjør vi nå” til oss»"]);

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
    public void An_unclosed_mark_makes_no_quotation(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void One_that_is_never_closed_hides_none_behind_it() =>
        Find("“Left open. “We will rebuild it.” So.").ShouldBe(["“We will rebuild it.”"]);

    [Theory]
    [InlineData("“We will rebuild it.\n\n“And we will do it soon.”")]
    [InlineData("“We will rebuild it.\r\n\r\n“And then.\r\n\r\n“And we will do it soon.”")]
    [InlineData("\"We will rebuild it.\n\n\"And we will do it soon.\"")]
    [InlineData("«Vi bygger den.\n\n«Og det blir snart.»")]
    public void A_quotation_that_reopens_at_each_paragraph_is_one(string text) => Find(text + " So he said.").ShouldBe([text]);

    [Fact]
    public void A_paragraph_that_does_not_reopen_ends_it() =>
        Find("“We will rebuild it.\n\nSo he said. “And we will do it soon.”").ShouldBe(["“And we will do it soon.”"]);

    [Fact]
    public void A_text_of_nothing_but_opening_marks_is_read_to_its_end() => Find(new string('“', 350_000)).ShouldBeEmpty();

    [Fact]
    public void A_text_of_opening_marks_and_one_closing_mark_is_read_to_its_end() =>
        Find(new string('“', 350_000) + "He will not come back”").ShouldBe(["“He will not come back”"]);

    [Fact]
    public void A_closed_quotation_is_inside_an_unclosed_one() =>
        Find("“So “he will not come back” and\n\nThen “she will not come back”, twice.")
            .ShouldBe(["“he will not come back”", "“she will not come back”"]);

    [Theory]
    [InlineData("‘We are not leaving the harbour,’ said Moe.", "‘We are not leaving the harbour,’")]
    [InlineData("'We are not leaving the harbour,' said Moe.", "'We are not leaving the harbour,'")]
    [InlineData("‘He told me “no” and went home,’ said Moe.", "‘He told me “no” and went home,’")]
    [InlineData("She said: ‘The workers’ pay is a disgrace,’ and sat down.", "‘The workers’ pay is a disgrace,’")]
    [InlineData("She said: 'The workers' pay is a disgrace,' and sat down.", "'The workers' pay is a disgrace,'")]
    [InlineData("‘I don’t think we’re finished,’ said Moe.", "‘I don’t think we’re finished,’")]
    [InlineData("‘It was the ’90s, and nobody asked,’ said Moe.", "‘It was the ’90s, and nobody asked,’")]
    [InlineData("``We are not leaving the harbour,'' said Moe.", "``We are not leaving the harbour,''")]
    [InlineData("“We are not leaving the harbour,\" said Moe.", "“We are not leaving the harbour,\"")]
    [InlineData("\"We are not leaving the harbour,” said Moe.", "\"We are not leaving the harbour,”")]
    [InlineData("Moe, speaking at the gate:\"We are not leaving the harbour.\"", "\"We are not leaving the harbour.\"")]
    [InlineData("“We cut a 6\" pipe, and then a 12\" one,” said Moe.", "“We cut a 6\" pipe, and then a 12\" one,”")]
    [InlineData("\"We cut a 6\" pipe and went home,\" said Moe.", "\"We cut a 6\" pipe and went home,\"")]
    [InlineData("\"We waited until half past 6\" was all he said.", "\"We waited until half past 6\"")]
    [InlineData("The sign read «no entry after dark» in paint.", "«no entry after dark»")]
    [InlineData("“We waited—and waited—” he broke off.", "“We waited—and waited—”")]
    [InlineData("“[The] harbour will not close,” said Moe.", "“[The] harbour will not close,”")]
    [InlineData("“… and then the wall went,” said Moe.", "“… and then the wall went,”")]
    [InlineData("“£40 million is not enough,” said Moe.", "“£40 million is not enough,”")]
    public void English_marks(string text, string quotation) => Find(text, "en-GB").ShouldBe([quotation]);

    [Theory]
    [InlineData("„Wir lassen den Hafen nicht im Stich“, sagte Moe.", "„Wir lassen den Hafen nicht im Stich“")]
    [InlineData("„Wir lassen den Hafen nicht im Stich”, sagte Moe.", "„Wir lassen den Hafen nicht im Stich”")]
    [InlineData("„Wir lassen den Hafen nicht im Stich\", sagte Moe.", "„Wir lassen den Hafen nicht im Stich\"")]
    [InlineData("»Wir lassen den Hafen nicht im Stich«, sagte Moe.", "»Wir lassen den Hafen nicht im Stich«")]
    [InlineData("«Wir lassen den Hafen nicht im Stich», sagte Moe.", "«Wir lassen den Hafen nicht im Stich»")]
    [InlineData("“Wir lassen den Hafen nicht im Stich“, sagte Moe.", "“Wir lassen den Hafen nicht im Stich“")]
    [InlineData("„Er sagte ‚nein‘ und ging einfach weg“, sagte Moe.", "„Er sagte ‚nein‘ und ging einfach weg“")]
    [InlineData("„Die ‚Möwe‘ läuft morgen wieder aus“, hieß es.", "„Die ‚Möwe‘ läuft morgen wieder aus“")]
    [InlineData("‚Wir lassen den Hafen nicht im Stich‘, sagte Moe.", "‚Wir lassen den Hafen nicht im Stich‘")]
    [InlineData("Er rief: „Das war's dann wohl für heute!“", "„Das war's dann wohl für heute!“")]
    public void German_marks(string text, string quotation) => Find(text, "de-AT").ShouldBe([quotation]);

    [Theory]
    [InlineData("«\u00a0Nous ne quitterons pas le port\u00a0», dit Moe.", "«\u00a0Nous ne quitterons pas le port\u00a0»")]
    [InlineData("«\u202fNous ne quitterons pas le port\u202f», dit Moe.", "«\u202fNous ne quitterons pas le port\u202f»")]
    [InlineData("« Nous ne quitterons pas le port », dit Moe.", "« Nous ne quitterons pas le port »")]
    [InlineData("« Il m’a dit “non” et il est parti », dit Moe.", "« Il m’a dit “non” et il est parti »")]
    [InlineData("“Nous ne quitterons pas l’ancien port”, dit Moe.", "“Nous ne quitterons pas l’ancien port”")]
    [InlineData("« Nous restons au port.\n\n« Et demain aussi », dit Moe.", "« Nous restons au port.\n\n« Et demain aussi »")]
    [InlineData("« Nous restons au port.\n\n» Et demain aussi », dit Moe.", "« Nous restons au port.\n\n» Et demain aussi »")]
    [InlineData("« Aujourd'hui, l'eau est montée », dit Moe.", "« Aujourd'hui, l'eau est montée »")]
    public void French_marks(string text, string quotation) => Find(text, "fr-CA").ShouldBe([quotation]);

    [Theory]
    [InlineData("«No vamos a dejar el puerto», dijo Moe.", "«No vamos a dejar el puerto»")]
    [InlineData("“No vamos a dejar el puerto”, dijo Moe.", "“No vamos a dejar el puerto”")]
    [InlineData("«¿Quién va a dejar el puerto?», preguntó Moe.", "«¿Quién va a dejar el puerto?»")]
    [InlineData("\"¡No vamos a dejar el puerto!\", gritó Moe.", "\"¡No vamos a dejar el puerto!\"")]
    [InlineData("«Me dijo “vete” y no volvió», dijo Moe.", "«Me dijo “vete” y no volvió»")]
    [InlineData("«No lo dejamos.\n\n»Tampoco mañana, ni nunca», dijo Moe.", "«No lo dejamos.\n\n»Tampoco mañana, ni nunca»")]
    public void Spanish_marks(string text, string quotation) => Find(text, "es").ShouldBe([quotation]);

    [Theory]
    [InlineData("sv", "”Vi lämnar inte hamnen”, sade Moe.", "”Vi lämnar inte hamnen”")]
    [InlineData("sv", "»Vi lämnar inte hamnen», sade Moe.", "»Vi lämnar inte hamnen»")]
    [InlineData("sv", "’Vi lämnar inte hamnen’, sade Moe.", "’Vi lämnar inte hamnen’")]
    [InlineData("sv", "”Han sade ’nej’ och gick hem”, sade Moe.", "”Han sade ’nej’ och gick hem”")]
    [InlineData("fi", "”Emme jätä satamaa nyt”, sanoi Moe.", "”Emme jätä satamaa nyt”")]
    [InlineData("da", "»Vi forlader ikke havnen«, sagde Moe.", "»Vi forlader ikke havnen«")]
    [InlineData("nb", "«Vi drar ikke fra havna», sa Moe.", "«Vi drar ikke fra havna»")]
    [InlineData("nb", "«Han sa ‘nei’ og gikk hjem», sa Moe.", "«Han sa ‘nei’ og gikk hjem»")]
    [InlineData("pl", "„Nie opuścimy naszego portu”, powiedział Moe.", "„Nie opuścimy naszego portu”")]
    [InlineData("cs", "„Náš přístav přece neopustíme,“ řekl Moe.", "„Náš přístav přece neopustíme,“")]
    [InlineData("ru", "«Мы не покинем эту гавань», — сказал Моэ.", "«Мы не покинем эту гавань»")]
    [InlineData("ru", "«Он сказал „нет“ и ушёл домой», — сказал Моэ.", "«Он сказал „нет“ и ушёл домой»")]
    [InlineData("it", "«Non lasceremo mai il porto», ha detto Moe.", "«Non lasceremo mai il porto»")]
    [InlineData("nl", "‘We gaan de haven niet uit’, zei Moe.", "‘We gaan de haven niet uit’")]
    [InlineData("ja", "モエ氏は「私たちは港を離れません」と述べた。", "「私たちは港を離れません」")]
    [InlineData("ja", "「彼は『いやだ』と言って帰りました」と述べた。", "「彼は『いやだ』と言って帰りました」")]
    [InlineData("zh", "他说：“我们绝不会离开这个港口。”", "“我们绝不会离开这个港口。”")]
    [InlineData("tlh", "“We are not leaving the harbour.”", "“We are not leaving the harbour.”")]
    public void Marks_of_other_languages(string language, string text, string quotation) => Find(text, language).ShouldBe([quotation]);

    [Theory]
    [InlineData("The workers’ pay and the owners’ profit were never spoken of in one breath.")]
    [InlineData("The workers' pay and the owners' profit were never spoken of in one breath.")]
    [InlineData("Rock ’n’ roll was what they came for in the ’60s and ’70s.")]
    [InlineData("Rock 'n' roll was what they came for in the '60s and '70s.")]
    [InlineData("He stood 6' 2\" tall, and the door was 5'10\" high, no more.")]
    [InlineData("Boards of 2\" by 4\" and 6\" by 8\" lay on the quay.")]
    [InlineData("O'Malley didn't say when they'd be back, 'cause he didn't know.")]
    [InlineData("L’eau n’est pas montée, qu’on se le dise ; c’est l’essentiel.")]
    [InlineData("The boat lay at 59° 54' 12\" north and 10° 44' 46\" east that night.")]
    [InlineData("彼は「はい」と答えた。")]
    public void Apostrophes_possessives_inches_and_decades_are_no_quotations(string text) => Find(text, "en").ShouldBeEmpty();

    [Fact]
    public void Apostrophes_around_a_quotation_do_not_hide_it() =>
        Find("'Cause he said \"we shall not be moved\" about the workers' pay.", "en").ShouldBe(["\"we shall not be moved\""]);

    [Fact]
    public void An_apostrophe_that_looks_like_an_opening_mark_does_not_hide_a_quotation() =>
        Find("In the ‘old town’s bar “we shall not be moved” was sung by the workers’ choir.", "en").ShouldBe(["“we shall not be moved”"]);

    [Theory]
    [InlineData("“We will rebuild it. And left.", "“We will rebuild it. And left.")]
    [InlineData("Left open: “so. “We will rebuild it.” So.", "“so.")]
    [InlineData("« Nous restons au port, dit Moe.", "« Nous restons au port, dit Moe.")]
    [InlineData("\"We will rebuild it, he said.  ", "\"We will rebuild it, he said.")]
    public void An_open_double_mark_extends_to_the_end_of_its_paragraph(string text, string open) =>
        QuotationFinder.Find(text, "en").Where(q => !q.IsClosed).Select(q => q.Range.Of(text)).ShouldBe([open]);

    [Theory]
    [InlineData("‘We will rebuild it. And left.", "‘We will rebuild it. And left.")]
    [InlineData("’We will rebuild it. And left.", "’We will rebuild it. And left.")]
    [InlineData("He said: 'we will rebuild it. And left.", "'we will rebuild it. And left.")]
    [InlineData("We will rebuild it.” And left.", "We will rebuild it.”")]
    [InlineData("We will rebuild it,’ he said.", "We will rebuild it,’")]
    [InlineData("One. “Two.” Three.” And left.", "Three.”")]
    [InlineData("„ „ „We will", "„ „ „We will")]
    [InlineData("“We will.\n\n“We must.\n\n“We do. So he said.", "“We will.\n\n“We must.\n\n“We do. So he said.")]
    public void Every_mark_without_a_partner_is_reported(string text, string open) =>
        QuotationFinder.Find(text, "en").Where(q => !q.IsClosed).Select(q => q.Range.Of(text)).ShouldBe([open]);

    [Fact]
    public void Both_ends_of_a_quotation_that_continues_without_a_mark_are_reported() =>
        QuotationFinder
            .Find("“Yes.\n\nWe will build the wall here and you will all pay for it,” he said.", "en")
            .Select(q => (q.IsClosed, q.IsTerm(4)))
            .ShouldBe([(false, false), (false, false)]);

    [Theory]
    [InlineData("'Tis the season of '62, they said.", 0)]
    [InlineData("“He said ‘no to us,” she said.", 1)]
    public void Known_elisions_decades_and_marks_within_a_closed_quotation_are_not(string text, int closed) =>
        QuotationFinder.Find(text, "en").Select(q => q.IsClosed).ShouldBe(Enumerable.Repeat(true, closed));

    [Fact]
    public void Terms_and_titles_are_given_too_and_known_as_such() =>
        QuotationFinder
            .Find("The “new bridge”, “The Long Way Home” and “a bridge too far away”", "en")
            .Select(q => (q.Words, q.IsTerm(4), q.IsTerm(6)))
            .ShouldBe([(2, true, true), (4, true, true), (5, false, true)]);

    [Fact]
    public void Figures_alone_are_no_title() => Find("The code was “4 8 15 16 23”.", "en").ShouldBe(["“4 8 15 16 23”"]);

    [Theory]
    [InlineData("‘a ")]
    [InlineData("'a ")]
    [InlineData("“a ‘b ")]
    [InlineData("“\n\n")]
    [InlineData("\"a\"b ")]
    [InlineData("``a ''b ")]
    [InlineData("‚a ‘b’ s' ")]
    [InlineData("«»")]
    [InlineData("\"a\" 's' 5' ")]
    public void Whatever_the_marks_a_long_text_is_read_to_its_end(string marks)
    {
        var text = string.Concat(Enumerable.Repeat(marks, 1_000_000 / marks.Length));
        var found = QuotationFinder.Find(text, "en").ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(q => q.Range.FitsIn(text));
    }

    [Fact]
    public void Many_single_marks_that_open_or_close_are_read_to_their_end()
    {
        string[] pieces = ["‘a ", "b‘ ", "b’ "];
        var singles = string.Concat(pieces.Select(piece => string.Concat(Enumerable.Repeat(piece, 100_000))));
        QuotationFinder.Find($"‚a “x” {singles}", "en").ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Find(string text, string language = "en") =>
        QuotationFinder.Find(text, language).Where(q => q.IsClosed && !q.IsTerm(QuotationFinder.MinWords)).Select(q => q.Range.Of(text));
}
