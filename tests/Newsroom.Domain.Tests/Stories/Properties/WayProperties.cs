using CsCheck;

namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>The ways that gates offer are true, for random stories in every stage.</summary>
public sealed class WayProperties
{
    [Fact]
    public void Every_way_is_accepted_from_the_people_it_names_and_no_other_person_could_have_taken_it() =>
        StoryWalk.Walks.Sample(walk => StoryWalk.Taken(walk).CheckWays(), iter: Cases);
}
