using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Access;

/// <summary>Makes confidential stories and desks.</summary>
internal static class ConfidentialStories
{
    /// <summary>Words that no other story has.</summary>
    public const string Words = "The informant saw a crocodile in the council chamber.";

    /// <summary>Defines a desk whose policy has further members.</summary>
    public static async Task<string> DeskAsync(Newsroom newsroom, object? policy = null)
    {
        var desk = $"desk-{Guid.NewGuid():N}"[..20];
        (await newsroom.As("jonas", Role.Admin).PutAsync($"/desks/{desk}", new { name = "Desk", language = "en" })).Is(201);
        if (policy is not null)
        {
            (await newsroom.As("jonas", Role.Admin).PostAsync($"/desks/{desk}/propose-policy", policy)).Is(200);
            (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/desks/{desk}/accept-policy", new { version = 1 })).Is(200);
        }

        return desk;
    }

    /// <summary>Defines a desk whose policy shows that its confidential stories exist.</summary>
    public static Task<string> ShowingDeskAsync(Newsroom newsroom) =>
        DeskAsync(
            newsroom,
            new
            {
                reason = "Open.",
                gates = new[] { new { gate = "approvals" } },
                showsConfidential = true,
            }
        );

    /// <summary>Describes people, so that they can be admitted.</summary>
    public static async Task DescribeAsync(Newsroom newsroom, params IEnumerable<string> people)
    {
        foreach (var person in people)
        {
            await newsroom.As("jonas", Role.Admin).PutAsync($"/people/{person}", $$"""{"name":"{{person}}","roles":["fact-checker"]}""");
        }
    }

    /// <summary>Drafts a confidential story with a quote, a claim and a note.</summary>
    public static async Task<StoryDriver> DraftedAsync(Newsroom newsroom, string desk = "world", string speaker = "informant")
    {
        await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", new { id = speaker, name = "An informant" });
        var drafted = (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync(
                    "/stories/draft-article",
                    new
                    {
                        desk,
                        headline = "A crocodile in the chamber",
                        body = $"{Words} “It has very many teeth,” said the informant.",
                        confidential = true,
                    }
                )
        ).Is(201);
        var story = new StoryDriver(newsroom, drafted.Json["story"]!.GetValue<Guid>(), drafted.Json["slug"]!.GetValue<string>());
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = Words })).Is(200);
        (await story.DoAsync("attribute-quote", "rita", Role.Reporter, new { words = "“It has very many teeth,”", speaker })).Is(200);
        (await story.DoAsync("add-note", "rita", Role.Reporter, new { text = "Who else saw it?" })).Is(200);
        return story;
    }
}
