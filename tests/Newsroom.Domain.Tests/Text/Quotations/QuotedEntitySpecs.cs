using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text.Quotations;

public sealed class QuotedEntitySpecs
{
    [Theory]
    [InlineData("He said &quot;We will build the wall here&quot; again.", "&quot;We will build the wall here&quot;")]
    [InlineData("He said &#8220;We will build the wall here&#x201D; again.", "&#8220;We will build the wall here&#x201D;")]
    [InlineData("He said “We will build the wall &amp;” again.", "“We will build the wall &amp;”")]
    public void A_quotation_is_shown_with_its_entities_whole(string body, string shown)
    {
        var story = Given(Drafted(body));
        QuotedList.Of(story.Story, story.Text, 4).ShouldHaveSingleItem().Words.ShouldBe(shown);
        GateList
            .Evaluate(story.Story, story.Text, Policy.Default, story.Now)
            .Single(g => g.Gate == Gate.QuotesAttributed)
            .Reasons.ShouldHaveSingleItem()
            .Words.ShouldBe(shown);
    }

    [Fact]
    public void Where_a_claim_ends_with_an_entity_the_entity_belongs_to_it() =>
        VisibleText.OfMarkdown("It fell&#46; It rose.").Find("It fell.").ShouldHaveSingleItem().Length.ShouldBe("It fell&#46;".Length);
}
