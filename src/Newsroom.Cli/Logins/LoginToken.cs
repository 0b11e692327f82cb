using Newsroom.Cli.Runtime;
using Newsroom.Client.SignIn;

namespace Newsroom.Cli.Logins;

/// <summary>The token of a login, which is renewed shortly before it expires.</summary>
internal sealed class LoginToken(StoredLogin found, StoredLogins logins, string server, CliEnvironment environment)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();

    private StoredLogin login = found;

    private Task<StoredLogin>? renewing;

    /// <summary>Returns the token.</summary>
    /// <exception cref="IssuerException">The login has expired and cannot be renewed.</exception>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!IsToBeRenewed(login))
        {
            return login.Token;
        }

        // Requests at the same time share one renewal: a refresh token is good for one use.
        Task<StoredLogin> renewal;
        lock (gate)
        {
            renewal = renewing ??= RenewAsync(login, cancellationToken);
        }

        try
        {
            login = await renewal;
            return login.Token;
        }
        finally
        {
            lock (gate)
            {
                renewing = renewing == renewal ? null : renewing;
            }
        }
    }

    private bool IsToBeRenewed(StoredLogin kept) =>
        kept is { Issuer: not null, ClientId: not null, Expires: { } expires }
        && (kept.RefreshToken ?? (object?)kept.Service) is not null
        && expires - Margin <= environment.Clock.GetUtcNow();

    private async Task<StoredLogin> RenewAsync(StoredLogin expiring, CancellationToken cancellationToken)
    {
        try
        {
            using var issuer = environment.FindIssuer(expiring.Issuer!, expiring.ClientId!);
            var tokens = await RenewAsync(issuer, expiring, cancellationToken);
            var renewed = expiring with
            {
                Token = tokens.AccessToken,
                RefreshToken = tokens.RefreshToken ?? expiring.RefreshToken,
                Expires = tokens.Expires,
            };
            logins.Keep(server, renewed);
            return renewed;
        }
        catch (IssuerException) when (logins.Find(server) is { } kept && kept.Token != expiring.Token && !IsToBeRenewed(kept))
        {
            // Another process renewed it.
            return kept;
        }
        catch (IssuerException refused) when (refused.Error is "invalid_grant" or "invalid_client")
        {
            logins.Forget(server);
            throw new IssuerException($"Your login has expired. Run “newsroom login” again. {refused.Message}", refused.Error);
        }
        catch (IssuerException) when (environment.Clock.GetUtcNow() < expiring.Expires)
        {
            return expiring;
        }
    }

    private Task<IssuedTokens> RenewAsync(TokenIssuer issuer, StoredLogin expiring, CancellationToken cancellationToken)
    {
        if (expiring.Service is not { } account)
        {
            return issuer.RenewAsync(expiring.RefreshToken!, cancellationToken);
        }

        var secret = new ClientCredentials(expiring.ClientId!, account.SecretFile).ReadSecret(environment);
        return issuer.RequestClientTokenAsync(secret, account.Scopes, account.Audience, cancellationToken);
    }
}
