using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class TextDiffSpecs
{
    [Fact]
    public void Nothing_changed_is_no_edit() => TextDiff.Between("It fell.", "It fell.").ShouldBeEmpty();

    [Fact]
    public void Edits_are_by_words() =>
        TextDiff
            .Between("We will rebuild the bridge.", "We may rebuild the old bridge.")
            .ShouldBe([new TextEdit(3, "will", "may"), new TextEdit(19, "", " old")]);

    [Fact]
    public void A_letter_is_a_word_changed() =>
        TextDiff.Between("It cost 3 million.", "It cost 30 million.").ShouldBe([new TextEdit(8, "3", "30")]);

    [Theory]
    [InlineData("", "It fell.")]
    [InlineData("It fell.", "")]
    public void From_and_to_nothing(string before, string after) =>
        TextDiff.Between(before, after).ShouldBe([new TextEdit(0, before, after)]);

    [Fact]
    public void Unchanged_paragraphs_are_untouched()
    {
        const string Before = "The bridge fell.\n\nNobody was hurt, said the mayor.\n\nThe bridge is old.\n\nIt will be rebuilt.\n";
        const string After =
            "The bridge fell down.\n\nNobody was hurt, said the mayor.\n\nWho knew?\n\nThe bridge is old.\n\nIt may be rebuilt.\n";
        TextDiff
            .Between(Before, After)
            .ShouldBe([new TextEdit(15, "", " down"), new TextEdit(52, "", "Who knew?\n\n"), new TextEdit(75, "will", "may")]);
    }

    [Fact]
    public void Paragraphs_that_all_changed_are_compared_each_with_its_own()
    {
        const string Before = "- salt\n- oil\n\n- flour\n- oil\n";
        TextDiff
            .Between(Before, "- salt\n- oil, warm\n\n- oil\n")
            .ShouldBe([new TextEdit(12, "", ", warm"), new TextEdit(14, "- flour\n", "")]);
        TextDiff.Between(Before, "- salt\n\n- oil\n").ShouldBe([new TextEdit(7, "- oil\n", ""), new TextEdit(14, "- flour\n", "")]);
    }

    [Fact]
    public void A_paragraph_moved_behind_longer_ones_is_taken_out_and_put_in_whole() =>
        TextDiff
            .Between("One.\nTwo.\nThree.\n", "Two.\nThree.\nOne.\n")
            .ShouldBe([new TextEdit(0, "One.\n", ""), new TextEdit(17, "", "One.\n")]);

    [Theory]
    [InlineData("a 😀 b", "a 😁 b", 2, "😀", "😁")] // the two share their first code unit
    [InlineData("a 🌉 b", "a 😉 b", 2, "🌉", "😉")] // and these their second
    [InlineData("a\r\nb", "a\nb", 1, "\r\n", "\n")]
    [InlineData("a\nb", "a\r\nb", 1, "\n", "\r\n")]
    [InlineData("a\rb", "a\r\nb", 1, "\r", "\r\n")]
    [InlineData("cafe x", "cafe\u0301 x", 0, "cafe", "cafe\u0301")]
    [InlineData("cafe\u0301 x", "cafe\u0300 x", 0, "cafe\u0301", "cafe\u0300")]
    [InlineData("a ❤ b", "a ❤\uFE0F b", 2, "❤", "❤\uFE0F")]
    [InlineData("a \U0001D15E b", "a \U0001D15E\U0001D165 b", 2, "\U0001D15E", "\U0001D15E\U0001D165")] // combining marks outside the BMP
    [InlineData("می\u200Cخواهم", "می خواهم", 0, "می\u200Cخواهم", "می خواهم")] // a joiner is inside a word
    public void No_edit_splits_a_character(string before, string after, int at, string remove, string insert) =>
        TextDiff.Between(before, after).ShouldBe([new TextEdit(at, remove, insert)]);

    [Fact]
    public void A_mebibyte_of_other_words_comes_to_an_end()
    {
        var random = new Random(20260302);
        var (before, after) = (Words(random), Words(random));
        TextDiff.Between(before, after).Apply(before).ShouldBe(after);
    }

    [Fact]
    public void A_mebibyte_of_two_words_taking_turns_comes_to_an_end()
    {
        var before = string.Concat(Enumerable.Repeat("a b ", 1 << 18));
        var after = string.Concat(Enumerable.Repeat("b a ", 1 << 18));
        TextDiff.Between(before, after).Apply(before).ShouldBe(after);
    }

    [Fact]
    public void Two_hundred_thousand_short_lines_come_to_an_end()
    {
        var random = new Random(20260302);
        var (before, after) = (Lines(random), Lines(random));
        TextDiff.Between(before, after).Apply(before).ShouldBe(after);
    }

    [Fact]
    public void Words_that_are_alone_only_between_others_come_to_an_end()
    {
        // Each round of anchors finds one, and makes the next one an anchor: the deepest recursion for a text of this size.
        var before = Nested(300, "x");
        var after = Nested(300, "y");
        TextDiff.Between(before, after).Apply(before).ShouldBe(after);
    }

    private static string Words(Random random) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, (1 << 20) / 6)
                .Select(_ => random.Next(100_000).ToString("D5", System.Globalization.CultureInfo.InvariantCulture))
        );

    private static string Lines(Random random) =>
        string.Concat(Enumerable.Range(0, 200_000).Select(_ => $"{(char)('a' + random.Next(26))}{random.Next(10)}\n"));

    private static string Nested(int depth, string end)
    {
        var words = new List<string>();
        for (var level = 1; level <= depth; level++)
        {
            words.Add($"u{level}");
            words.AddRange(Enumerable.Range(1, level - 1).Select(n => $"u{n}"));
            words.Add(end);
        }

        return $"{end} {string.Join(' ', words)}";
    }
}
