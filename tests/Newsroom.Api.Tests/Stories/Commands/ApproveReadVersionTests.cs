using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>A person approves a story whose desk changed after they read it.</summary>
public class ApproveReadVersionTests(Newsroom newsroom)
{
    [Fact]
    public async Task An_approval_names_a_version_that_has_the_desk_and_language()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Approved as read", "It rained in May.");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        var (read, fingerprint) = (await story.VersionAsync(), await story.FingerprintAsync());
        (await ApproveAsync("eva", null)).Is(200);
        (await story.DoAsync("describe-story", "eva", Role.Editor, new { desk = "metro" })).Is(200);

        var unseen = (await ApproveAsync("ed", read)).IsRefused(412, "stale-description");
        unseen.Json["currentVersion"]!.GetValue<long>().ShouldBe(await story.VersionAsync());
        (await ApproveAsync("ed", null)).IsRefused(428, "version-required");
        (await ApproveAsync("ed", await story.VersionAsync())).Is(200);

        Task<Answer> ApproveAsync(string by, long? version) =>
            newsroom.As(by, Role.Editor).PostAsync($"/stories/{story.Id}/approve", new { fingerprint }, version);
    }
}
