using Newsroom.Cli.Invocation;
using Newsroom.Cli.Logins;

namespace Newsroom.Cli.Setup;

/// <summary>Signs in at the issuer of a server with a browser on any device.</summary>
internal static class DeviceLogin
{
    private static readonly string[] DefaultScopes = ["openid", "profile"];

    /// <summary>Returns the login, once the person has confirmed it in a browser; null where the server has no issuer.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="scope">The scopes to ask for; null for those that the server names.</param>
    public static async Task<StoredLogin?> RunAsync(CommandContext context, string? scope)
    {
        using var anyone = context.ConnectWith(token: null);
        var server = (await anyone.GetProtectedResourceAsync(context.CancellationToken)).Value;
        if (server.AuthorizationServers is not [var name, ..])
        {
            return null;
        }

        using var issuer = context.Environment.FindIssuer(name, server.CliClientId);
        var scopes = scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [.. DefaultScopes, .. server.ScopesSupported ?? []];
        var device = await issuer.RequestDeviceCodeAsync(scopes, server.Audience, context.CancellationToken);
        context.ErrorConsole.Write($"Open {device.AddressWithCode ?? device.Address} in a browser, on any device, and sign in.");
        context.ErrorConsole.Write($"Confirm that the code there is {device.UserCode}. newsroom waits for it; Ctrl-C cancels.");
        var tokens = await issuer.WaitAsync(device, context.CancellationToken);
        return new StoredLogin(tokens.AccessToken)
        {
            RefreshToken = tokens.RefreshToken,
            Expires = tokens.Expires,
            Issuer = name,
            ClientId = server.CliClientId,
        };
    }
}
