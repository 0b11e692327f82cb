using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Tokens;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Setup;

/// <summary><c>newsroom login</c> and <c>newsroom logout</c>: keep a token for a server.</summary>
internal static class LoginCommands
{
    private const int DevelopmentHours = 12;

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    public static IEnumerable<CliCommand> CreateAll() => [CreateLogin(), CreateLogout()];

    private static CliCommand CreateLogin()
    {
        var user = new Argument<string>("user") { Description = "User name." };
        var roles = new Option<string[]>("--role")
        {
            HelpName = "role",
            AllowMultipleArgumentsPerToken = true,
            Description = "Role; repeatable. Default: the roles that “newsroom people” lists.",
        };
        roles.AcceptOnly(Roles.Keys);
        return new CliCommand(
            "login",
            "Sign in to a development server on this machine.",
            [user, roles],
            async context =>
            {
                var token = await CreateTokenAsync(
                    context,
                    context.GetValue(user)!,
                    [.. (context.GetValue(roles) ?? []).Select(role => Roles[role])]
                );
                new StoredLogins(context.Environment).Keep(context.ServerName, token);
                context.Output.Write($"Signed in to {context.ServerName} as {TokenIdentity.Read(token) ?? "you"}.");
            }
        )
        {
            Details =
            [
                "Later commands use the token, which is good for 12 hours. At another server, get a token from its issuer and set "
                    + "NEWSROOM_TOKEN.",
                "The token is kept in a file that only you can read. --token and NEWSROOM_TOKEN have precedence.",
            ],
        };
    }

    private static CliCommand CreateLogout() =>
        new(
            "logout",
            "Forget the token of a server.",
            [],
            context =>
            {
                var forgotten = new StoredLogins(context.Environment).Forget(context.ServerName);
                context.Output.Write(
                    forgotten ? $"Signed out of {context.ServerName}." : $"You were not signed in to {context.ServerName}."
                );
                return Task.CompletedTask;
            }
        );

    private static async Task<string> CreateTokenAsync(CommandContext context, string user, Role[] roles)
    {
        var found = roles.Length > 0 ? roles : await FindRolesAsync(context, user);
        return TokenCommand.CreateToken(context, user, found, DevelopmentHours);
    }

    /// <summary>Reads the roles of a person, with a token that can read and change nothing.</summary>
    private static async Task<Role[]> FindRolesAsync(CommandContext context, string user)
    {
        var reading = TokenCommand.CreateToken(context, "login", [Role.Auditor], hours: 1);
        using var client = context.ConnectWith(reading);
        var people = await client.People.ListAsync(context.CancellationToken);
        return people.Value.Items.FirstOrDefault(person => person.Id.Split('@')[0] == user) is { } known
            ? [.. known.Roles]
            : throw new UsageException(
                $"The server has no person “{user}”. “newsroom people” lists them; or name the roles with --role, such as --role editor."
            );
    }
}
