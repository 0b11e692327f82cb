using System.Collections.Immutable;

namespace Newsroom.Domain.Tests.Text;

public sealed class TextEditsSpecs
{
    private const string Text = "0123456789";

    /// <summary>The passage of every example below is 3456, in 0123456789.</summary>
    private static readonly TextRange Passage = new(3, 7);

    [Fact]
    public void Edits_are_applied_at_offsets_of_the_text_before_them() =>
        Edits(new(0, "", "a"), new(1, "1", ""), new(5, "567", "bc"), new(10, "", "d")).Apply(Text).ShouldBe("a0234bc89d");

    [Fact]
    public void No_edits_change_nothing()
    {
        default(ImmutableArray<TextEdit>).Apply(Text).ShouldBe(Text);
        Edits().Apply(Text).ShouldBe(Text);
    }

    [Fact]
    public void The_inverse_leads_back()
    {
        var edits = Edits(new(0, "", "a"), new(1, "1", ""), new(5, "567", "bc"), new(10, "", "d"));
        edits
            .Invert()
            .ShouldBe([new TextEdit(0, "a", ""), new TextEdit(2, "", "1"), new TextEdit(5, "bc", "567"), new TextEdit(9, "d", "")]);
        edits.Invert().Apply(edits.Apply(Text)).ShouldBe(Text);
    }

    [Theory]
    [InlineData(3, "4")]
    [InlineData(10, "x")]
    [InlineData(9, "9a")]
    [InlineData(11, "")]
    public void Edits_of_another_text_are_refused(int at, string remove) =>
        Should.Throw<InvalidOperationException>(() => Edits(new TextEdit(at, remove, "x")).Apply(Text));

    [Fact]
    public void Edits_that_overlap_or_are_out_of_order_are_refused()
    {
        Should.Throw<InvalidOperationException>(() => Edits(new(3, "345", ""), new(5, "5", "")).Apply(Text));
        Should.Throw<InvalidOperationException>(() => Edits(new(5, "5", ""), new(3, "3", "")).Apply(Text));
    }

    [Theory]
    [InlineData(0, "", "ab", "3456")] // put in before it
    [InlineData(3, "", "ab", "3456")] // at its start it stays outside
    [InlineData(4, "", "ab", "3ab456")] // strictly inside it belongs to it
    [InlineData(6, "", "ab", "345ab6")]
    [InlineData(7, "", "ab", "3456")] // at its end it stays outside
    [InlineData(9, "", "ab", "3456")] // behind it
    [InlineData(0, "012", "", "3456")] // taken out just before it
    [InlineData(7, "789", "", "3456")] // just behind it
    [InlineData(4, "45", "", "36")] // inside it
    [InlineData(3, "3", "", "456")] // at its start
    [InlineData(6, "6", "", "345")] // at its end
    [InlineData(0, "012", "ab", "3456")] // replaced just before it
    [InlineData(7, "789", "ab", "3456")] // just behind it
    [InlineData(4, "45", "ab", "3ab6")] // inside it
    [InlineData(3, "3", "ab", "ab456")] // its first words are replaced by others of it
    [InlineData(6, "6", "ab", "345ab")] // and its last
    [InlineData(3, "3456", "ab", "ab")] // and all
    [InlineData(2, "23", "ab", "456")] // across its start: what comes in stays outside
    [InlineData(6, "67", "ab", "345")] // across its end
    [InlineData(2, "2345", "ab", "6")]
    [InlineData(2, "23456", "ab", "")] // all of it and more
    [InlineData(3, "34567", "ab", "")]
    [InlineData(2, "234567", "ab", "")]
    [InlineData(3, "3456", "", "")] // all of it
    [InlineData(0, Text, "", "")]
    [InlineData(0, Text, "0123456789", "")]
    public void A_passage_keeps_its_words(int at, string remove, string insert, string words)
    {
        var edits = Edits(new TextEdit(at, remove, insert));
        edits.Shift(Passage).Of(edits.Apply(Text)).ShouldBe(words);
    }

    [Fact]
    public void Several_edits_add_up()
    {
        var edits = Edits(new(0, "0", "abc"), new(3, "", "x"), new(4, "4", "yy"), new(6, "67", "z"), new(8, "", "w"));
        edits.Apply(Text).ShouldBe("abc12x3yy5zw89");
        edits.Shift(Passage).Of("abc12x3yy5zw89").ShouldBe("3yy5");
    }

    [Fact]
    public void A_passage_all_of_whose_words_are_gone_is_empty_where_they_were()
    {
        Edits(new(0, "0", "abc"), new(3, "3456", "")).Shift(Passage).ShouldBe(new TextRange(5, 5));
        Edits(new(0, "0", "abc"), new(2, "23456", "xy")).Shift(Passage).ShouldBe(new TextRange(6, 6));
        Edits(new(3, "34", ""), new(5, "56", "")).Shift(Passage).IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(3, "", "a", false)]
    [InlineData(4, "", "a", true)]
    [InlineData(7, "", "a", false)]
    [InlineData(2, "2", "a", false)]
    [InlineData(2, "23", "a", true)]
    [InlineData(6, "67", "", true)]
    [InlineData(7, "7", "", false)]
    [InlineData(0, Text, "", true)]
    public void An_edit_touches_a_passage_whose_words_it_changes(int at, string remove, string insert, bool touches) =>
        Edits(new TextEdit(at, remove, insert)).Touch(Passage).ShouldBe(touches);

    private static ImmutableArray<TextEdit> Edits(params ImmutableArray<TextEdit> edits) => edits;
}
