namespace Newsroom.Domain.Tests.Text;

public sealed class TextRangeSpecs
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 4, true)]
    [InlineData(1, 3, true)]
    [InlineData(4, 4, true)]
    [InlineData(2, 3, false)]
    [InlineData(1, 2, false)]
    [InlineData(-1, 1, false)]
    [InlineData(3, 1, false)]
    [InlineData(0, 5, false)]
    [InlineData(int.MinValue, int.MaxValue, false)]
    public void A_range_fits_a_text_it_lies_in_without_splitting_a_character(int start, int end, bool fits) =>
        new TextRange(start, end).FitsIn("a🌉b").ShouldBe(fits);

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(0, 4, true)]
    [InlineData(4, 5, true)]
    [InlineData(6, 9, true)]
    [InlineData(7, 9, false)]
    [InlineData(5, 5, true)]
    [InlineData(3, 3, false)]
    public void Ranges_that_only_meet_do_not_overlap(int start, int end, bool overlap)
    {
        new TextRange(start, end).Overlaps(new TextRange(3, 7)).ShouldBe(overlap);
        new TextRange(3, 7).Overlaps(new TextRange(start, end)).ShouldBe(overlap);
    }

    [Theory]
    [InlineData("It fell, twice.", "It| |fell|,| |twice|.")]
    [InlineData("a  \tb\r\n\r\nc\rd", "a|  \t|b|\r\n|\r\n|c|\r|d")]
    [InlineData("don't 3,5", "don|'|t| |3|,|5")]
    [InlineData("“So”—he", "“|So|”|—|he")]
    [InlineData("🌉🌉 ❤\uFE0Fa", "🌉|🌉| |❤\uFE0F|a")]
    [InlineData("cafe\u0301s", "cafe\u0301s")]
    [InlineData("", "")]
    public void Tokens_are_words_white_space_line_ends_and_single_marks(string text, string tokens) =>
        string.Join('|', TextTokens.Of(text)).ShouldBe(tokens);
}
