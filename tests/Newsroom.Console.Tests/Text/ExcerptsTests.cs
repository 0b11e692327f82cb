using Newsroom.Client.Stories;
using Newsroom.Console.Text;

namespace Newsroom.Console.Tests.Text;

public sealed class ExcerptsTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(1, 200).Select(number => $"word{number} "));

    [Fact]
    public void Words_that_are_the_same_are_shortened_around_and_between_changes()
    {
        TextStretch[] stretches = [new("same", Long), new("removed", "old"), new("same", Long), new("added", "new"), new("same", Long)];

        var shown = Excerpts.Of(stretches);

        shown.Select(stretch => stretch.Change).ShouldBe(["same", "removed", "same", "added", "same"]);
        shown[0].Words.ShouldStartWith(" […] ");
        shown[0].Words.ShouldEndWith("word200 ");
        shown[2].Words.ShouldStartWith("word1 ");
        shown[2].Words.ShouldContain(" […] ");
        shown[2].Words.ShouldEndWith("word200 ");
        shown[4].Words.ShouldStartWith("word1 ");
        shown[4].Words.ShouldEndWith(" […] ");
        shown.Sum(stretch => stretch.Words.Length).ShouldBeLessThan(Long.Length);
    }

    [Fact]
    public void Changes_and_short_texts_stay_whole()
    {
        TextStretch[] stretches = [new("same", "A "), new("removed", Long), new("added", Long)];
        Excerpts.Of(stretches).ShouldBe(stretches);
        Excerpts.Of("A short text.").ShouldBe("A short text.");
    }

    [Fact]
    public void A_character_of_two_code_units_is_not_cut()
    {
        var text = $"x{string.Concat(Enumerable.Repeat("\U0001F600", 200))}";
        Excerpts.Of(text).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        Excerpts.Of([new TextStretch("added", "x"), new TextStretch("same", text), new TextStretch("added", "x")])[1]
            .Words.EnumerateRunes()
            .ShouldNotContain(System.Text.Rune.ReplacementChar);
    }
}
