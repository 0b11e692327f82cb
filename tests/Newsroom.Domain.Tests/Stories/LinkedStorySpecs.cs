using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Drafts that name another story: a substitute, or a translation.</summary>
public sealed class LinkedStorySpecs
{
    private static readonly Guid Other = new("0198c0de-0000-7000-8000-000000000002");

    [Theory]
    [InlineData(PublicationStatus.Retracted)]
    [InlineData(PublicationStatus.Killed)]
    public void A_substitute_replaces_a_retracted_or_killed_story(PublicationStatus status) =>
        Beside(status)
            .When(new DraftArticle("city") { Headline = "Again", Replaces = Other }, by: Rita)
            .Then($"{{rita}} drafted “Again” for the city desk, as a substitute for {Other}")
            .And(s => s.Story.Replaces.ShouldBe(Other));

    [Theory]
    [InlineData(PublicationStatus.Unpublished)]
    [InlineData(PublicationStatus.Live)]
    [InlineData(PublicationStatus.Withheld)]
    public void Any_other_story_needs_no_substitute(PublicationStatus status) =>
        Beside(status)
            .When(new DraftArticle("city") { Headline = "Again", Replaces = Other }, by: Rita)
            .ThenRefused("not-taken-down");

    [Fact]
    public void A_translation_is_in_another_language() =>
        Beside(PublicationStatus.Live)
            .When(new DraftArticle("city") { Headline = "Wieder", TranslationOf = Other }, by: Rita)
            .ThenRefused("same-language")
            .When(new DraftArticle("city") { Headline = "Again", Language = "EN", TranslationOf = Other }, by: Rita)
            .ThenRefused("same-language")
            .When(new DraftArticle("kultur") { Headline = "Igjen", TranslationOf = Other }, by: Rita)
            .Then($"{{rita}} drafted “Igjen” for the kultur desk, as a translation of {Other}")
            .And(s => s.Story.TranslationOf.ShouldBe(Other));

    [Fact]
    public void A_translation_of_a_translation_has_the_same_original()
    {
        var original = new Guid("0198c0de-0000-7000-8000-000000000003");
        Beside(PublicationStatus.Live, original: original)
            .When(new DraftArticle("kultur") { Headline = "Igjen", TranslationOf = Other }, by: Rita)
            .Then($"{{rita}} drafted “Igjen” for the kultur desk, as a translation of {original}")
            .And(s => s.Story.TranslationOf.ShouldBe(original));
    }

    [Fact]
    public void A_translation_of_a_translation_is_not_in_the_language_of_the_original()
    {
        var original = new Guid("0198c0de-0000-7000-8000-000000000003");
        var spec = Beside(PublicationStatus.Live, original: original);
        var translation = spec.Others.Single();
        spec.Others.Add(translation with { Id = original, Language = "nb", TranslationOf = null });
        spec.When(new DraftArticle("kultur") { Headline = "Igjen", Language = "NB", TranslationOf = Other }, by: Rita)
            .ThenRefused("same-language")
            .When(new DraftArticle("kultur") { Headline = "Igen", Language = "da", TranslationOf = Other }, by: Rita)
            .And(s => s.Story.Language.ShouldBe("da"));
    }

    [Fact]
    public void No_refusal_tells_the_language_of_an_original_that_the_caller_may_not_read()
    {
        var original = new Guid("0198c0de-0000-7000-8000-000000000003");
        var spec = Beside(PublicationStatus.Live, original: original);
        spec.Others.Add(
            spec.Others.Single() with
            {
                Id = original,
                Language = "nb",
                TranslationOf = null,
                Confidential = new Confidentiality(Role.Editor, "ed", null, StorySpec.Start, [], []),
            }
        );
        spec.When(new DraftArticle("kultur") { Headline = "Igjen", Language = "nb", TranslationOf = Other }, by: Ed)
            .ThenRefused("same-language")
            .When(new DraftArticle("kultur") { Headline = "Igjen", Language = "nb", TranslationOf = Other }, by: Rob)
            .Then($"{{rob}} drafted “Igjen” for the kultur desk, as a translation of {original}");
    }

    [Fact]
    public void A_describer_does_not_learn_the_language_of_an_original_that_they_may_not_read()
    {
        var spec = Beside(PublicationStatus.Live);
        spec.When(new DraftArticle("kultur") { Headline = "Igjen", TranslationOf = Other }, by: Rob);
        var original = spec.Others.Single();
        spec.Others[0] = original with { Confidential = new Confidentiality(Role.Editor, "ed", null, StorySpec.Start, [], []) };
        spec.When(new DescribeStory { Language = "EN" }, by: Rob).Then(typeof(StoryDescribed));
    }

    [Fact]
    public void A_translation_does_not_get_the_language_of_its_original()
    {
        var spec = Beside(PublicationStatus.Live);
        spec.When(new DraftArticle("kultur") { Headline = "Igjen", TranslationOf = Other }, by: Rita)
            .When(new DescribeStory { Language = "EN" }, by: Rita)
            .ThenRefused("same-language")
            .When(new DescribeStory { Language = "da" }, by: Rita)
            .And(s => s.Story.Language.ShouldBe("da"));
    }

    [Fact]
    public void An_original_does_not_get_the_language_of_a_translation_that_readers_have()
    {
        foreach (var (status, isRefused) in new[] { (PublicationStatus.Live, true), (PublicationStatus.Unpublished, false) })
        {
            var spec = Given(Drafted(Plain));
            var other = spec.Story;
            spec.Others.Add(
                other with
                {
                    Id = Other,
                    Language = "nb",
                    TranslationOf = other.Id,
                    Publication = new Publication(status, 1),
                }
            );
            spec.When(new DescribeStory { Language = "NB" }, by: Ed);
            if (isRefused)
            {
                spec.ThenRefused("same-language");
            }

            spec.When(new DescribeStory { Language = "da" }, by: Ed).And(s => s.Story.Language.ShouldBe("da"));
        }
    }

    [Fact]
    public void The_other_story_exists_and_can_be_read()
    {
        foreach (var spec in new[] { Given(), Beside(PublicationStatus.Killed, isConfidential: true) })
        {
            spec.When(new DraftArticle("city") { Headline = "Again", Replaces = Other }, by: Rob).ThenRefused("unknown-linked-story");
            spec.When(new DraftArticle("kultur") { Headline = "Igjen", TranslationOf = Other }, by: Rob)
                .ThenRefused("unknown-linked-story");
        }
    }

    [Fact]
    public void Every_edition_names_the_other_stories()
    {
        var spec = Beside(PublicationStatus.Killed);
        spec.When(new DraftArticle("kultur") { Headline = "Igjen", Replaces = Other, TranslationOf = Other }, by: Rita)
            .When(new SubmitForReview(), by: Rita)
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Publish(), by: Pia)
            .And(s => s.Happened.OfType<EditionEvent>().Select(e => (e.Replaces, e.TranslationOf)).ShouldBe([(Other, Other)]))
            .When(new Correct(EditionKind.EditorsNote, "It was colder."), by: Pia)
            .And(s => s.Happened.OfType<EditionEvent>().Select(e => (e.Replaces, e.TranslationOf)).ShouldBe([(Other, Other)]));
    }

    private static StorySpec Beside(PublicationStatus status, bool isConfidential = false, Guid? original = null)
    {
        var other = Given(Drafted(Plain)).Story;
        var spec = Given();
        spec.Others.Add(
            other with
            {
                Id = Other,
                Publication = new Publication(status, 1),
                TranslationOf = original,
                Confidential = isConfidential ? new Confidentiality(Role.Editor, "ed", null, StorySpec.Start, [], []) : null,
            }
        );
        return spec;
    }
}
