using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Kernel;
using Newsroom.Local;

namespace Newsroom.Cli.Tokens;

/// <summary><c>newsroom token</c>: creates development tokens.</summary>
internal static class TokenCommand
{
    private const long MaxHours = 365 * 24;

    private static readonly string[] EnvironmentVariables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    public static CliCommand Create()
    {
        var user = new Option<string>("--user")
        {
            Required = true,
            HelpName = "name",
            Description = "User of the token.",
        };
        var roles = new Option<string[]>("--role")
        {
            Required = true,
            HelpName = "role",
            AllowMultipleArgumentsPerToken = true,
            Description = "Role of the user; repeatable.",
        };
        roles.AcceptOnly(Roles.Keys);
        var hours = new NumberOption("--hours", "Lifetime in hours. Default: 12.");
        return new CliCommand(
            "token",
            "Create a token for a development server on this machine.",
            [user, roles, hours],
            context =>
            {
                var token = CreateToken(
                    context,
                    context.GetValue(user)!,
                    [.. context.GetValue(roles)!.Select(r => Roles[r])],
                    context.GetValue(hours) ?? 12
                );
                context.Output.WriteRaw(token);
                return Task.CompletedTask;
            }
        )
        {
            Details =
            [
                "The signing key is in the server's data directory, NEWSROOM_DATA or .newsroom: run this command on the server's machine.",
            ],
        };
    }

    /// <summary>Creates a token for a development server on this machine.</summary>
    /// <exception cref="UsageException">It is not Development, the roles do not combine, or there is no signing key.</exception>
    public static string CreateToken(CommandContext context, string user, Role[] roles, long hours)
    {
        var environment = context.Environment;
        RequireDevelopment(environment);
        if (string.IsNullOrWhiteSpace(user))
        {
            throw new UsageException("--user is empty. Give the name of the user.");
        }

        if (hours is < 1 or > MaxHours)
        {
            throw new UsageException($"--hours does not accept {hours}. Use 1 to {MaxHours}.");
        }

        if (Actor.Of(user, roles).RolesThatDoNotCombine() is { } refusal)
        {
            throw new UsageException(refusal.Detail);
        }

        var isNew = !Directory.Exists(environment.DataPath);
        try
        {
            var key = DevelopmentIssuer.Key(environment.DataPath);
            if (isNew)
            {
                context.ErrorConsole.Write(
                    $"Created {environment.DataPath} with a signing key. A server with another data directory does not accept this token."
                );
            }

            return DevelopmentIssuer.Token(
                key,
                user,
                roles.Distinct().Select(role => role.ToKebabCase()),
                environment.Clock.GetUtcNow(),
                TimeSpan.FromHours(hours)
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"Cannot read the signing key in {environment.DataPath}: {failure.Message}");
        }
    }

    private static void RequireDevelopment(CliEnvironment environment)
    {
        foreach (var variable in EnvironmentVariables)
        {
            if (
                environment.Variable(variable) is { Length: > 0 } name
                && !string.Equals(name, "Development", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new UsageException(
                    $"Tokens are only created in Development ({variable} is {name}). "
                        + "Elsewhere, the issuer that Authentication:Authority names creates them."
                );
            }
        }
    }
}
