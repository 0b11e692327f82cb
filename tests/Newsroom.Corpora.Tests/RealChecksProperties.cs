using System.Collections.Concurrent;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Checks that checks follow their words in the revisions of two newsrooms over ten years.</summary>
public sealed class RealChecksProperties(ITestOutputHelper output)
{
    [Fact]
    public void Checks_follow_real_words_and_no_others() =>
        Told(
            (story, history, _) =>
                history
                    .Bodies.Skip(1)
                    .SelectMany(body =>
                    {
                        story.Mark();
                        return story.Revise(body);
                    })
        );

    /// <summary>Distant versions differ by far more moves and losses than consecutive ones.</summary>
    [Fact]
    public void Checks_hold_between_distant_versions() =>
        Told(
            (story, history, chance) =>
            {
                story.Mark();
                return Enumerable.Range(0, 3).SelectMany(_ => story.Revise(history.Bodies[chance.Next(history.Bodies.Length)]));
            }
        );

    [Fact]
    public void Checks_of_removed_words_are_reinstated_when_the_words_return() =>
        Told(
            (story, history, _) =>
            {
                story.Mark();
                return story.Revise("").Concat(story.Revise(history.Bodies[0]));
            }
        );

    private void Told(Func<RealStory, History, System.Random, IEnumerable<string>> revised)
    {
        var fates = new ConcurrentBag<string>();
        History.Each(
            (history, chance) =>
            {
                foreach (var fate in revised(new RealStory(history.Bodies[0], chance), history, chance))
                {
                    fates.Add(fate);
                }
            }
        );
        output.WriteLine(
            $"Passages: {string.Join(", ", fates.CountBy(fate => fate).OrderByDescending(f => f.Value).Select(f => $"{f.Value} {f.Key}"))}."
        );
    }
}
