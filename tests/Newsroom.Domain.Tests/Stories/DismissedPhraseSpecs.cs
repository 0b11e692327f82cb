using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Stories;

public sealed class DismissedPhraseSpecs
{
    private const string Motto = "“hands off our old harbour”";
    private const string Body = $"They shouted {Motto} twice. She said “we will build it before the winter” then.";
    private static readonly Guid Elsewhere = new("0198c0de-0000-7000-8000-000000000002");

    [Fact]
    public void A_phrase_dismissed_in_another_story_is_proposed_with_where_and_why() =>
        Given(Drafted(Body))
            .And(DismissedElsewhere)
            .And(s => Proposed(s).ShouldBe([(Motto, QuotationProposal.DismissedBefore, "harbour-march", "A motto.")]));

    [Fact]
    public void A_proposed_phrase_is_dismissed_with_the_others_by_one_command() =>
        Given(Drafted(Body + " They sang the song “Give me back my little boat”."))
            .And(DismissedElsewhere)
            .And(s =>
                s.When(new DismissProposed("Mottos and songs.") { Phrases = [Key(Motto)] }, by: Femi)
                    .Then(typeof(QuotationDismissed), typeof(QuotationDismissed))
            );

    [Fact]
    public void A_proposed_phrase_is_dismissed_alone() =>
        Given(Drafted(Body + " They sang the song “Give me back my little boat”."))
            .And(DismissedElsewhere)
            .And(s =>
                s.When(new DismissProposed("Mottos.") { Proposal = QuotationProposal.DismissedBefore, Phrases = [Key(Motto)] }, by: Ed)
                    .Then(typeof(QuotationDismissed))
            );

    [Fact]
    public void A_phrase_that_no_story_dismissed_is_refused() =>
        Given(Drafted(Body)).When(new DismissProposed("Mottos.") { Phrases = [Key(Motto)] }, by: Ed).ThenRefused("phrase-not-dismissed");

    [Fact]
    public void A_phrase_that_the_story_does_not_have_is_refused() =>
        Given(Drafted("They shouted “hands off our new bridge” twice."))
            .And(DismissedElsewhere)
            .And(s => s.When(new DismissProposed("Mottos.") { Phrases = [Key(Motto)] }, by: Ed).ThenRefused("phrase-not-dismissed"));

    [Fact]
    public void The_writer_of_the_words_does_not_dismiss_them_for_another_story() =>
        Given(Drafted("Nothing."), Revised(Body, by: Ed))
            .And(DismissedElsewhere)
            .And(s =>
                s.When(new DismissProposed("Mottos.") { Phrases = [Key(Motto)] }, by: Ed)
                    .ThenRefused("dismisser-wrote-words", RefusalKind.Forbidden)
            );

    [Fact]
    public void The_story_s_own_dismissals_propose_nothing() =>
        Given(Drafted(Body), Dismissed(Motto))
            .And(s => s.DismissedPhrases.AddRange(DismissedPhrase.Of(s.Story)))
            .And(s => Proposed(s).ShouldBeEmpty());

    [Fact]
    public void A_dismissal_is_remembered_as_a_reader_reads_it() =>
        Given(Drafted("They shouted “hands *off* our old harbour” twice."), Dismissed("“hands *off* our old harbour”"))
            .And(s =>
                DismissedPhrase
                    .Of(s.Story)
                    .Select(p => (p.Words, p.Field, p.Key))
                    .ShouldBe([(Motto, (ArticleField?)ArticleField.Body, Key(Motto).Hex)])
            );

    [Fact]
    public void The_words_of_an_older_event_are_read_again() =>
        Given(Drafted(Body))
            .And(s =>
                Story
                    .Evolve(
                        s.Story,
                        s.Story.Id,
                        new QuotationDismissed(
                            ArticleField.Body,
                            new TextRange(13, 42),
                            "“hands *off* our old harbour”",
                            Fingerprint.Of("quotation", Motto),
                            "A motto.",
                            1
                        ),
                        new EventMetadata(2, s.Now, "ed", Role.Editor)
                    )
                    .Dismissals.ShouldHaveSingleItem()
                    .Phrase.ShouldBe(Motto)
            );

    [Fact]
    public void A_long_quotation_is_not_remembered()
    {
        var speech = $"“{string.Join(' ', Enumerable.Repeat("we will build", 6))}”";
        Given(Drafted($"She said {speech} then."), Dismissed(speech)).And(s => DismissedPhrase.Of(s.Story).ShouldBeEmpty());
    }

    [Theory]
    [InlineData("“Hands off our old harbour!”", "en", true)]
    [InlineData("«hands off our old harbour»", "en-GB", true)]
    [InlineData("hands off our old harbour,", "EN", true)]
    [InlineData("“hands off our new harbour”", "en", false)]
    [InlineData("“hands off our old harbour”", "de", false)]
    public void Marks_punctuation_case_and_region_do_not_count(string quoted, string language, bool isSame) =>
        (DismissedPhrase.KeyOf(quoted, language) == Key(Motto)).ShouldBe(isSame);

    [Theory]
    [InlineData("“…”")]
    [InlineData("“one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen”")]
    public void Words_that_are_no_phrase_have_no_key(string quoted) => DismissedPhrase.KeyOf(quoted, "en").ShouldBeNull();

    private static Fingerprint Key(string words) => DismissedPhrase.KeyOf(words, "en")!.Value;

    private static void DismissedElsewhere(StorySpec s) =>
        s.DismissedPhrases.Add(
            new DismissedPhrase(
                Guid.Empty,
                Key(Motto).Hex,
                Elsewhere,
                "harbour-march",
                "en",
                ArticleField.Body,
                Motto,
                "eve",
                "A motto.",
                StorySpec.Start
            )
        );

    private static IEnumerable<(string Words, QuotationProposal? Proposal, string Slug, string Reason)> Proposed(StorySpec s) =>
        new RememberedPhrases(s.Story.Id, s.DismissedPhrases)
            .Propose(QuotedList.Of(s.Story, s.Text, 4))
            .Where(q => q.DismissedBefore is not null)
            .Select(q => (q.Words, q.Proposal, q.DismissedBefore!.Slug, q.DismissedBefore.Reason));
}
