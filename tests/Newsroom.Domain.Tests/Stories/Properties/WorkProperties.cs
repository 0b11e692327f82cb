using CsCheck;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>Work waits for exactly the people who can do it, for random stories in every stage.</summary>
public sealed class WorkProperties
{
    [Fact]
    public void Work_is_listed_for_a_person_if_and_only_if_its_command_is_accepted_from_them() =>
        StoryWalk.Walks.Sample(walk => StoryWalk.Taken(walk).CheckWork(), iter: Cases);
}
