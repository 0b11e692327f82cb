using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Runtime;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
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
        var user = new Option<string>("--user") { HelpName = "name", Description = "User of the token." };
        var roles = new Option<string[]>("--role")
        {
            HelpName = "role",
            AllowMultipleArgumentsPerToken = true,
            Description = "Role of the user; repeatable.",
        };
        roles.AcceptOnly(Roles.Keys);
        var subscriber = new Option<string>("--subscriber")
        {
            HelpName = "id",
            Description = "Subscriber of the token, in place of a user and roles.",
        };
        var title = new Option<string>("--title")
        {
            HelpName = "name",
            Description = "Title of the token, on a server with several.",
        };
        var hours = new NumberOption("--hours", "Lifetime in hours. Default: 12.");
        return new CliCommand(
            "token",
            "Create a token for a development server on this machine.",
            [user, roles, subscriber, title, hours],
            context =>
            {
                var (of, held, duration) = (context.GetValue(user), context.GetValue(roles) ?? [], context.GetValue(hours) ?? 12);
                var data = DataOf(context, context.GetValue(title));
                var token = context.GetValue(subscriber) is { } id
                    ? CreateSubscriberToken(context, data, id, hasUser: of is not null || held.Length > 0, duration)
                    : CreateUserToken(context, data, of, held, duration);
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
    public static string CreateToken(CommandContext context, string user, Role[] roles, long hours) =>
        CreateToken(context, new DataDirectory(context.Environment.DataPath), user, roles, hours);

    private static string CreateToken(CommandContext context, DataDirectory data, string user, Role[] roles, long hours)
    {
        RequireDevelopment(context.Environment);
        if (string.IsNullOrWhiteSpace(user))
        {
            throw new UsageException("--user is empty. Give the name of the user.");
        }

        if (Actor.Of(user, roles).RolesThatDoNotCombine() is { } refusal)
        {
            throw new UsageException(refusal.Detail);
        }

        var held = roles.Distinct().Select(role => role.ToKebabCase());
        return Sign(context, data, hours, (key, from, lifetime) => DevelopmentIssuer.Token(key, user, held, from, lifetime, data.Title));
    }

    private static string CreateUserToken(CommandContext context, DataDirectory data, string? user, string[] roles, long hours) =>
        user is null || roles.Length == 0
            ? throw new UsageException("Give --user and at least one --role, or --subscriber.")
            : CreateToken(context, data, user, [.. roles.Select(r => Roles[r])], hours);

    private static string CreateSubscriberToken(
        CommandContext context,
        DataDirectory data,
        string subscriber,
        bool hasUser,
        long hours
    )
    {
        RequireDevelopment(context.Environment);
        if (hasUser)
        {
            throw new UsageException("A token is of a subscriber, or of a user with roles. Give --subscriber alone.");
        }

        return Slug.IsValid(subscriber)
            ? Sign(
                context,
                data,
                hours,
                (key, from, lifetime) => DevelopmentIssuer.SubscriberToken(key, subscriber, from, lifetime, data.Title)
            )
            : throw new UsageException("--subscriber is not an id: lower-case letters and digits in words joined by single hyphens.");
    }

    // A title has a directory once its server has started it.
    private static DataDirectory DataOf(CommandContext context, string? title)
    {
        var data = new DataDirectory(context.Environment.DataPath);
        if (title is null)
        {
            return data;
        }

        var path = data.OfTitle(title).Path;
        return title.Length > 0 && title == Path.GetFileName(path) && Directory.Exists(path)
            ? new DataDirectory(path)
            : throw new UsageException($"--title is \"{title}\", and the server of {data.Path} has no title of that name.");
    }

    private static string Sign(
        CommandContext context,
        DataDirectory data,
        long hours,
        Func<byte[], DateTimeOffset, TimeSpan, string> sign
    )
    {
        var environment = context.Environment;
        if (hours is < 1 or > MaxHours)
        {
            throw new UsageException($"--hours does not accept {hours}. Use 1 to {MaxHours}.");
        }

        var isNew = !Directory.Exists(data.Path);
        try
        {
            var key = DevelopmentIssuer.Key(data.Path);
            if (isNew)
            {
                context.ErrorConsole.Write(
                    $"Created {data.Path} with a signing key. A server with another data directory does not accept this token."
                );
            }

            return sign(key, environment.Clock.GetUtcNow(), TimeSpan.FromHours(hours));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"Cannot read the signing key in {data.Path}: {failure.Message}");
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
