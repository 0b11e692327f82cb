using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class SentenceFinderSpecs
{
    [Theory]
    [InlineData("It fell. It cost 3 million. It rained.", "cost 3", "It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", "It cost 3 million.", "It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", "fell. It", "It fell. It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", " cost ", "It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", ". ", "It fell.")]
    [InlineData("It fell. It cost 3 million. It rained.", " It c", "It cost 3 million.")]
    public void Part_of_a_sentence_is_all_of_it(string text, string part, string whole) => Widened(text, part).ShouldBe(whole);

    [Theory]
    [InlineData("It fell! It rose.", "fell", "It fell!")]
    [InlineData("Did it fall? It rose.", "fall", "Did it fall?")]
    [InlineData("It fell… It rose.", "fell", "It fell…")]
    [InlineData("It fell... It rose.", "fell", "It fell...")]
    [InlineData("It fell‽ It rose.", "fell", "It fell‽")]
    [InlineData("It fell?! It rose.", "fell", "It fell?!")]
    [InlineData("It fell.\nIt rose.", "fell", "It fell.")]
    [InlineData("It fell. “It rose,” he said.", "fell", "It fell.")]
    [InlineData("It fell. \"It rose,\" he said.", "fell", "It fell.")]
    [InlineData("Den faldt. »Vi bygger,« sagde han.", "faldt", "Den faldt.")]
    [InlineData("Den föll. ”Vi bygger,” sa han.", "föll", "Den föll.")]
    [InlineData("Broen falt. – Vi bygger, sa han.", "falt", "Broen falt.")]
    [InlineData("Cayó. ¿Quién lo dijo?", "Cay", "Cayó.")]
    [InlineData("It fell. ’Twas rain.", "fell", "It fell.")]
    [InlineData("It fell. (It rose.)", "fell", "It fell.")]
    [InlineData("It cost 3 million. 40 people came.", "40", "40 people came.")]
    [InlineData("It fell. Øystein rose.", "fell", "It fell.")]
    [InlineData("It fell. 𐐀 rose.", "fell", "It fell.")]
    [InlineData("It was in 1999. It rose.", "1999", "It was in 1999.")]
    [InlineData("Was it 12? Yes.", "Was", "Was it 12?")]
    [InlineData("See example.com. It fell.", "fell", "It fell.")]
    [InlineData("पुल गिर गया। बारिश हुई।", "गिर", "पुल गिर गया।")]
    [InlineData("هل سقط؟ نعم.", "سقط", "هل سقط؟")]
    [InlineData("پل گر گیا۔ بارش ہوئی۔", "گر", "پل گر گیا۔")]
    [InlineData("橋が落ちた。雨が降った。", "雨", "雨が降った。")]
    [InlineData("橋が落ちた！雨が降った？", "橋", "橋が落ちた！")]
    [InlineData("雨。“橋。”", "雨", "雨。")]
    public void A_terminal_ends_it_where_the_next_begins(string text, string part, string whole) => Widened(text, part).ShouldBe(whole);

    [Theory]
    [InlineData("She said … nothing at all.")]
    [InlineData("She said... nothing at all.")]
    [InlineData("The Yahoo! site fell.")]
    [InlineData("“Will it fall?” he asked.")]
    [InlineData("It cost 3.5 million.")]
    [InlineData("It cost $3.5.1 or .5 in all.")]
    [InlineData("価格は３．５万。")]
    [InlineData("「橋が落ちた。」と彼は言った。")]
    [InlineData("It fell. 🎈 rose.")]
    [InlineData("It fell. $3 million is gone.")]
    [InlineData("It fell.It rose.")]
    public void No_other_point_ends_a_sentence(string sentence) => IsOne(sentence);

    [Theory]
    [InlineData("Dr. Berg paid Mr. Lund, Mrs. Moe, Prof. Vik and Gen. Dahl.")]
    [InlineData("DR. BERG PAID MR. LUND.")]
    [InlineData("Berg Inc. Oslo paid Lund Jr. 3 million on Oct. 30 and Sept. 4 too.")]
    [InlineData("J. F. Lund and Å. Berg paid.")]
    [InlineData("The U.S. Army, the U.N. Council and a Ph.D. Student came at 3 p.m. Oslo time.")]
    [InlineData("It cost 3 million, e.g. Norwegian or i.e. Danish ones, approx. 40 of them.")]
    [InlineData("Approx. 40 came, cf. Berg et al. 1999, Fig. 3, No. 4, pp. 5 and 6 there.")]
    [InlineData("The court cited Roe v. Wade and Berg vs. Lund, c. 1999.")]
    [InlineData("Das ist z.B. Berlin bzw. Oslo, Nr. 3, vgl. Hr. Lund.")]
    [InlineData("Det var f.eks. Oslo kl. 3 og ca. 40 km, bl.a. Bergen.")]
    [InlineData("Mme. Roux et M. Blanc sont venus.")]
    [InlineData("Die Brücke fiel am 3. Mai ein.")]
    [InlineData("He paid (Berg Inc.) Three million.")]
    public void The_point_of_an_abbreviation_does_not_end_a_sentence(string sentence) => IsOne(sentence);

    [Theory]
    [InlineData("He said no. It fell.", "He said no.")]
    [InlineData("It will mar. It fell.", "It will mar.")]
    [InlineData("It was Mr? It fell.", "It was Mr?")]
    [InlineData("It was etc... It fell.", "It was etc...")]
    [InlineData("It was the costar. It fell.", "It was the costar.")]
    public void A_lookalike_of_an_abbreviation_ends_the_sentence(string text, string whole) =>
        Widened(text, "It fell").ShouldBe(text[(whole.Length + 1)..]);

    [Theory]
    [InlineData("It fell\n\nIt cost 3 million\n\nIt rained", "cost", "It cost 3 million")]
    [InlineData("It fell\r\n \r\nIt cost\n3 million", "cost", "It cost\n3 million")]
    [InlineData("It fell\n \t\nit cost", "cost", "it cost")]
    [InlineData("Dr.\n\nBerg paid.", "Berg", "Berg paid.")]
    [InlineData("It fell.\n\nIt rose. It cost.\n\nIt rained. So.", "cost.\n\nIt", "It cost.\n\nIt rained.")]
    public void A_paragraph_ends_it(string text, string part, string whole) => Widened(text, part).ShouldBe(whole);

    [Fact]
    public void A_line_does_not() => IsOne("It fell\r\nDown\nThere.");

    [Theory]
    [InlineData("“It fell. It rose,” he said. So.", "fell", "It fell.")]
    [InlineData("“It fell. It rose,” he said. So.", "rose", "It rose,” he said.")]
    [InlineData("“It fell. It rose,” he said. So.", "“It", "“It fell.")]
    [InlineData("“It fell. It rose.” So.", "rose", "It rose.")]
    [InlineData("“It fell. It rose.” So.", "rose.”", "It rose.”")]
    [InlineData("“It fell. It rose.” So.", "” ", "It rose.”")]
    [InlineData("(It fell. It rose.) So.", "fell", "It fell.")]
    [InlineData("'It fell.' It rained.", "fell", "It fell.")]
    [InlineData("\"It fell. It rose,\" he said.", "rose", "It rose,\" he said.")]
    [InlineData("« Il est tombé. Elle rit. »", "tomb", "Il est tombé.")]
    [InlineData("« Il est tombé. » Elle rit.", "rit", "Elle rit.")]
    public void Marks_without_their_partner_stay_outside(string text, string part, string whole) => Widened(text, part).ShouldBe(whole);

    [Theory]
    [InlineData("“We will rebuild the bridge,” said the mayor. So.", "rebuild", "“We will rebuild the bridge,” said the mayor.")]
    [InlineData("\"We will rebuild,\" he said. So.", "rebuild", "\"We will rebuild,\" he said.")]
    [InlineData("'We don't,' he said. So.", "don't", "'We don't,' he said.")]
    [InlineData("„Wir bauen sie,“ sagte er. So.", "bauen", "„Wir bauen sie,“ sagte er.")]
    [InlineData("»Vi bygger,« sagde han. So.", "bygger", "»Vi bygger,« sagde han.")]
    [InlineData("”Vi bygger,” sa han. So.", "bygger", "”Vi bygger,” sa han.")]
    [InlineData("« Il tombe », dit-il. So.", "tombe", "« Il tombe », dit-il.")]
    [InlineData("(Sic) it fell. So.", "fell", "(Sic) it fell.")]
    [InlineData("¿Cayó? Sí.", "Cay", "¿Cayó?")]
    [InlineData("He said: “It fell.” So.", "fell", "He said: “It fell.”")]
    [InlineData("He said: \"It fell.\" So.", "fell", "He said: \"It fell.\"")]
    [InlineData("He said: 'It fell.' So.", "fell", "He said: 'It fell.'")]
    [InlineData("He said: “‘It fell.’” So.", "fell", "He said: “‘It fell.’”")]
    [InlineData("Er sagte: „Sie fiel.“ So.", "fiel", "Er sagte: „Sie fiel.“")]
    [InlineData("Il dit : « Il tombe. » So.", "tombe", "Il dit : « Il tombe. »")]
    [InlineData("It fell (so he said.) So.", "fell", "It fell (so he said.)")]
    [InlineData("彼は「橋が落ちた。」 雨。", "橋", "彼は「橋が落ちた。」")]
    public void Marks_with_their_partner_are_part_of_it(string text, string part, string whole) => Widened(text, part).ShouldBe(whole);

    [Theory]
    [InlineData(8, 10)]
    [InlineData(9, 9)]
    [InlineData(0, 0)]
    public void No_words_are_no_sentence(int start, int end) =>
        SentenceFinder.Widen("It fell.  It rose.", new TextRange(start, end)).ShouldBe(new TextRange(start, end));

    [Fact]
    public void Whole_sentences_stay_unchanged() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[0, 60])
            .Select(
                (text, one, other) =>
                    (
                        Text: text,
                        Range: new TextRange(Math.Min(text.Length, Math.Min(one, other)), Math.Min(text.Length, Math.Max(one, other)))
                    )
            )
            .Where(c => !string.IsNullOrWhiteSpace(c.Range.Of(c.Text)))
            .Sample(
                (text, range) =>
                {
                    var words = range.Of(text).Trim();
                    var wide = SentenceFinder.Widen(text, range);
                    var why = $"«{text}» {range} {wide}";
                    wide.FitsIn(text).ShouldBeTrue(why);
                    wide.Of(text).ShouldBe(wide.Of(text).Trim(), why);
                    var at = text.IndexOf(words, range.Start, StringComparison.Ordinal);
                    (wide.Start <= at && at + words.Length <= wide.End).ShouldBeTrue(why);
                    SentenceFinder.Widen(text, wide).ShouldBe(wide, why);
                },
                iter: Cases
            );

    [Fact]
    public void Other_paragraphs_change_nothing() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[0, 60])
            .Sample(
                (text, one, other) =>
                {
                    var range = new TextRange(Math.Min(text.Length, Math.Min(one, other)), Math.Min(text.Length, Math.Max(one, other)));
                    var wide = SentenceFinder.Widen(text, range);
                    var among = SentenceFinder.Widen($"“(It\n\n{text}\n\n)” he said.", new TextRange(range.Start + 6, range.End + 6));
                    among.ShouldBe(new TextRange(wide.Start + 6, wide.End + 6), $"«{text}» {range}");
                },
                iter: Cases
            );

    [Theory]
    [InlineData("a. ")]
    [InlineData("A. ")]
    [InlineData("((((")]
    [InlineData("....")]
    [InlineData("\n ")]
    [InlineData("“. ")]
    [InlineData(". »")]
    [InlineData("a.a")]
    public void A_mebibyte_comes_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)) + " It fell.";
        SentenceFinder.Widen(text, new TextRange(text.Length - 5, text.Length)).Of(text).ShouldEndWith("It fell.");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("“‘", "’”")]
    [InlineData("« ", " »")]
    public void A_mebibyte_of_marks_and_their_partners_comes_to_an_end(string opening, string closing)
    {
        var depth = (1 << 19) / opening.Length;
        var text = "So " + string.Concat(Enumerable.Repeat(opening, depth)) + "it fell." + string.Concat(Enumerable.Repeat(closing, depth));
        SentenceFinder.Widen(text, new TextRange(0, 2)).ShouldBe(new TextRange(0, text.Length));
    }

    private static readonly string[] Pieces =
    [
        "a",
        "b",
        "A",
        "B",
        "3",
        "é",
        "🎈",
        "𐐀",
        "橋",
        ".",
        ".",
        "?",
        "!",
        "…",
        "。",
        "．",
        "।",
        " ",
        " ",
        " ",
        "\u00A0",
        "\n",
        "\n\n",
        "\r\n\r\n",
        "“",
        "”",
        "„",
        "‘",
        "’",
        "«",
        "»",
        "\"",
        "'",
        "(",
        ")",
        "「",
        "」",
        "–",
        "¿",
        ",",
        "Dr",
        "U.S",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(string.Concat);

    private static string Widened(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return SentenceFinder.Widen(text, new TextRange(at, at + part.Length)).Of(text);
    }

    /// <summary>Each of its words is extended to the whole sentence, and not beyond.</summary>
    private static void IsOne(string sentence)
    {
        var text = $"So it was. {sentence} That was it.";
        for (var i = 11; i < 11 + sentence.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                SentenceFinder.Widen(text, new TextRange(i, i + 1)).Of(text).ShouldBe(sentence);
            }
        }
    }
}
