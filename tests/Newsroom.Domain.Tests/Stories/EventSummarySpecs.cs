using System.Text;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Summaries of events, stored in the audit trail and rendered when it is read.</summary>
public sealed class EventSummarySpecs
{
    [Fact]
    public void A_summary_holds_data_and_no_sentence()
    {
        var summary = EventSummaries.Of(new NoteAdded("n1", "Call {her}.\nNow.", true, null));

        summary.Code.ShouldBe("note-added");
        summary.Arguments.Json.ShouldBe("""{"note":"n1","text":"Call {her}. Now.","mustResolve":true}""");
        summary.Arguments.Texts.ShouldBe(["n1", "Call {her}. Now."]);
    }

    [Fact]
    public void Arguments_without_a_value_are_left_out() =>
        EventSummaries.Of(new StoryDescribed("metro", null, null, null, null, default, 1)).Arguments.Json.ShouldBe("""{"desk":"metro"}""");

    [Fact]
    public void A_stored_summary_is_rendered_with_sentences_of_today() =>
        Sentences
            .Of(Stored("embargo-set", """{"until":"2026-03-03T06:00:00Z"}"""), "ed")
            .ShouldBe("{ed} set an embargo until 2026-03-03 06:00:00 UTC");

    [Theory]
    [InlineData("fact-checked", "null")]
    [InlineData("article-revised", "{}")]
    [InlineData("article-revised", """{"edits":"none","moreEdits":{}}""")]
    [InlineData("story-drafted", "[]")]
    public void Missing_arguments_are_rendered_as_nothing(string code, string arguments) =>
        Sentences.Of(Stored(code, arguments), "ed").ShouldStartWith("{ed} ");

    [Fact]
    public void A_code_of_another_build_is_rendered_in_words() =>
        Sentences.Of(EventSummary.Of("story-archived"), "ed").ShouldBe("{ed}: story archived");

    [Fact]
    public void Long_words_are_stored_as_excerpts() =>
        EventSummaries
            .Of(new ArticleRevised(new ArticleEdits([], [], [new TextEdit(0, "", new string('a', 1 << 20))]), default, 1))
            .Arguments.Json.Length.ShouldBeLessThan(300);

    private static EventSummary Stored(string code, string json) => new(code, SummaryArguments.Read(Encoding.UTF8.GetBytes(json)));
}
