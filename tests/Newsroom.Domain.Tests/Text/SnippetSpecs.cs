using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class SnippetSpecs
{
    [Theory]
    [InlineData("The Crème was cold.", "creme", "Crème")]
    [InlineData("THE WALL, the wall", "wall", "WALL|wall")]
    [InlineData("break\u00ADwater", "breakwater", "break\u00ADwater")]
    [InlineData("市长说建墙", "建墙", "建墙")]
    [InlineData("市长说建墙", "墙", "墙")]
    [InlineData("𠀋𠀌x", "𠀋𠀌", "𠀋𠀌")]
    [InlineData("o’Connor", "connor", "Connor")]
    [InlineData("ﬁle", "file", "ﬁle")]
    public void Words_are_found_as_they_are_written(string text, string word, string found) =>
        string.Join('|', FoldedWord.Of(text, _ => true).Where(w => w.Text == word).Select(w => w.Range.Of(text))).ShouldBe(found);

    [Fact]
    public void Words_of_ASCII_are_left_out_by_their_first_character() =>
        FoldedWord.Of("Pier, quay and Pärnu", c => c == 'p').Select(word => word.Text).ShouldBe(["pier", "parnu"]);

    [Fact]
    public void A_snippet_has_the_most_matches()
    {
        var text = $"wall {new string('x', 400)} the wall and the wall on the quay {new string('y', 400)}";
        var snippet = Snippet.Of(ArticleField.Body, text, Matches(text, "wall", "quay"));
        snippet.Marks.Select(mark => mark.Of(snippet.Text)).ShouldBe(["wall", "wall", "quay"]);
        snippet.Text.Length.ShouldBeLessThanOrEqualTo(Snippet.MaxLength);
        text[snippet.Start..].ShouldStartWith(snippet.Text);
    }

    [Fact]
    public void A_text_without_matches_is_shown_from_its_beginning() =>
        Snippet.Of(ArticleField.Standfirst, "It rains.", []).ShouldSatisfyAllConditions(
            s => s.Text.ShouldBe("It rains."),
            s => s.Marks.ShouldBeEmpty(),
            s => s.Start.ShouldBe(0)
        );

    [Fact]
    public void A_snippet_is_a_part_of_the_text_and_splits_no_character() =>
        Gen.String[Gen.OneOf(Gen.Char["ab \n市墙é\u0301<>&*"], Gen.Const('\uD840')), 0, 900]
            .Sample(
                raw =>
                {
                    var text = raw.Replace("\uD840", "𠀋", StringComparison.Ordinal);
                    var matches = FoldedWord.Of(text, _ => true).Where(word => word.Text.Contains('a') || word.IsPair).Select(w => w.Range);
                    var snippet = Snippet.Of(ArticleField.Body, text, [.. matches]);
                    var range = new TextRange(snippet.Start, snippet.Start + snippet.Text.Length);
                    range.FitsIn(text).ShouldBeTrue();
                    range.Of(text).ShouldBe(snippet.Text);
                    range.Length.ShouldBeLessThanOrEqualTo(Snippet.MaxLength);
                    snippet.Marks.ShouldAllBe(mark => mark.FitsIn(snippet.Text) && !mark.IsEmpty);
                },
                iter: Cases
            );

    private static List<TextRange> Matches(string text, params string[] words) =>
        [.. FoldedWord.Of(text, _ => true).Where(word => words.Contains(word.Text)).Select(word => word.Range)];
}
