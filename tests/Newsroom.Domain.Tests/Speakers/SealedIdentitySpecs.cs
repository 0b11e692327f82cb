using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Speakers;

namespace Newsroom.Domain.Tests.Speakers;

public sealed class SealedIdentitySpecs
{
    private static readonly Speaker Source = new("source", "A source at the port", "");

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_identity_has_words(string identity) => Refused(identity).ShouldBe("identity-required");

    [Fact]
    public void An_identity_is_bounded()
    {
        Refused(new string('x', LimitTable.SourceIdentityCharacters)).ShouldBeNull();
        Refused(new string('x', LimitTable.SourceIdentityCharacters + 1)).ShouldBe("identity-too-long");
    }

    [Fact]
    public void The_record_of_a_refusal_has_nothing_of_the_identity()
    {
        var refusal = Refuse("Zebedee\u202E Quorn")!;
        refusal.Code.ShouldBe("bidi-control");
        refusal.Recorded.ShouldNotContain("Zebedee");
        refusal.Recorded.ShouldNotContain("Quorn");
    }

    private static string? Refused(string identity) => Refuse(identity)?.Code;

    private static Refusal? Refuse(string identity) =>
        SpeakerDecider
            .Decide(Source, new SealIdentity(identity), new SpeakerContext("source", Rita) { Key = new byte[SealedIdentity.KeyLength] })
            .Refusal;
}
