using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <summary>The gates name the next step of a story, and who can take it.</summary>
public sealed class NextStepSpecs
{
    [Fact]
    public void An_author_submits_a_draft() =>
        Next(Given(Drafted(), Revised("It rains.", by: Ed))).ShouldBe("submit-for-review if rita or ed");

    [Fact]
    public void A_publisher_publishes_a_ready_story() => Next(Given(Ready)).ShouldBe("publish");

    [Fact]
    public void After_a_correction_the_words_are_published_by_another_correction() =>
        Next(
                Given([
                    .. Ready,
                    Published(),
                    Revised("The bridge will not be rebuilt."),
                    Submitted(),
                    Approved(Ed),
                    Approved(Lea),
                    Asked(new Correct(EditionKind.Correction, "It will not."), Pia),
                    Revised("The bridge may be rebuilt."),
                    Submitted(),
                    Approved(Ed),
                    Approved(Lea),
                ])
            )
            .ShouldBe("correct");

    [Fact]
    public void While_gates_fail_in_review_there_is_none() => Next(Given(Drafted(), Submitted())).ShouldBeEmpty();

    [Fact]
    public void A_published_article_is_not_submitted_again() => Next(Given([.. Ready, Published()])).ShouldBeEmpty();

    [Fact]
    public void A_published_article_leaves_review_by_a_request_for_changes() =>
        Next(Given([.. Ready, Published(), Submitted()])).ShouldBe("request-changes");

    [Fact]
    public void An_editor_unspikes_a_spiked_story() => Next(Given(Drafted(), Spiked())).ShouldBe("unspike");

    private static string Next(StorySpec spec) =>
        string.Join(
            ", ",
            NextSteps
                .Of(spec.Story, spec.Text, spec.Gates)
                .Select(way => $"{way.Command}{(way.OnlyBy.IsEmpty ? "" : $" if {string.Join(" or ", way.OnlyBy)}")}")
        );
}
