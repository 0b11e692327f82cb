using System.Collections.Immutable;
using System.Text.Json;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Domain.Tests.Stories.Properties;

internal sealed partial class StoryWalk
{
    /// <summary>
    /// Asserts that work is listed for a person if and only if its command is accepted from that person and settles the reason, and that
    /// each reason that waits is listed.
    /// </summary>
    public void CheckWork()
    {
        var gates = spec.Gates;
        var work = StoryWork.Of(spec.Story, spec.Text, gates);
        work.GroupBy(w => (w.Kind, w.Command, w.Subject, w.Body.ToJsonString()))
            .ShouldAllBe(same => same.Count() == 1, $"one item twice. {Told}");
        foreach (var item in work)
        {
            foreach (var by in Everybody.Concat(Others))
            {
                CheckItem(gates, item, by);
            }
        }

        if (spec.Story.Closed() is not ClosedState.Spiked)
        {
            foreach (var (gate, reason) in gates.SelectMany(g => g.Blocking, (g, reason) => (g.Gate, reason)))
            {
                foreach (var command in reason.Ways.Select(way => way.Command).Distinct())
                {
                    CheckListed(work, gate, reason, command);
                }
            }
        }
    }

    /// <summary>Asserts that an item is listed for a person exactly in the roles in which its command is accepted.</summary>
    private void CheckItem(ImmutableArray<GateResult> gates, WaitingWork item, Actor by)
    {
        var now = item.From is { } from && from > spec.Now ? from : spec.Now;
        var listed = Listed(item, by);
        listed.IsEmpty.ShouldBe(item.RoleOf(by) is null);
        foreach (var role in CommandCatalog.Named(item.Command).Roles.Where(by.Is))
        {
            var asked = Filled(gates, item);
            var decision = spec.Decide(asked with { As = role, BasedOn = spec.Story.Version }, by, now);
            var who = $"{item} for {by.Person} as {role}: {decision.Refusal?.Code}. {Told}";
            if (listed.Contains(role))
            {
                decision.Refusal.ShouldBeNull(who);
            }
            else if (decision is AcceptedStoryCommand accepted && IsOfThem(item, by))
            {
                IsWaiting(item, spec.After(accepted, by), now).ShouldBeTrue(who);
            }
        }
    }

    /// <summary>Returns whether the item is still listed, or its reason still blocks: another command settles it now.</summary>
    private bool IsWaiting(WaitingWork item, StorySnapshot after, DateTimeOffset now)
    {
        var gates = GateList.Evaluate(after.Story, after.Text, Policy.Binding(after.Story, spec.PolicyOf), now);
        return StoryWork
                .Of(after.Story, after.Text, gates)
                .Any(w => (w.Kind, w.Command, w.Subject) == (item.Kind, item.Command, item.Subject))
            || gates.SelectMany(g => g.Blocking).Any(reason => (reason.Code, reason.Words) == (item.Reason, item.Words));
    }

    /// <summary>Returns whether a person is one of those for whom work of this kind waits.</summary>
    private bool IsOfThem(WaitingWork item, Actor by)
    {
        var isOnTheStory = spec.Story.IsAuthor(by.Person) || spec.Story.Assignee == by.Person;
        return item.Kind switch
        {
            WorkKind.Mark or WorkKind.Revise => spec.Story.Stage == Stage.InReview || isOnTheStory,
            WorkKind.Assigned => spec.Story.Assignee == by.Person,
            WorkKind.Note => item.Reason != "note" || (isOnTheStory && spec.Story.Notes.Single(n => n.Id == item.Subject).By != by.Person),
            _ => true,
        };
    }

    private static ImmutableArray<Role> Listed(WaitingWork item, Actor by) =>
        [.. item.Ways.Where(way => by.Is(way.Roles[0]) && way.Names(by.Person, way.Roles[0])).Select(way => way.Roles[0])];

    /// <summary>Returns the command of an item, with its known members; the others are filled in.</summary>
    private StoryCommand Filled(ImmutableArray<GateResult> gates, WaitingWork item)
    {
        var body = JsonSerializer
            .SerializeToNode(Complete(gates, item), CommandCatalog.Named(item.Command).Type, StorySpec.Storage)!
            .AsObject();
        foreach (var (name, value) in item.Body)
        {
            body[name] = value?.DeepClone();
        }

        return (StoryCommand)body.Deserialize(CommandCatalog.Named(item.Command).Type, StorySpec.Storage)!;
    }

    private StoryCommand Complete(ImmutableArray<GateResult> gates, WaitingWork item) =>
        item.Kind switch
        {
            WorkKind.Check => CheckOf(spec.Story, item.Subject),
            WorkKind.PublishFactCheck => RatingOf(spec.Story, item.Subject),
            WorkKind.Note => new ResolveNote(item.Subject),
            WorkKind.Assigned => Revise(["It rained."]),
            WorkKind.Submit
            or WorkKind.SentBack
            or WorkKind.Return
            or WorkKind.Publish
            or WorkKind.Release
            or WorkKind.ScheduleFailed => Next(item.Command),
            _ => gates
                .SelectMany(g => g.Blocking, (g, reason) => (g.Gate, Reason: reason))
                .Where(r => (r.Reason.Subject, r.Reason.Code) == (item.Subject, item.Reason))
                .Where(r => r.Reason.Ways.Any(way => way.Command == item.Command))
                .Select(r => Settling(item.Command, r.Gate, r.Reason))
                .First(),
        };

    /// <summary>Asserts that everyone from whom a reason waits has an item of the command.</summary>
    private void CheckListed(ImmutableArray<WaitingWork> work, Gate gate, GateReason reason, string command)
    {
        if (command is "waive-gate" or "lift-embargo" or "submit-for-review")
        {
            return;
        }

        foreach (var by in Everybody.Concat(Others))
        {
            foreach (var role in CommandCatalog.Named(command).Roles.Where(by.Is))
            {
                var asked = Settling(command, gate, reason) with { As = role, BasedOn = spec.Story.Version };
                var items = work.Where(w => w.Command == command && Listed(w, by).Contains(role)).ToList();
                if (
                    items.Count == 0
                    && spec.Decide(asked, by) is AcceptedStoryCommand accepted
                    && (
                        spec.Story.Stage == Stage.InReview
                        || command is not ("revise-article" or "attribute-quote" or "dismiss-quotation" or "withdraw-quote" or "flag-claim")
                        || spec.Story.IsAuthor(by.Person)
                        || spec.Story.Assignee == by.Person
                    )
                )
                {
                    IsUnresolved(gate, reason, spec.After(accepted, by))
                        .ShouldBeTrue($"{reason.Message} {command} by {by.Person} as {role} is not listed. {Told}");
                }
            }
        }
    }
}
