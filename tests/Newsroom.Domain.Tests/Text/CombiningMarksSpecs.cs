namespace Newsroom.Domain.Tests.Text;

public sealed class CombiningMarksSpecs
{
    [Theory]
    [InlineData("\u0301", CombiningMarks.MaxConsecutive)]
    [InlineData("\u0301\u0316", CombiningMarks.MaxConsecutive / 2)]
    [InlineData("ข้", 10_000)]
    [InlineData("\U0001D165", CombiningMarks.MaxConsecutive)]
    public void As_many_marks_as_any_language_has_are_kept(string marks, int times) =>
        TextRules.Refuse(ArticleField.Body, "a" + string.Concat(Enumerable.Repeat(marks, times))).ShouldBeNull();

    [Theory]
    [InlineData("\u0301", CombiningMarks.MaxConsecutive + 1)]
    [InlineData("\u0301\u0316", 400)]
    [InlineData("\u05B0\u05C1", 400)]
    [InlineData("\U0001D165\U0001D16D", 200)]
    [InlineData("\u0301\u200B", CombiningMarks.MaxConsecutive + 1)]
    [InlineData("\u0301\u00AD\u0316\uFEFF", CombiningMarks.MaxConsecutive + 1)]
    public void More_marks_in_a_row_are_refused_in_every_field(string marks, int times)
    {
        foreach (var field in Enum.GetValues<ArticleField>())
        {
            TextRules
                .Refuse(field, "a" + string.Concat(Enumerable.Repeat(marks, times)))
                .ShouldNotBeNull()
                .Code.ShouldBe("combining-marks");
        }

        TextRules
            .RefuseCharacters("reason", "a" + string.Concat(Enumerable.Repeat(marks, times)))
            .ShouldNotBeNull()
            .Code.ShouldBe("combining-marks");
    }

    [Fact]
    public void A_mebibyte_of_marks_is_refused_at_once() =>
        TextRules
            .Refuse(ArticleField.Body, string.Concat(Enumerable.Repeat("\u0301\u0316", TextRules.MaxBytes / 4)))
            .ShouldNotBeNull()
            .Code.ShouldBe("combining-marks");

    [Fact]
    public void Combining_marks_written_as_entities_count() =>
        TextRules
            .Refuse(ArticleField.Body, "a" + string.Concat(Enumerable.Repeat("&#x301;&#x316;", 1000)))
            .ShouldNotBeNull()
            .Code.ShouldBe("combining-marks");
}
