using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests;

/// <summary>Random people: few names, so that they meet in one case, with any roles.</summary>
internal static class RandomPeople
{
    private static readonly string[] All = ["ana", "ben", "cid"];
    private static readonly Role[] Deciding = [Role.ChiefEditor, Role.Legal, Role.Admin];

    public static Gen<string> Names { get; } = Gen.Int[0, All.Length - 1].Select(i => All[i]);

    /// <summary>Half of them have one of the roles that propose, request or decide; the others any roles.</summary>
    public static Gen<Actor> Actors { get; } =
        Gen.Select(
            Names,
            Gen.OneOf(Gen.Int[0, Deciding.Length - 1].Select(i => new[] { Deciding[i] }), Gen.Enum<Role>().Array[0, 3]),
            (name, roles) => Actor.Of(name, roles)
        );
}
