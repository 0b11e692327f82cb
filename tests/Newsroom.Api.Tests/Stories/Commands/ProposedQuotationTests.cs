using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>Quotations that look like something other than speech are proposed and dismissed.</summary>
public sealed class ProposedQuotationTests(Newsroom newsroom)
{
    private const string Body = "They sang the song “Give me back my little boat” and said “we will sing it again tomorrow” twice.\n";

    [Fact]
    public async Task Titles_are_proposed_and_dismissed_at_once()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A song is sung", Body);
        (await QuotedAsync()).ShouldBe(["unattributed work", "unattributed "]);
        (await story.DoAsync("dismiss-proposed", "rita", Role.Reporter, new { reason = "Songs." })).IsRefused(403, "role-required");
        (await story.DoAsync("dismiss-proposed", "ed", Role.Editor, new { reason = "Mottos.", proposal = "motto" })).IsRefused(
            422,
            "no-proposal"
        );
        (await story.DoAsync("dismiss-proposed", "ed", Role.Editor, new { reason = "Songs.", proposal = "work" })).Is(200);
        (await QuotedAsync()).ShouldBe(["dismissed ", "unattributed "]);

        async Task<IEnumerable<string>> QuotedAsync() =>
            (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/quoted")).Json["quoted"]!
                .AsArray()
                .Select(q => $"{q!["state"]} {q["proposal"]}");
    }
}
