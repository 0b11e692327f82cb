using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Domain.Stories.Work;

/// <summary>Combines ways to one for each role.</summary>
internal static class WorkWays
{
    /// <summary>Returns one way for each role, which names everyone whom any of the ways names in that role.</summary>
    public static ImmutableArray<GateWay> ByRole(IEnumerable<GateWay> ways)
    {
        var all = ways.ToList();
        return
        [
            .. all.SelectMany(way => way.Roles)
                .Distinct()
                .Order()
                .Select(role => Union(role, all.FindAll(way => way.Roles.Contains(role))))
                .Where(way => way is not null)
                .Select(way => way!),
        ];
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

    private static GateWay? Union(Role role, List<GateWay> ways)
    {
        var (open, closed) = (ways.FindAll(way => way.OnlyBy.IsEmpty), ways.FindAll(way => !way.OnlyBy.IsEmpty));
        var named = closed.SelectMany(way => way.OnlyBy.Except(way.NotBy)).Distinct().ToImmutableArray();
        var union = new GateWay(ways[0].Command, [role]);
        if (open.Count > 0)
        {
            var not = open.Select(way => way.NotBy.AsEnumerable()).Aggregate((one, other) => one.Intersect(other));
            return union with { NotBy = [.. not.Except(named)] };
        }

        return named.IsEmpty ? null : union with { OnlyBy = named };
    }
}
