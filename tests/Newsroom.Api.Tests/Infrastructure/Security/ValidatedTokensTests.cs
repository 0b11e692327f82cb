using System.Security.Claims;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newsroom.Api.Infrastructure.Security;

namespace Newsroom.Api.Tests.Infrastructure.Security;

/// <summary>A token is validated once a minute, and never accepted after it has expired.</summary>
public sealed class ValidatedTokensTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly CountingValidator validator = new();
    private readonly ValidatedTokens tokens;

    public ValidatedTokensTests() => tokens = new ValidatedTokens(validator, RoleMapping.Default, clock);

    public void Dispose() => tokens.Dispose();

    [Fact]
    public async Task A_token_is_validated_again_after_a_minute()
    {
        var token = TokenOf(clock.GetUtcNow().AddHours(1));
        (await AcceptsAsync(token)).ShouldBeTrue();
        (await AcceptsAsync(token)).ShouldBeTrue();
        validator.Validated.ShouldBe(1);
        clock.Advance(ValidatedTokens.MaxAge);
        (await AcceptsAsync(token)).ShouldBeTrue();
        validator.Validated.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_whose_key_was_withdrawn_is_refused_after_a_minute()
    {
        var token = TokenOf(clock.GetUtcNow().AddHours(1));
        (await AcceptsAsync(token)).ShouldBeTrue();
        validator.Accepts = false;
        clock.Advance(ValidatedTokens.MaxAge);
        (await AcceptsAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_that_expires_is_validated_again_at_that_time()
    {
        var token = TokenOf(clock.GetUtcNow().AddSeconds(10));
        (await AcceptsAsync(token)).ShouldBeTrue();
        validator.Accepts = false;
        clock.Advance(TimeSpan.FromSeconds(10));
        (await AcceptsAsync(token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_token_is_validated_each_time()
    {
        var token = TokenOf(clock.GetUtcNow().AddHours(1));
        validator.Accepts = false;
        (await AcceptsAsync(token)).ShouldBeFalse();
        validator.Accepts = true;
        (await AcceptsAsync(token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_signature_is_another_token()
    {
        var token = TokenOf(clock.GetUtcNow().AddHours(1));
        (await AcceptsAsync(token)).ShouldBeTrue();
        validator.Accepts = false;
        (await AcceptsAsync(token + "A")).ShouldBeFalse();
    }

    private static string TokenOf(DateTimeOffset expires) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Expires = expires.UtcDateTime, Subject = new ClaimsIdentity([new Claim("sub", "rita")]) }
        );

    private async Task<bool> AcceptsAsync(string token) =>
        (await tokens.ValidateTokenAsync(token, new TokenValidationParameters())).IsValid;

    private sealed class CountingValidator : TokenHandler
    {
        public bool Accepts { get; set; } = true;

        public int Validated { get; private set; }

        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            Validated++;
            return Task.FromResult(
                new TokenValidationResult
                {
                    IsValid = Accepts,
                    SecurityToken = new JsonWebToken(token),
                    ClaimsIdentity = new ClaimsIdentity(),
                }
            );
        }
    }
}
