using System.Collections.Immutable;

namespace Newsroom.Domain.Kernel;

/// <summary>Identifies the acting person and their roles, from the token.</summary>
/// <param name="Person">The person's identity, <c>subject@issuer</c>, independent of roles.</param>
/// <param name="Roles">The roles in the token.</param>
public sealed record Actor(string Person, ImmutableSortedSet<Role> Roles)
{
    private static readonly ImmutableArray<Role> Solitary = [Role.Auditor, Role.Admin];

    /// <summary>Creates an actor with roles.</summary>
    public static Actor Of(string person, params IEnumerable<Role> roles) => new(person, roles.ToImmutableSortedSet());

    /// <summary>Returns whether the token has a role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Refuses a token with an invalid combination of roles; null if it is valid.</summary>
    public Refusal? RolesThatDoNotCombine()
    {
        if (Roles.Count <= 1 || !Solitary.Any(Is))
        {
            return null;
        }

        var solitary = string.Join(" and ", Solitary.Where(Is).Select(r => r.ToKebabCase()));
        var held = string.Join(", ", Roles.Select(r => r.ToKebabCase()));
        return Refusal.Forbidden("roles-do-not-combine", $"The role {solitary} cannot be combined with other roles; the token has {held}.");
    }
}
