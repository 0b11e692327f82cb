using System.Collections.Immutable;

namespace Newsroom.Domain.Kernel;

/// <summary>Who is acting, as their token says: a person and the roles they hold.</summary>
/// <param name="Person">The person's identity, <c>subject@issuer</c>, the same whatever the roles.</param>
/// <param name="Roles">The roles the token carries.</param>
public sealed record Actor(string Person, ImmutableSortedSet<Role> Roles)
{
    private static readonly ImmutableArray<Role> Solitary = [Role.Auditor, Role.Admin];

    /// <summary>An actor holding <paramref name="roles"/>.</summary>
    public static Actor Of(string person, params IEnumerable<Role> roles) => new(person, roles.ToImmutableSortedSet());

    /// <summary>Whether the actor holds <paramref name="role"/>.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The refusal of a token whose roles may not be held together, or null.</summary>
    public Refusal? RolesThatDoNotCombine() =>
        Roles.Count > 1 && Solitary.Any(Is)
            ? Refusal.Forbidden(
                "roles-do-not-combine",
                $"{string.Join(" and ", Solitary.Where(Is).Select(r => r.ToKebabCase()))} combines with no other role; this token carries {string.Join(", ", Roles.Select(r => r.ToKebabCase()))}."
            )
            : null;
}
