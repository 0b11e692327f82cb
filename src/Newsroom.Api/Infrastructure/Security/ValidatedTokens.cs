using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>
/// Validates a token once a minute instead of at each of its requests: a client sends the same token until it expires. A token that is
/// refused is validated each time. A signing key that the issuer has withdrawn is accepted for at most <see cref="MaxAge"/> longer.
/// </summary>
/// <param name="validator">Validates tokens.</param>
/// <param name="roles">Reads the roles of a valid token.</param>
/// <param name="clock">The clock.</param>
internal sealed class ValidatedTokens(TokenHandler validator, RoleMapping roles, TimeProvider clock) : TokenHandler, IDisposable
{
    /// <summary>How long a token is accepted without being validated again, if it does not expire earlier.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private const long MaxCharacters = 8 << 20;

    private readonly MemoryCache accepted = new(new MemoryCacheOptions { SizeLimit = MaxCharacters });

    /// <inheritdoc/>
    public override SecurityToken ReadToken(string token) => validator.ReadToken(token);

    /// <inheritdoc/>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        if (accepted.Get<Accepted>(token) is { } known && now < known.Until)
        {
            return known.Result;
        }

        var result = await validator.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            roles.Apply(result.ClaimsIdentity);
            var until = Earlier(now + MaxAge, result.SecurityToken.ValidTo);
            var entry = new MemoryCacheEntryOptions { Size = token.Length, AbsoluteExpirationRelativeToNow = MaxAge };
            accepted.Set(token, new Accepted(result, until), entry);
        }

        return result;
    }

    /// <inheritdoc/>
    public override Task<TokenValidationResult> ValidateTokenAsync(SecurityToken token, TokenValidationParameters validationParameters) =>
        validator.ValidateTokenAsync(token, validationParameters);

    /// <inheritdoc/>
    public void Dispose() => accepted.Dispose();

    // A token without an expiry has the default time.
    private static DateTimeOffset Earlier(DateTimeOffset until, DateTime expires) =>
        expires == default || expires > until.UtcDateTime ? until : new DateTimeOffset(DateTime.SpecifyKind(expires, DateTimeKind.Utc));

    private sealed record Accepted(TokenValidationResult Result, DateTimeOffset Until);
}
