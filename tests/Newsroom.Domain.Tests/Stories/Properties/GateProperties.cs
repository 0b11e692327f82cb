using CsCheck;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>
/// For any commands in any order under any policy, the gates agree with a reference model, and following their advice leads to publication.
/// </summary>
public sealed class GateProperties
{
    [Fact]
    public void The_gates_agree_with_the_reference_model_and_nothing_is_published_past_them() =>
        StoryWalk.Walks.Sample(walk => StoryWalk.Taken(walk), iter: Cases);

    [Fact]
    public void Following_the_gates_publishes_the_story() =>
        StoryWalk.Walks.Sample(walk => StoryWalk.Taken(walk).Follow(StoryWalk.Everybody[walk.Drafter]), iter: Cases);
}
