using Newsroom.Domain.Kernel;
using Newsroom.Local;

namespace Newsroom.Api.Tests;

/// <summary>
/// Issues tokens of a Development host, from the key in its data directory. The framework validates them by the machine's clock, whatever
/// clock the host has.
/// </summary>
internal static class DevelopmentTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Issues a token that is valid for an hour.</summary>
    public static string Issue(string data, string user, IEnumerable<Role> roles) =>
        Issue(data, user, roles, TimeProvider.System.GetUtcNow());

    /// <summary>Issues a token that expired an hour ago.</summary>
    public static string IssueExpired(string data, string user, IEnumerable<Role> roles) =>
        Issue(data, user, roles, TimeProvider.System.GetUtcNow() - (2 * Lifetime));

    private static string Issue(string data, string user, IEnumerable<Role> roles, DateTimeOffset from) =>
        DevelopmentIssuer.Token(DevelopmentIssuer.Key(data), user, roles.Select(role => role.ToKebabCase()), from, Lifetime);
}
