using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class NormaliserSpecs
{
    [Theory]
    [InlineData("“a” „b‟ «c» 〝d〞 ＂e＂", "\"a\" \"b\" \"c\" \"d\" \"e\"")]
    [InlineData("‘a’ ‚b‛ ‹c› ＇d＇", "'a' 'b' 'c' 'd'")]
    [InlineData("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g\u2212h", "a-b-c-d-e-f-g-h")]
    [InlineData(" a \t\r\n b\u00A0\u2003c\u2028d\u3000", "a b c d")]
    [InlineData("so\u00ADft ze\u200Bro \uFEFFmark", "soft zero mark")]
    [InlineData("cafe\u0301 A\u030A", "caf\u00E9 \u00C5")]
    [InlineData("e\u00AD\u0301", "\u00E9")]
    [InlineData("\u212B \u2126", "\u00C5 \u03A9")]
    public void Equivalent_words_have_one_normal_form(string text, string normal) => Normaliser.Normalise(text).ShouldBe(normal);

    [Theory]
    [InlineData("Will", "will")]
    [InlineData("will", "will.")]
    [InlineData("3", "3,0")]
    [InlineData("3,0", "3.0")]
    [InlineData("no …", "no ...")]
    [InlineData("[old] bridge", "(old) bridge")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("👩\u200D🚒", "👩🚒")]
    [InlineData("re build", "rebuild")]
    [InlineData("x²", "x2")]
    [InlineData("ﬁre", "fire")]
    [InlineData("5′", "5'")]
    public void Different_words_have_different_normal_forms(string one, string other) =>
        Normaliser.Normalise(one).ShouldNotBe(Normaliser.Normalise(other));

    [Fact]
    public void Every_mark_of_ASCII_stays_and_its_white_space_and_controls_do_as_beside_other_letters()
    {
        for (var c = '\0'; c < '\u0080'; c++)
        {
            var beside = Normaliser.Normalise($"\u00E9{c}\u00E9");
            Normaliser.Normalise($"a{c}a").ShouldBe(beside.Replace('\u00E9', 'a'), $"U+{(int)c:X4}");
        }
    }

    [Fact]
    public void To_normalise_again_changes_nothing() =>
        Gen.String[
                Gen.Char[
                    "ae \u0301\u0327\u030A\u00E9\u00C5\u212B\u00AD\u200B\uFEFF\u200D\u2028\t\n“”‘’«»-—\u2212…\u1100\u1161\u11A8\uAC00"
                ],
                0,
                12
            ]
            .Sample(text => Normaliser.Normalise(Normaliser.Normalise(text)) == Normaliser.Normalise(text), iter: Cases);
}
