using System.CommandLine;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Cli.Asking;
using Newsroom.Domain.Kernel;

namespace Newsroom.Cli.Tokens;

/// <summary><c>newsroom token</c>: who one is, on a developer's machine.</summary>
internal static class TokenVerb
{
    private const long LongestHours = 365 * 24;

    private static readonly string[] Environments = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var user = new Option<string>("--user") { Required = true, HelpName = "name", Description = "The user the token is for." };
        var roles = new Option<string[]>("--role") { Required = true, HelpName = "role", AllowMultipleArgumentsPerToken = true, Description = "A role the user holds; repeat it for several." };
        roles.OneOf(Roles.Keys);
        var hours = new NumberOption("--hours", "For how long it is valid; 12 unless given.");
        return new Verb("token", "Print a token for a newsroom on this machine; in Development only.", [user, roles, hours], run =>
        {
            run.Screen.Verbatim(Token(run, run.Of(user)!, [.. run.Of(roles)!.Select(r => Roles[r])], run.Of(hours) ?? 12));
            return Task.CompletedTask;
        })
        {
            Details = ["The key lies in the newsroom's data directory, NEWSROOM_DATA or else .newsroom: run this where the newsroom runs."],
        };
    }

    private static string Token(Run run, string user, Role[] roles, long hours)
    {
        if (Environments.FirstOrDefault(e => run.Machine.Variable(e) is { Length: > 0 } named && !string.Equals(named, "Development", StringComparison.OrdinalIgnoreCase)) is { } environment)
        {
            throw new LocalProblem(
                $"Tokens are only made in Development ({environment} is {run.Machine.Variable(environment)}): elsewhere they come from "
                    + "the issuer that Authentication:Authority names.");
        }

        if (string.IsNullOrWhiteSpace(user))
        {
            throw new LocalProblem("A token is for somebody: --user is empty.");
        }

        if (hours is < 1 or > LongestHours)
        {
            throw new LocalProblem($"A token is valid for 1 to {LongestHours} hours.");
        }

        if (Actor.Of(user, roles).RolesThatDoNotCombine() is { } refusal)
        {
            throw new LocalProblem(refusal.Detail);
        }

        var made = !Directory.Exists(run.Machine.Data);
        try
        {
            var key = DevelopmentIssuer.Key(run.Machine.Data);
            if (made)
            {
                run.Aside.Say($"Made {run.Machine.Data} and a key in it. A newsroom that keeps its data elsewhere will not know this token.");
            }

            return DevelopmentIssuer.Token(key, user, roles.Distinct(), run.Machine.Clock.GetUtcNow(), TimeSpan.FromHours(hours));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new LocalProblem($"The key in {run.Machine.Data} cannot be read: {failure.Message}");
        }
    }
}
