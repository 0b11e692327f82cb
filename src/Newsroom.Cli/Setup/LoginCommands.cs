using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Logins;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Tokens;
using Newsroom.Client.SignIn;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;

namespace Newsroom.Cli.Setup;

/// <summary><c>newsroom login</c> and <c>newsroom logout</c>: keep a token for a server.</summary>
internal static class LoginCommands
{
    private const int DevelopmentHours = 12;

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    public static IEnumerable<CliCommand> CreateAll() => [CreateLogin(), CreateLogout()];

    private static CliCommand CreateLogin()
    {
        var user = new Argument<string?>("user")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "User name, at a development server on this machine.",
        };
        var roles = new Option<string[]>("--role")
        {
            HelpName = "role",
            AllowMultipleArgumentsPerToken = true,
            Description = "Role at a development server; repeatable. Default: the roles that “newsroom people” lists.",
        };
        roles.AcceptOnly(Roles.Keys);
        var scope = new Option<string?>("--scope")
        {
            HelpName = "scopes",
            Description = "Scopes to ask the issuer for, separated by spaces. Default: openid, profile, and those that the server names.",
        };
        var clientId = new Option<string?>("--client-id")
        {
            HelpName = "id",
            Description = "Client id of a service account at the issuer. Default: NEWSROOM_CLIENT_ID; without it, a person signs in.",
        };
        var secretFile = new Option<string?>("--client-secret-file")
        {
            HelpName = "file",
            Description = "File with the secret of the service account. Default: NEWSROOM_CLIENT_SECRET_FILE, or NEWSROOM_CLIENT_SECRET.",
        };
        return new CliCommand(
            "login",
            "Sign in to a server; later commands use the token.",
            [user, roles, scope, clientId, secretFile],
            async context =>
            {
                var login = await SignInAsync(
                    context,
                    context.GetValue(user),
                    [.. (context.GetValue(roles) ?? []).Select(role => Roles[role])],
                    context.GetValue(scope),
                    (context.GetValue(clientId), context.GetValue(secretFile))
                );
                new StoredLogins(context.Environment).Keep(context.ServerName, login);
                context.Output.Write($"Signed in to {context.ServerName} as {TokenIdentity.Read(login.Token) ?? "you"}.");
            }
        )
        {
            Details =
            [
                "Without a user, the server's issuer signs you in with a browser on any device (OAuth 2.0 device code), and the token is "
                    + "renewed when it expires.",
                "With a client id, the issuer signs a service account in with its secret (OAuth 2.0 client credentials). The secret is not "
                    + "kept: a new token needs the file or the variable again.",
                "With a user, a development server on this machine signs you in by name, for 12 hours.",
                "The token is kept in a file that only you can read. --token and NEWSROOM_TOKEN have precedence.",
            ],
        };
    }

    private static async Task<StoredLogin> SignInAsync(
        CommandContext context,
        string? user,
        Role[] roles,
        string? scope,
        (string? Id, string? SecretFile) client
    )
    {
        if (user is not null)
        {
            return client is (null, null)
                ? new StoredLogin(await CreateTokenAsync(context, user, roles))
                : throw new UsageException("A person or a service account signs in. Give a user, or --client-id.");
        }

        if (ClientCredentials.Find(context.Environment, client.Id, client.SecretFile) is { } credentials)
        {
            return await ServiceLogin.RunAsync(context, credentials, scope);
        }

        return await DeviceLogin.RunAsync(context, scope) ?? throw await NameMissingAsync(context);
    }

    private static CliCommand CreateLogout() =>
        new(
            "logout",
            "Forget the token of a server, and revoke it at its issuer.",
            [],
            async context =>
            {
                if (new StoredLogins(context.Environment).Forget(context.ServerName) is not { } login)
                {
                    context.Output.Write($"You were not signed in to {context.ServerName}.");
                    return;
                }

                context.Output.Write($"Signed out of {context.ServerName}.");
                await RevokeAsync(context, login);
            }
        )
        {
            Details = ["An access token that was used already stays valid until it expires, minutes later: servers do not ask the issuer."],
        };

    private static async Task RevokeAsync(CommandContext context, StoredLogin login)
    {
        if (login is not { Issuer: { } name, ClientId: { } clientId })
        {
            return;
        }

        try
        {
            using var issuer = context.Environment.FindIssuer(name, clientId);
            var secret = login.Service is { } account
                ? new ClientCredentials(clientId, account.SecretFile).ReadSecret(context.Environment)
                : null;
            foreach (var token in new[] { login.RefreshToken, login.Token }.OfType<string>())
            {
                await issuer.RevokeAsync(token, secret, context.CancellationToken);
            }
        }
        catch (Exception failure) when (failure is IssuerException or UsageException)
        {
            context.ReportIncomplete($"The token is forgotten here, but was not revoked. {failure.Message}");
        }
    }

    /// <summary>Returns the error of a sign-in without a name, with the people to choose from.</summary>
    private static async Task<UsageException> NameMissingAsync(CommandContext context)
    {
        const string message = "This server signs its own tokens, for development. Sign in by name, such as “newsroom login ana”.";
        if (!Directory.Exists(context.Environment.DataPath))
        {
            return new UsageException(message);
        }

        var people = (await ReadPeopleAsync(context)).Where(person => !person.Roles.IsEmpty);
        var lines = people.Select(person => $"  {person.Id.Split('@')[0]}: {string.Join(", ", person.Roles.Select(r => r.ToKebabCase()))}");
        return new UsageException(string.Join('\n', lines.Prepend(message)));
    }

    private static async Task<string> CreateTokenAsync(CommandContext context, string user, Role[] roles)
    {
        var found = roles.Length > 0 ? roles : await FindRolesAsync(context, user);
        return TokenCommand.CreateToken(context, user, found, DevelopmentHours);
    }

    /// <summary>Reads the people, with a token that can read and change nothing.</summary>
    private static async Task<IReadOnlyList<Person>> ReadPeopleAsync(CommandContext context)
    {
        var reading = TokenCommand.CreateToken(context, "login", [Role.Auditor], hours: 1);
        using var client = context.ConnectWith(reading);
        return (await client.People.ListAsync(context.CancellationToken)).Value.Items;
    }

    private static async Task<Role[]> FindRolesAsync(CommandContext context, string user) =>
        (await ReadPeopleAsync(context)).FirstOrDefault(person => person.Id.Split('@')[0] == user) is { } known
            ? [.. known.Roles]
            : throw new UsageException(
                $"The server has no person “{user}”. “newsroom login” lists them; or name the roles with --role, such as --role editor."
            );
}
