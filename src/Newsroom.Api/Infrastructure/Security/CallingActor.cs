using System.Security.Claims;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>Who is calling, as their token says.</summary>
public sealed class CallingActor(IHttpContextAccessor accessor)
{
    /// <summary>The claim that carries the roles.</summary>
    public const string RolesClaim = "roles";

    private static readonly Dictionary<string, Role> RolesInWords = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    /// <summary>The caller: person and roles. Roles nobody here knows are passed over.</summary>
    public Actor Actor { get; } = Of(accessor.HttpContext?.User ?? throw new InvalidOperationException("A caller comes with a request."));

    /// <summary>The issuer of the caller's token: bare user names mean people of the same.</summary>
    public string PersonOf(string user) =>
        user.Contains('@', StringComparison.Ordinal) ? user : $"{user}@{Actor.Person[(Actor.Person.LastIndexOf('@') + 1)..]}";

    /// <summary>The actor a verified token speaks for.</summary>
    public static Actor Of(ClaimsPrincipal user) =>
        Actor.Of(
            $"{user.FindFirstValue("sub")}@{user.FindFirstValue("iss")}",
            user.FindAll(RolesClaim).Where(c => RolesInWords.ContainsKey(c.Value)).Select(c => RolesInWords[c.Value])
        );
}
