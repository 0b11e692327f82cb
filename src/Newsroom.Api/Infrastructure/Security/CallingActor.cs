using System.Security.Claims;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Infrastructure.Security;

/// <summary>The caller, read from the token.</summary>
public sealed class CallingActor(IHttpContextAccessor accessor)
{
    /// <summary>The claim that lists the roles.</summary>
    public const string RolesClaim = "roles";

    /// <summary>The claim with the id of a subscriber. A token that has it is of that subscriber, and has no roles.</summary>
    public const string SubscriberClaim = "subscriber";

    private static readonly Dictionary<string, Role> RolesInWords = Enum.GetValues<Role>().ToDictionary(r => r.ToKebabCase());

    /// <summary>Gets the caller's identity and roles; unknown roles are ignored.</summary>
    public Actor Actor { get; } = Of(accessor.HttpContext?.User ?? throw new InvalidOperationException("A caller comes with a request."));

    /// <summary>Gets the subscriber that the token is of; null where it is of a person.</summary>
    public string? Subscriber { get; } = accessor.HttpContext?.User.FindFirstValue(SubscriberClaim);

    /// <summary>Returns the identity of a user. A bare user name belongs to the caller's issuer.</summary>
    public string PersonOf(string user) =>
        user.Contains('@', StringComparison.Ordinal) ? user : $"{user}@{Actor.Person[(Actor.Person.LastIndexOf('@') + 1)..]}";

    /// <summary>Returns the actor of a verified token.</summary>
    public static Actor Of(ClaimsPrincipal user) =>
        Actor.Of(
            $"{user.FindFirstValue("sub")}@{user.FindFirstValue("iss")}",
            user.FindAll(RolesClaim).Where(c => RolesInWords.ContainsKey(c.Value)).Select(c => RolesInWords[c.Value])
        );
}
