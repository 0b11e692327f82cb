using Newsroom.Api.Tests.Scenarios;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Drafting;

/// <summary>Somebody approves a story whose desk changed after they read it.</summary>
public class ApproveWhatWasReadTests(Newsroom newsroom)
{
    [Fact]
    public async Task An_approval_names_a_version_that_has_the_desk_and_language()
    {
        var story = await StoryDriver.Drafted(newsroom, "Approved as read", "It rained in May.");
        (await story.Do("submit-for-review", "rita", Role.Reporter)).Is(200);
        var (read, fingerprint) = (await story.Version(), await story.Fingerprint());
        (await Approve("eva", null)).Is(200);
        (await story.Do("describe-story", "eva", Role.Editor, new { desk = "metro" })).Is(200);

        var unseen = (await Approve("ed", read)).IsRefused(412, "stale-description");
        unseen.Json["currentVersion"]!.GetValue<long>().ShouldBe(await story.Version());
        (await Approve("ed", null)).IsRefused(428, "version-required");
        (await Approve("ed", await story.Version())).Is(200);

        Task<Answer> Approve(string by, long? version) =>
            newsroom.As(by, Role.Editor).Post($"/stories/{story.Id}/approve", new { fingerprint }, version);
    }
}
