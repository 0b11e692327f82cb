using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>An editor saves several times from one version.</summary>
public class SavesFromOneVersionTests(Newsroom newsroom)
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\nNobody was hurt.";

    [Fact]
    public async Task A_later_save_replaces_the_earlier_one_and_keeps_a_colleagues_change()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Saved from one version", Body);
        (await SaveAsync(story, $"{Body} the wrd here")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "May", "June")).Is(200);
        (await SaveAsync(story, $"{Body} The word here and more.")).Is(200);
        (await story.BodyAsync()).ShouldBe($"{Body} The word here and more.".Replace("May", "June", StringComparison.Ordinal));
        (await SaveAsync(story, Body.Replace("May", "March", StringComparison.Ordinal))).IsRefused(409, "overlap");
    }

    [Fact]
    public async Task Restored_words_are_not_a_save()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Restored between saves", Body);
        (await story.ReplaceAsync("ed", Role.Editor, "hurt.", "hurt. Ed says so.")).Is(200);
        (await story.DoAsync("restore-revision", "rita", Role.Reporter, new { version = 1 })).Is(200);
        (await story.DoAsync("restore-revision", "rita", Role.Reporter, new { version = 2 })).Is(200);
        var late = await newsroom
            .As("rita", Role.Reporter)
            .PostAsync($"/stories/{story.Id}/revise-article", new { body = $"{Body} Rita." }, basedOn: 3);
        late.IsRefused(409, "overlap");
        (await story.BodyAsync()).ShouldEndWith("Ed says so.");
    }

    private Task<Answer> SaveAsync(StoryDriver story, string body) =>
        newsroom.As("rita", Role.Reporter).PostAsync($"/stories/{story.Id}/revise-article", new { body }, basedOn: 1);
}
