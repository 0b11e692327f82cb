using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Newsroom.Console.Configuration;

namespace Newsroom.Console.Security;

/// <summary>
/// Renews the access token of a session with its refresh token before it expires (RFC 6749, section 6). A session ends when the issuer
/// refuses that, or after <see cref="Longest"/>.
/// </summary>
internal sealed partial class TokenRenewal(
    ConsoleOptions options,
    IOptionsMonitor<OpenIdConnectOptions> issuers,
    TimeProvider clock,
    ILogger<TokenRenewal> log
) : IDisposable
{
    /// <summary>The longest session whose token is renewed.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Expires = "expires_at";

    private const string Ends = "ends";

    private const int MaxRenewals = 10_000;

    // Of a token that does not say when it expires.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // Several pages of a session ask at once, each with the tokens that it read.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly MemoryCache renewals = new(new MemoryCacheOptions { SizeLimit = MaxRenewals });

    private readonly Lock guard = new();

    /// <summary>Sets how long a new session lasts: until its token expires, or longer where that can be renewed.</summary>
    public void Begin(AuthenticationProperties session)
    {
        var now = clock.GetUtcNow();
        if (session.GetTokenValue(OpenIdConnectParameterNames.RefreshToken) is null)
        {
            session.ExpiresUtc = TimeOf(session.GetTokenValue(Expires)) ?? now + DefaultLifetime;
            return;
        }

        session.ExpiresUtc = now + Longest;
        session.SetString(Ends, Written(now + Longest));
    }

    /// <summary>Renews the token of a session that is about to expire, or ends the session.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var session = context.Properties;
        var refresh = session.GetTokenValue(OpenIdConnectParameterNames.RefreshToken);
        if (options.Authority is null || refresh is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (TimeOf(session.GetString(Ends)) <= now)
        {
            context.RejectPrincipal();
            return;
        }

        // Of a token that does not say when it expires, the API says so.
        if (TimeOf(session.GetTokenValue(Expires)) is not { } expires || expires - now > Margin)
        {
            return;
        }

        var (renewed, isRefused) = await RenewOnceAsync(refresh);
        if (isRefused)
        {
            context.RejectPrincipal();
        }
        else if (renewed is not null)
        {
            var lifetime = int.TryParse(renewed.ExpiresIn, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : DefaultLifetime;
            session.UpdateTokenValue(OpenIdConnectParameterNames.AccessToken, renewed.AccessToken);
            session.UpdateTokenValue(OpenIdConnectParameterNames.RefreshToken, renewed.RefreshToken ?? refresh);
            session.UpdateTokenValue(Expires, Written(now + lifetime));
            context.ShouldRenew = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => renewals.Dispose();

    private Task<Renewal> RenewOnceAsync(string refresh)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(refresh)));
        lock (guard)
        {
            return renewals.GetOrCreate(
                key,
                entry =>
                {
                    (entry.Size, entry.AbsoluteExpirationRelativeToNow) = (1, Kept);
                    return RenewAsync(refresh);
                }
            )!;
        }
    }

    private async Task<Renewal> RenewAsync(string refresh)
    {
        var issuer = issuers.Get(Sessions.IssuerScheme);
        using var ending = new CancellationTokenSource(Timeout);
        try
        {
            var found = await issuer.ConfigurationManager!.GetConfigurationAsync(ending.Token);
            using var request = new FormUrlEncodedContent(FieldsOf(refresh));
            using var answer = await issuer.Backchannel.PostAsync(new Uri(found.TokenEndpoint), request, ending.Token);
            if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                return new Renewal(null, IsRefused: true);
            }

            answer.EnsureSuccessStatusCode();
            var tokens = new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync(ending.Token));
            return new Renewal(string.IsNullOrEmpty(tokens.AccessToken) ? null : tokens, IsRefused: false);
        }
        catch (Exception failure) when (IsOfIssuer(failure))
        {
            // The token is used until the API refuses it.
            LogUnavailable(log, failure);
            return new Renewal(null, IsRefused: false);
        }
    }

    // It cannot be reached, or does not answer as an issuer does.
    private static bool IsOfIssuer(Exception failure) =>
        failure is HttpRequestException or OperationCanceledException or InvalidOperationException or ArgumentException;

    private Dictionary<string, string> FieldsOf(string refresh)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = OpenIdConnectGrantTypes.RefreshToken,
            ["refresh_token"] = refresh,
            ["client_id"] = options.ClientId,
        };
        if (options.ClientSecret is { } secret)
        {
            fields["client_secret"] = secret;
        }

        return fields;
    }

    private static DateTimeOffset? TimeOf(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Written(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Warning, "The issuer did not renew a token of the console; its session ends with the token.")]
    private static partial void LogUnavailable(ILogger logger, Exception failure);

    private sealed record Renewal(OpenIdConnectMessage? Tokens, bool IsRefused);
}
