using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>What a host answers while the issuer of tokens cannot be reached, at its start and later.</summary>
public sealed class IssuerOutageTests(IssuerOutageTests.CutNewsroom fixture) : IClassFixture<IssuerOutageTests.CutNewsroom>
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Requests_with_a_token_are_answered_with_503_until_keys_are_read_and_by_known_keys_afterwards()
    {
        var token = await fixture.Issuer.TokenAsync();
        var refused = (await fixture.With(token).GetAsync("/me")).Is(503);
        refused.Json["type"]!.GetValue<string>().ShouldBe(ProblemTypes.UriOf("issuer-unavailable"));
        refused.Headers["Retry-After"].ShouldBe("10");
        (await fixture.Host.Reader().GetAsync("/me")).Is(401);
        foreach (var malformed in new[] { "x", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.AA", $"{token}.x", "a.b.c.d.e" })
        {
            (await fixture.With(malformed).GetAsync("/me")).Is(401);
        }

        (await fixture.Host.Reader().GetAsync("/published")).Is(200);
        (await fixture.With(token).GetAsync("/published")).Is(200);
        (await HealthAsync()).ShouldContain("answered with 503");

        fixture.IsCut = false;
        (await fixture.With(token).GetAsync("/me")).Is(503);
        fixture.Clock.Ahead += IssuerKeys.Pause + Moment;
        (await fixture.With(token).GetAsync("/me")).Is(200);
        (await HealthAsync()).ShouldBe("ok");

        fixture.IsCut = true;
        fixture.Clock.Ahead += IssuerKeys.MaxAge + Moment;
        (await fixture.With(await fixture.Issuer.TokenAsync()).GetAsync("/me")).Is(200);
        (await HealthAsync()).ShouldContain("are used until");
        var unknown = fixture.Issuer.Sign(fixture.Issuer.Claims("reporter"), ServedIssuer.CreateKey());
        (await fixture.With(unknown).GetAsync("/me")).Is(503);

        fixture.Clock.Ahead += IssuerKeys.MaxAgeWithoutIssuer;
        (await fixture.With(token).GetAsync("/me")).Is(503);

        fixture.IsCut = false;
        fixture.Clock.Ahead += IssuerKeys.Pause + Moment;
        (await fixture.With(token).GetAsync("/me")).Is(200);
        (await fixture.With(unknown).GetAsync("/me")).Is(401);
    }

    /// <summary>Returns the status of the check, or its detail where it is degraded.</summary>
    private async Task<string> HealthAsync()
    {
        var check = (await fixture.Host.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]![IssuerHealth.Name]!;
        return check["status"]!.GetValue<string>() == "degraded" ? check["detail"]!.GetValue<string>() : "ok";
    }

    /// <summary>A host that starts while the issuer cannot be reached.</summary>
    public sealed class CutNewsroom : TrustingNewsroom
    {
        /// <inheritdoc/>
        public override ValueTask InitializeAsync()
        {
            IsCut = true;
            return base.InitializeAsync();
        }
    }
}
