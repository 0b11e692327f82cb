using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class FingerprintSpecs
{
    private static readonly Article Bridge = new("Bridge", "It falls.", "It fell.", "By Rita Moe", "HARBOUR");

    [Fact]
    public void The_version_is_stored_with_every_check_and_never_changes() =>
        (Fingerprint.Of("claim", "It cost “3” million…").Hex, Fingerprints.Of(Bridge).Hex).ShouldBe(
            (
                "6422ae1c56782e0e8ca0061d44e117a998a0bc5ff74e5dc89fc889d6c5110c4d",
                "9db9253dc16a2813cfd4a1555ec57638c07d808a97530e87cbc82efff165fa84"
            )
        );

    [Fact]
    public void Words_that_read_the_same_have_the_same() =>
        Fingerprint.Of("claim", "It  fell —\n“down”").ShouldBe(Fingerprint.Of("claim", "It fell - \"down\""));

    [Fact]
    public void Words_that_are_the_same_in_unicode_have_the_same() =>
        Fingerprint.Of("claim", "Cafe\u0301").ShouldBe(Fingerprint.Of("claim", "Caf\u00E9"));

    [Fact]
    public void No_two_lists_of_parts_read_the_same()
    {
        Fingerprint[] prints =
        [
            Fingerprint.Of("quote"),
            Fingerprint.Of("quote", ""),
            Fingerprint.Of("quote", "", ""),
            Fingerprint.Of("quote", "ab"),
            Fingerprint.Of("quote", "a", "b"),
            Fingerprint.Of("quote", "ab", ""),
            Fingerprint.Of("quote", "", "ab"),
            Fingerprint.Of("quote", "1:a", "b"),
            Fingerprint.Of("quote", "a1:b"),
            Fingerprint.Of("claim", "ab"),
            Fingerprint.Of("quote/1", "ab"),
            Fingerprint.Of("quote", "AB"),
        ];
        prints.ShouldBeUnique();
    }

    [Fact]
    public void Every_part_of_an_article_counts()
    {
        Fingerprint[] prints =
        [
            Fingerprints.Of(Bridge),
            Fingerprints.Of(Bridge with { Headline = "Bridges" }),
            Fingerprints.Of(Bridge with { Standfirst = "" }),
            Fingerprints.Of(Bridge with { Body = "It fell" }),
            Fingerprints.Of(Bridge with { Byline = "" }),
            Fingerprints.Of(Bridge with { Dateline = "OSLO" }),
            Fingerprints.Of(Bridge with { Headline = "It falls.", Standfirst = "Bridge" }),
            Fingerprints.Of(Bridge with { Headline = "Bridge It falls.", Standfirst = "" }),
        ];
        prints.ShouldBeUnique();
    }

    [Fact]
    public void How_the_body_is_marked_up_does_not()
    {
        Fingerprints.Of(Bridge with { Body = "It [*fell*](https://x.no).\n" }).ShouldBe(Fingerprints.Of(Bridge));
        Fingerprints.Of(Bridge with { Headline = "*Bridge*" }).ShouldNotBe(Fingerprints.Of(Bridge));
    }

    [Fact]
    public void A_quote_is_its_words_its_speaker_and_its_attribution()
    {
        var text = VisibleText.OfMarkdown("“No,” *said* Ada Berg. It fell.");
        var quote = Fingerprints.OfQuote(text, new TextRange(0, 5), "ada", new TextRange(6, 21));
        quote.ShouldBe(Fingerprint.Of("quote", "“No,”", "ada", "said Ada Berg"));
        Fingerprints.OfQuote(text, new TextRange(0, 5), "bo", new TextRange(6, 21)).ShouldNotBe(quote);
        Fingerprints.OfQuote(text, new TextRange(0, 5), "ada", null).ShouldNotBe(quote);
        Fingerprints.OfQuote(text, new TextRange(0, 4), "ada", new TextRange(6, 21)).ShouldNotBe(quote);
    }

    [Fact]
    public void Different_lists_of_words_have_different_ones() =>
        Gen.Select(Words, Words)
            .Sample(
                (one, other) => one.SequenceEqual(other) == (Fingerprint.Of("quote", one) == Fingerprint.Of("quote", other)),
                iter: Cases
            );

    private static Gen<string[]> Words => Gen.String[Gen.Char["ab1:"], 0, 3].Array[0, 3];
}
