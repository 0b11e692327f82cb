using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Erasures;

public sealed class ErasureSpecs
{
    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000003");
    private static readonly RequestErasure Request = new(ErasureKind.Person, "pomona", "GDPR Art. 17(1)(a)", "She asked for it.");

    [Fact]
    public void Legal_requests_an_erasure() => Refused(Request, Lea).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_request_names_the_law(string basis) => Refused(Request with { LegalBasis = basis }, Lea).ShouldBe("legal-basis-required");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_request_has_a_reason(string reason) => Refused(Request with { Reason = reason }, Lea).ShouldBe("reason-required");

    [Fact]
    public void Other_roles_do_not_request_erasures()
    {
        foreach (var actor in new[] { Rita, Ed, Femi, Pia, Chi, Uma, Adi })
        {
            Refused(Request, actor).ShouldBe("role-required");
        }
    }

    private static string? Refused(RequestErasure command, Actor by) =>
        ErasureDecider.Decide(null, command, new ErasureContext(Id, by)).Refusal?.Code;
}
