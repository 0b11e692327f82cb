using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Proposals of speakers and claims over HTTP.</summary>
public class ProposalsTests(Newsroom newsroom)
{
    private const string Body =
        "“We have waited too long,” said Una Falk. “We start in April.”\n\nThe work has cost 3 million since 2019. It is good.\n\n"
        + "“It was never a plan,” the harbour pilot said.";

    [Fact]
    public async Task Speakers_are_proposed_with_a_reason_and_nothing_is_stored()
    {
        var speaker = new { id = "una-falk", name = "Una Falk" };
        (await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", speaker)).Status.ShouldBeOneOf(201, 422);
        var story = await StoryDriver.DraftedAsync(newsroom, "Proposed speakers", Body);

        var proposals = (await newsroom.As("rita", Role.Reporter).GetAsync($"/stories/{story.Id}/proposals")).Is(200);

        var speakers = proposals.Json["speakers"]!.AsArray();
        speakers
            .Select(p => (p!["proposal"]!["number"]!.GetValue<int>(), p["proposal"]!["speaker"]?.GetValue<string>()))
            .ShouldBe([(1, "una-falk"), (2, "una-falk"), (3, null)]);
        speakers[0]!["message"]!
            .GetValue<string>()
            .ShouldBe("“Una Falk” follows the quotation as its source, and it has the whole name of Una Falk.");
        speakers[0]!["proposal"]!["attribution"]!["words"]!.GetValue<string>().ShouldBe("said Una Falk");
        speakers[2]!["message"]!.GetValue<string>().ShouldEndWith("but no single registered speaker matches these words.");
        (await story.VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Sentences_worth_checking_are_ranked_until_they_are_claims()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Proposed claims", Body);
        async Task<string[]> ClaimsAsync() =>
            [
                .. (await newsroom.As("rita", Role.Reporter).GetAsync($"/stories/{story.Id}/proposals?limit=1")).Is(200).Json["claims"]!
                    .AsArray()
                    .Select(c => $"{c!["proposal"]!["words"]} {c["message"]}"),
            ];

        (await ClaimsAsync())
            .ShouldHaveSingleItem()
            .ShouldBe("The work has cost 3 million since 2019. It has a number, an order of magnitude or a percentage, a date or period.");
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = "The work has cost 3 million since 2019." })).Is(200);
        (await ClaimsAsync()).ShouldAllBe(claim => !claim.Contains("3 million", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_story_has_no_proposals() =>
        (await newsroom.As("rita", Role.Reporter).GetAsync($"/stories/{Guid.NewGuid()}/proposals")).Is(404);
}
