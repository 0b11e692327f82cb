using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Domain.Stories.Work;

/// <summary>Combines ways to one for each role.</summary>
internal static class WorkWays
{
    private static readonly ImmutableArray<Role> Roles = [.. Enum.GetValues<Role>()];

    /// <summary>Returns one way for each role, which names everyone whom any of the ways names in that role.</summary>
    public static ImmutableArray<GateWay> ByRole(IEnumerable<GateWay> ways)
    {
        var all = ways.ToList();
        var byRole = ImmutableArray.CreateBuilder<GateWay>();
        foreach (var role in Roles)
        {
            if (Union(role, all) is { } way)
            {
                byRole.Add(way);
            }
        }

        return byRole.DrainToImmutable();
    }

    /// <summary>Returns the ways for certain people only.</summary>
    public static IEnumerable<GateWay> Only(IEnumerable<GateWay> ways, ImmutableArray<string> people) =>
        from way in ways
        let only = people.Where(person => way.Roles.Any(role => way.Names(person, role))).ToImmutableArray()
        where !only.IsEmpty
        select way with
        {
            OnlyBy = only,
            NotBy = [],
        };

    // Without queries: it is called for each reason of each gate after each event of a story.
    private static GateWay? Union(Role role, List<GateWay> ways)
    {
        GateWay? first = null;
        var (isOpen, not, named) = (false, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        foreach (var way in ways)
        {
            if (!way.Roles.Contains(role))
            {
                continue;
            }

            first ??= way;
            if (way.OnlyBy.IsEmpty)
            {
                not = isOpen ? [.. not.Intersect(way.NotBy)] : way.NotBy;
                isOpen = true;
            }
            else
            {
                named = Both(named, Without(way.OnlyBy, way.NotBy));
            }
        }

        if (first is null || (!isOpen && named.IsEmpty))
        {
            return null;
        }

        var union = new GateWay(first.Command, [role]);
        return isOpen ? union with { NotBy = Without(not, named) } : union with { OnlyBy = named };
    }

    private static ImmutableArray<string> Both(ImmutableArray<string> people, ImmutableArray<string> others) =>
        people.IsEmpty ? others : [.. people.Union(others)];

    private static ImmutableArray<string> Without(ImmutableArray<string> people, ImmutableArray<string> others) =>
        people.IsEmpty || others.IsEmpty ? people : [.. people.Except(others)];
}
