using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>An accepted command states what it changes besides what it asks for.</summary>
public sealed class StoryEffectsSpecs
{
    private const string Quote = "“We will rebuild the bridge,”";

    private static readonly GivenCommand[] Verified = [Drafted(Bridge), Attributed(Quote, attribution: "said the mayor"), Checked("q1")];

    [Fact]
    public void A_changed_word_lapses_the_check() =>
        EffectsOf(Given(Verified), new ReviseArticle { Body = Bridge.Replace("will", "may", StringComparison.Ordinal) })
            .ShouldBe(["Lapses: The check of q1 by {femi} (verified) would lapse: the words change."]);

    [Fact]
    public void Removed_words_lapse_the_check_and_orphan_the_passage() =>
        EffectsOf(Given(Verified), new ReviseArticle { Body = Bridge.Replace(Quote, "", StringComparison.Ordinal) })
            .ShouldBe(
                [
                    "Changes: q1 would be orphaned: its words are removed from the article.",
                    "Lapses: The check of q1 by {femi} (verified) would lapse: the words are removed.",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void Restored_words_return_the_check() =>
        EffectsOf(
                Given([.. Verified, Revised(Bridge.Replace("will", "may", StringComparison.Ordinal))]),
                new ReviseArticle { Body = Bridge }
            )
            .ShouldBe(["Returns: The check of q1 by {femi} (verified) would be valid again: the checked words are restored."]);

    [Fact]
    public void A_dismissal_applies_while_its_words_are_there()
    {
        const string phrase = "“not in my back yard”";
        var body = $"It was a case of {phrase}.";
        var dismissed = Given(Drafted(body), Dismissed(phrase));
        EffectsOf(dismissed, new ReviseArticle { Body = "It was a case of “not in my front yard”." })
            .ShouldBe([$"Lapses: The dismissal of {phrase} by {{ed}} would no longer apply."]);

        var changed = Given(Drafted(body), Dismissed(phrase), Revised("It was a case of “not in my front yard”."));
        EffectsOf(changed, new ReviseArticle { Body = body })
            .ShouldBe([$"Returns: The dismissal of {phrase} by {{ed}} would apply again."]);
    }

    [Fact]
    public void A_change_of_other_words_has_no_effect() =>
        EffectsOf(Given(Verified), new ReviseArticle { Headline = "Another headline" }).ShouldBeEmpty();

    [Fact]
    public void A_new_story_has_no_effects() =>
        StoryEffects.Of(null, new AcceptedStoryCommand(Role.Reporter, []), Rita, StorySpec.Start).ShouldBeEmpty();

    private static IEnumerable<string> EffectsOf(StorySpec spec, StoryCommand command)
    {
        var before = new StorySnapshot(spec.Story, spec.Text);
        spec.When(command, by: Rita);
        spec.Refusal.ShouldBeNull();
        return StoryEffects
            .Of(before, new AcceptedStoryCommand(Role.Reporter, spec.Happened), Rita, StorySpec.Start)
            .Select(e => $"{e.Kind}: {e.Sentence}");
    }
}
