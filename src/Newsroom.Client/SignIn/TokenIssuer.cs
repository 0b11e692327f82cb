using System.Net;
using Duende.IdentityModel.Client;

namespace Newsroom.Client.SignIn;

/// <summary>Gets, renews and revokes tokens of an OpenID Connect issuer: for people, and for service accounts.</summary>
public sealed class TokenIssuer : IDisposable
{
    private const string OfflineAccess = "offline_access";

    private const int MaxResponseBytes = 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    // RFC 8628: the interval where the issuer names none (3.2), and what “slow_down” adds (3.5).
    private static readonly TimeSpan IntervalStep = TimeSpan.FromSeconds(5);

    private readonly HttpClient http;
    private readonly string issuer;
    private readonly string clientId;
    private readonly TimeProvider clock;
    private DiscoveryDocumentResponse? discovered;

    /// <summary>Connects to an issuer.</summary>
    /// <param name="issuer">Its name, such as <c>https://login.example</c>.</param>
    /// <param name="clientId">The client id.</param>
    /// <param name="clock">The clock that waits and lifetimes are measured by.</param>
    public TokenIssuer(string issuer, string clientId, TimeProvider clock)
        : this(new HttpClient { Timeout = Timeout, MaxResponseContentBufferSize = MaxResponseBytes }, issuer, clientId, clock) { }

    /// <summary>Connects to an issuer through an <see cref="HttpClient"/>, which is disposed with it.</summary>
    public TokenIssuer(HttpClient http, string issuer, string clientId, TimeProvider clock) =>
        (this.http, this.issuer, this.clientId, this.clock) = (http, issuer, clientId, clock);

    /// <summary>Begins a sign-in.</summary>
    /// <param name="scopes">The scopes to ask for. <c>offline_access</c> is added where the issuer has it.</param>
    /// <param name="audience">The audience of the token; null for the issuer's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IssuerException">The issuer cannot be used, or refused.</exception>
    public async Task<DeviceCode> RequestDeviceCodeAsync(
        IEnumerable<string> scopes,
        string? audience = null,
        CancellationToken cancellationToken = default
    )
    {
        var found = await DiscoverAsync(cancellationToken);
        if (found.DeviceAuthorizationEndpoint is not { } address)
        {
            throw new IssuerException($"The issuer {issuer} has no sign-in with a device code.");
        }

        var offline = (found.ScopesSupported ?? []).Where(scope => scope == OfflineAccess);
        using var request = new DeviceAuthorizationRequest
        {
            Address = address,
            ClientId = clientId,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Scope = string.Join(' ', scopes.Concat(offline).Distinct()),
            Parameters = AudienceParameters(audience),
        };
        using var response = await SendAsync(() => http.RequestDeviceAuthorizationAsync(request, cancellationToken), cancellationToken);
        ThrowIfError("The issuer did not begin a sign-in", response);
        return response is { DeviceCode: { } code, UserCode: { } userCode, VerificationUri: { } verification }
            ? new DeviceCode(
                code,
                userCode,
                verification,
                response.VerificationUriComplete,
                response.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                response.Interval > 0 ? TimeSpan.FromSeconds(response.Interval) : IntervalStep
            )
            : throw new IssuerException($"The answer of the issuer {issuer} lacks a code or an address.");
    }

    /// <summary>Waits until the person has signed in, and returns the tokens.</summary>
    /// <exception cref="IssuerException">The person denied the sign-in or took too long, or the issuer refused.</exception>
    public async Task<IssuedTokens> WaitAsync(DeviceCode device, CancellationToken cancellationToken = default)
    {
        var address = (await DiscoverAsync(cancellationToken)).TokenEndpoint;
        var (interval, started) = (device.Interval, clock.GetTimestamp());
        while (device.Lifetime is not { } lifetime || clock.GetElapsedTime(started) < lifetime)
        {
            await Task.Delay(interval, clock, cancellationToken);
            using var request = new DeviceTokenRequest
            {
                Address = address,
                ClientId = clientId,
                ClientCredentialStyle = ClientCredentialStyle.PostBody,
                DeviceCode = device.Code,
            };
            using var response = await SendAsync(() => http.RequestDeviceTokenAsync(request, cancellationToken), cancellationToken);
            switch (response)
            {
                case { IsError: false }:
                    return TokensOf(response);
                case { Error: "authorization_pending" }:
                    break;
                case { Error: "slow_down" }:
                    interval += IntervalStep;
                    break;
                case { Error: "access_denied" }:
                    throw new IssuerException("The sign-in was denied in the browser.", response.Error);
                case { Error: "expired_token" }:
                    throw Expired();
                case var failed when IsPassing(failed):
                    interval *= 2;
                    break;
                default:
                    ThrowIfError("You are not signed in", response);
                    break;
            }
        }

        throw Expired();
    }

    /// <summary>Gets a token of a service account with its secret (RFC 6749, section 4.4).</summary>
    /// <param name="secret">The secret of the client.</param>
    /// <param name="scopes">The scopes to ask for.</param>
    /// <param name="audience">The audience of the token; null for the issuer's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IssuerException">The issuer cannot be used, or refused.</exception>
    public async Task<IssuedTokens> RequestClientTokenAsync(
        string secret,
        IEnumerable<string> scopes,
        string? audience = null,
        CancellationToken cancellationToken = default
    )
    {
        var address = (await DiscoverAsync(cancellationToken)).TokenEndpoint;
        using var named = await SendAsync(() => RequestAsync(audience), cancellationToken);

        // Some issuers accept an audience in exchanges of tokens only (RFC 8693); they know that of the client.
        using var unnamed = named.Error == "invalid_request" && audience is not null
            ? await SendAsync(() => RequestAsync(null), cancellationToken)
            : null;
        var response = unnamed ?? named;
        ThrowIfError("The issuer did not sign the service account in", response);
        return TokensOf(response);

        async Task<TokenResponse> RequestAsync(string? asked)
        {
            using var request = new ClientCredentialsTokenRequest
            {
                Address = address,
                ClientId = clientId,
                ClientSecret = secret,
                ClientCredentialStyle = ClientCredentialStyle.PostBody,
                Scope = string.Join(' ', scopes) is { Length: > 0 } joined ? joined : null,
                Parameters = AudienceParameters(asked),
            };
            return await http.RequestClientCredentialsTokenAsync(request, cancellationToken);
        }
    }

    /// <summary>Renews an access token.</summary>
    /// <exception cref="IssuerException">The issuer refused, as it does after a revocation, or cannot be reached.</exception>
    public async Task<IssuedTokens> RenewAsync(string refreshToken, CancellationToken cancellationToken = default)
    {
        using var request = new RefreshTokenRequest
        {
            Address = (await DiscoverAsync(cancellationToken)).TokenEndpoint,
            ClientId = clientId,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            RefreshToken = refreshToken,
        };
        using var response = await SendAsync(() => http.RequestRefreshTokenAsync(request, cancellationToken), cancellationToken);
        ThrowIfError("The issuer did not renew the token", response);
        return TokensOf(response);
    }

    /// <summary>Revokes a refresh token or an access token (RFC 7009).</summary>
    /// <param name="token">The token.</param>
    /// <param name="secret">The secret of the client; null for a client without one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IssuerException">The issuer refused, has no revocation, or cannot be reached.</exception>
    public async Task RevokeAsync(string token, string? secret = null, CancellationToken cancellationToken = default)
    {
        if ((await DiscoverAsync(cancellationToken)).RevocationEndpoint is not { } address)
        {
            throw new IssuerException($"The issuer {issuer} cannot revoke tokens.");
        }

        using var request = new TokenRevocationRequest
        {
            Address = address,
            ClientId = clientId,
            ClientSecret = secret,
            ClientCredentialStyle = ClientCredentialStyle.PostBody,
            Token = token,
        };
        using var response = await SendAsync(() => http.RevokeTokenAsync(request, cancellationToken), cancellationToken);
        ThrowIfError("The issuer did not revoke the token", response);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        discovered?.Dispose();
        http.Dispose();
    }

    private async Task<DiscoveryDocumentResponse> DiscoverAsync(CancellationToken cancellationToken)
    {
        if (discovered is not null)
        {
            return discovered;
        }

        // HTTP is accepted from this machine only. The keys are for the servers that verify the tokens.
        using var request = new DiscoveryDocumentRequest
        {
            Address = issuer,
            Policy =
            {
                RequireHttps = true,
                AllowHttpOnLoopback = true,
                RequireKeySet = false,
            },
        };
        var document = await SendAsync(() => http.GetDiscoveryDocumentAsync(request, cancellationToken), cancellationToken);
        return document.IsError
            ? throw new IssuerException($"The issuer {issuer} cannot be used: {Describe(document)}")
            : discovered = document;
    }

    private static async Task<T> SendAsync<T>(Func<Task<T>> sendAsync, CancellationToken cancellationToken)
        where T : ProtocolResponse, new()
    {
        try
        {
            return await sendAsync();
        }
        catch (OperationCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            return ProtocolResponse.FromException<T>(timeout, "no response in time");
        }
    }

    private IssuedTokens TokensOf(TokenResponse response)
    {
        var expires = response.ExpiresIn > 0 ? clock.GetUtcNow().AddSeconds(response.ExpiresIn) : (DateTimeOffset?)null;
        return response.AccessToken is { } token && token.All(c => c is > ' ' and <= '~')
            ? new IssuedTokens(token, response.RefreshToken, expires)
            : throw new IssuerException($"The answer of the issuer {issuer} has no usable access token.");
    }

    /// <summary>Returns whether a later request may succeed: the issuer did not answer, or is overloaded.</summary>
    private static bool IsPassing(ProtocolResponse response) =>
        response.ErrorType == ResponseErrorType.Exception
        || (response.ErrorType == ResponseErrorType.Http && response.HttpStatusCode >= HttpStatusCode.InternalServerError);

    // RFC 8707 requires an absolute URI as resource. Many issuers know audience only.
    private static Parameters AudienceParameters(string? audience)
    {
        var parameters = new Parameters();
        if (audience is not null)
        {
            parameters.Add("audience", audience);
        }

        if (Uri.TryCreate(audience, UriKind.Absolute, out _))
        {
            parameters.Add("resource", audience!);
        }

        return parameters;
    }

    private static void ThrowIfError(string what, ProtocolResponse response)
    {
        if (response.IsError)
        {
            throw new IssuerException($"{what}: {Describe(response)}", CodeOf(response));
        }
    }

    // A client that the issuer does not know is refused with 401 (RFC 6749, section 5.2).
    private static string? CodeOf(ProtocolResponse response) =>
        response switch
        {
            { ErrorType: ResponseErrorType.Protocol } => response.Error,
            { ErrorType: ResponseErrorType.Http, HttpStatusCode: HttpStatusCode.Unauthorized } => "invalid_client",
            _ => null,
        };

    private static IssuerException Expired() =>
        new("You are not signed in: the code expired before the sign-in was confirmed.", "expired_token");

    private static string Describe(ProtocolResponse response)
    {
        var text = response.TryGet("error_description") ?? response.Error ?? "it gave no reason";
        return text.EndsWith('.') ? text : $"{text}.";
    }
}
