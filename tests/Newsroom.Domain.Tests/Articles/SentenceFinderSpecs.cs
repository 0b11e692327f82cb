using CsCheck;

namespace Newsroom.Domain.Tests.Articles;

public sealed class SentenceFinderSpecs
{
    [Theory]
    [InlineData("It fell. It cost 3 million. It rained.", "cost 3", "It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", "It cost 3 million.", "It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", "fell. It", "It fell. It cost 3 million.")]
    [InlineData("It fell. It cost 3 million. It rained.", ". ", "It fell.")]
    [InlineData("It fell! Did it? Yes… It did.", "Did", "Did it?")]
    [InlineData("It fell! Did it? Yes… It did.", "Yes", "Yes…")]
    [InlineData("It fell\n\nIt cost 3 million\n\nIt rained", "cost", "It cost 3 million")]
    [InlineData("It fell\r\n \r\nIt cost\n3 million", "cost", "It cost\n3 million")]
    [InlineData("Dr. Berg paid Mr. J. F. Lund of the U.S. Army on Oct. 3. It rained.", "paid", "Dr. Berg paid Mr. J. F. Lund of the U.S. Army on Oct. 3. It rained.")]
    [InlineData("It cost 3.5 million. It rained.", "cost", "It cost 3.5 million.")]
    [InlineData("She said … nothing at all. It rained.", "nothing", "She said … nothing at all.")]
    [InlineData("It cost 3 million, e.g. for steel. It rained.", "steel", "It cost 3 million, e.g. for steel.")]
    [InlineData("“We will rebuild the bridge,” said the mayor. It cost 3 million.", "rebuild", "“We will rebuild the bridge,” said the mayor.")]
    [InlineData("“It fell. It rose,” he said. So.", "fell", "It fell.")]
    [InlineData("“It fell. It rose,” he said. So.", "rose", "It rose,” he said.")]
    [InlineData("“It fell. It rose,” he said. So.", "“It", "“It fell.")]
    [InlineData("He said: “It fell.” It rained.", "fell", "He said: “It fell.”")]
    [InlineData("He said: \"It fell.\" It rained.", "fell", "He said: \"It fell.\"")]
    [InlineData("It fell (so he said.) It rained.", "fell", "It fell (so he said.)")]
    [InlineData("Die Brücke fiel am 3. Mai ein. Es regnete.", "fiel", "Die Brücke fiel am 3. Mai ein.")]
    [InlineData("橋が落ちた。雨が降った。", "雨", "雨が降った。")]
    [InlineData("पुल गिर गया। बारिश हुई।", "गिर", "पुल गिर गया।")]
    [InlineData("It cost 3 million. 40 people came.", "40", "40 people came.")]
    [InlineData("It is 🎈. It fell.", "fell", "It fell.")]
    public void Part_of_a_sentence_is_all_of_it(string text, string part, string whole)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        SentenceFinder.Widen(text, new TextRange(at, at + part.Length)).Of(text).ShouldBe(whole);
    }

    [Fact]
    public void No_words_are_no_sentence() => SentenceFinder.Widen("It fell.  It rose.", new TextRange(8, 10)).ShouldBe(new TextRange(8, 10));

    [Fact]
    public void What_is_whole_stays_and_nothing_is_left_out() => Gen.Select(
            Gen.String[Gen.Char["aAbB. .?!…“”\"'()»«3\n\n 。é\uD83C\uDF88"], 0, 40].Where(t => !HasLoneSurrogates(t)), Gen.Int[0, 40], Gen.Int[0, 40]).Sample(
        (text, one, other) =>
        {
            var range = new TextRange(Math.Min(text.Length, Math.Min(one, other)), Math.Min(text.Length, Math.Max(one, other)));
            if (!range.FitsIn(text) || string.IsNullOrWhiteSpace(range.Of(text)))
            {
                return;
            }

            var wide = SentenceFinder.Widen(text, range);
            wide.FitsIn(text).ShouldBeTrue();
            wide.Of(text).ShouldContain(range.Of(text).Trim());
            SentenceFinder.Widen(text, wide).ShouldBe(wide, $"«{text}» {range} {wide}");
        },
        iter: Cases);

    [Theory]
    [InlineData("a. ")]
    [InlineData("A. ")]
    [InlineData("((((")]
    [InlineData("...")]
    [InlineData("\n ")]
    [InlineData("“. ")]
    public void A_mebibyte_comes_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)) + " It fell.";
        SentenceFinder.Widen(text, new TextRange(text.Length - 5, text.Length)).Of(text).ShouldEndWith("It fell.");
    }

    private static bool HasLoneSurrogates(string text) => text.Where((c, i) => char.IsSurrogate(c)
        && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]))).Any();
}
