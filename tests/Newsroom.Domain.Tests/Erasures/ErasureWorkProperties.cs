using System.Collections.Immutable;
using CsCheck;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Erasures;

/// <summary>A requested erasure waits for exactly the people who can decide it, for random erasures and people.</summary>
public sealed class ErasureWorkProperties
{
    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000005");

    private static readonly Gen<ErasureCommand> Decisions = Gen.OneOf(
        Gen.Const<ErasureCommand>(new ApproveErasure()),
        Gen.Const<ErasureCommand>(new RejectErasure("An archive must be kept."))
    );

    private static readonly Gen<ImmutableArray<ErasedPart>> Parts = Gen.Int[0, 2]
        .Select(count => Enumerable.Range(0, count).Select(i => new ErasedPart(Id, $"/evidence/{i}")).ToImmutableArray());

    [Fact]
    public void An_erasure_is_listed_for_a_person_if_and_only_if_its_command_is_accepted_from_them()
    {
        var (approved, rejected, left) = (0, 0, 0);
        Gen.Select(
                Gen.Enum<ErasureKind>(),
                RandomPeople.Names,
                Gen.Select(Decisions, RandomPeople.Actors).Array[0, 4],
                Parts,
                RandomPeople.Actors.Array[1, 6]
            )
            .Sample(
                (kind, requester, decisions, parts, people) =>
                {
                    var erasure = Taken(kind, requester, decisions, parts);
                    foreach (var person in people)
                    {
                        var listed = Check(erasure, new ErasureContext(Id, person) { Parts = parts });
                        Interlocked.Add(ref approved, listed == ConfigurationCatalog.ApproveErasure ? 1 : 0);
                        Interlocked.Add(ref rejected, listed == ConfigurationCatalog.RejectErasure ? 1 : 0);
                        Interlocked.Add(ref left, listed is null ? 1 : 0);
                    }
                },
                iter: Cases
            );
        new[] { approved, rejected, left }.ShouldAllBe(count => count > Cases / 20);
    }

    private static ConfigurationCommand? Check(Erasure erasure, ErasureContext context)
    {
        var listed = ErasureWork.CommandOf(erasure, context);
        var approval = ErasureDecider.Decide(erasure, new ApproveErasure(), context);
        var who = $"{listed?.Name} for {context.Actor.Person} as {string.Join(", ", context.Actor.Roles)}: {approval.Refusal?.Code}";
        (listed == ConfigurationCatalog.ApproveErasure).ShouldBe(approval.Refusal is null, who);
        (listed is not null).ShouldBe(Awaits(erasure, context.Actor), who);
        if (listed is not null)
        {
            ErasureCommand command =
                listed == ConfigurationCatalog.ApproveErasure ? new ApproveErasure() : new RejectErasure("An archive must be kept.");
            var decision = ErasureDecider.Decide(erasure, command, context);
            decision.Refusal.ShouldBeNull(who);
            ErasureWork.CommandOf(After(erasure, decision, context.Actor.Person), context).ShouldBeNull(who);
        }

        return listed;
    }

    /// <summary>
    /// The rule in other words: an undecided request of another person, for a chief-editor who has no role that
    /// stands alone.
    /// </summary>
    private static bool Awaits(Erasure erasure, Actor person) =>
        erasure.State == ErasureState.Requested
        && erasure.RequestedBy != person.Person
        && person.Is(Role.ChiefEditor)
        && !person.Is(Role.Admin)
        && !person.Is(Role.Auditor);

    private static Erasure Taken(
        ErasureKind kind,
        string requester,
        IEnumerable<(ErasureCommand Command, Actor By)> decisions,
        ImmutableArray<ErasedPart> parts
    )
    {
        var request = new RequestErasure(kind, "pomona", "GDPR Art. 17(1)(a)", "She asked for it.");
        var requested = ErasureDecider.Decide(null, request, new ErasureContext(Id, Actor.Of(requester, Role.Legal)));
        return decisions.Aggregate(After(null, requested, requester), (erasure, next) =>
            After(erasure, ErasureDecider.Decide(erasure, next.Command, new ErasureContext(Id, next.By) { Parts = parts }), next.By.Person)
        );
    }

    private static Erasure After(Erasure? erasure, Decision<ErasureEvent> decision, string by) =>
        decision.Refusal is null
            ? decision.Events.Aggregate(erasure, (before, happened) => Erasure.Evolve(before, Id, happened, by, StorySpec.Start))!
            : erasure!;
}
