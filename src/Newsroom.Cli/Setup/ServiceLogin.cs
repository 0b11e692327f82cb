using Newsroom.Cli.Invocation;
using Newsroom.Cli.Logins;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Setup;

/// <summary>Signs a service account in at the issuer of a server (RFC 6749, section 4.4).</summary>
internal static class ServiceLogin
{
    /// <summary>Returns the login of a service account.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="scope">The scopes to ask for; null for those that the server names.</param>
    /// <exception cref="UsageException">The server has no issuer, or the secret cannot be read.</exception>
    public static async Task<StoredLogin> RunAsync(CommandContext context, ClientCredentials credentials, string? scope)
    {
        var secret = credentials.ReadSecret(context.Environment);
        using var anyone = context.ConnectWith(token: null);
        var server = (await anyone.GetProtectedResourceAsync(context.CancellationToken)).Value;
        if (server.AuthorizationServers is not [var name, ..])
        {
            throw new UsageException("This server has no issuer, so it has no service accounts. Sign in by name.");
        }

        using var issuer = context.Environment.FindIssuer(name, credentials.ClientId);
        string[] scopes = scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [.. server.ScopesSupported ?? []];
        var tokens = await issuer.RequestClientTokenAsync(secret, scopes, server.Audience, context.CancellationToken);
        return new StoredLogin(tokens.AccessToken)
        {
            Expires = tokens.Expires,
            Issuer = name,
            ClientId = credentials.ClientId,
            Service = new ServiceAccount(credentials.SecretFile, scopes, server.Audience),
        };
    }
}
