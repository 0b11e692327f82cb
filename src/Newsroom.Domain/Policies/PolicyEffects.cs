using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Domain.Policies;

/// <summary>Describes what a policy would change for the stories that it would bind.</summary>
public static class PolicyEffects
{
    /// <summary>The most stories that are compared.</summary>
    public const int MaxStories = 50;

    /// <summary>Lists the stories that other gates would block, in their order; at most <see cref="MaxStories"/> are compared.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="before">The policy that binds a story.</param>
    /// <param name="after">The policy that would bind it.</param>
    /// <param name="now">The time of evaluation, for embargoes.</param>
    public static IEnumerable<CommandEffect> Of(
        IReadOnlyList<StorySnapshot> stories,
        Func<Story, Policy> before,
        Func<Story, Policy> after,
        DateTimeOffset now
    )
    {
        foreach (var (story, text) in stories.Take(MaxStories))
        {
            var (blocking, wouldBlock) = (Failing(before(story)), Failing(after(story)));
            if (wouldBlock.Except(blocking).ToList() is { Count: > 0 } added)
            {
                yield return new(EffectKind.Changes, $"“{text.Article.Headline}” would be blocked by {Names(added)}.");
            }

            if (blocking.Except(wouldBlock).ToList() is { Count: > 0 } removed)
            {
                yield return new(EffectKind.Changes, $"“{text.Article.Headline}” would no longer be blocked by {Names(removed)}.");
            }

            List<Gate> Failing(Policy policy) =>
                [
                    .. GateList
                        .Evaluate(story, text, policy, now)
                        .Where(gate => gate.Outcome == GateOutcome.Failed)
                        .Select(gate => gate.Gate),
                ];
        }

        if (stories.Count > MaxStories)
        {
            yield return new(
                EffectKind.Changes,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The desk has further stories: only the {MaxStories} most urgent were compared."
                )
            );
        }
    }

    private static string Names(IEnumerable<Gate> gates) => string.Join(", ", gates.Select(gate => gate.ToKebabCase()));
}
