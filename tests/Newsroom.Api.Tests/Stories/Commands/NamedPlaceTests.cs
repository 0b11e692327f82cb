using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>Passages are named by words, ranges or quotations over HTTP.</summary>
public class NamedPlaceTests(Newsroom newsroom)
{
    private const string Body = "“It’s a long wait,” said the mayor.\n\n“We have no more time,” said the mayor. It cost 3 million.";

    [Fact]
    public async Task Quotations_are_named_by_the_numbers_that_quoted_lists()
    {
        var story = await DraftedAsync("Named by number", Body);
        var listed = (await newsroom.As("rita", Role.Reporter).GetAsync($"/stories/{story.Id}/quoted")).Is(200).Json["quoted"]!.AsArray();
        listed.Select(q => q!["number"]!.GetValue<int>()).ShouldBe([1, 2]);

        var marked = await story.DoAsync(
            "attribute-quote",
            "rita",
            Role.Reporter,
            new { quotation = new { nth = 2 }, speaker = "una-falk" }
        );

        Words(marked.Is(200)).ShouldBe(listed[1]!["words"]!.GetValue<string>());
    }

    [Fact]
    public async Task Words_in_other_typography_offsets_and_ranges_name_what_the_event_stores()
    {
        var story = await DraftedAsync("Named by place", Body);
        async Task<Answer> MarkAsync(object body) => await story.DoAsync("attribute-quote", "rita", Role.Reporter, body);

        Words((await MarkAsync(new { words = "\"It's a long wait,\"", speaker = "una-falk" })).Is(200)).ShouldBe("“It’s a long wait,”");
        Words((await MarkAsync(new { quotation = new { offset = 40, field = "body" }, speaker = "una-falk" })).Is(200))
            .ShouldBe("“We have no more time,”");
        var start = Body.IndexOf("It cost", StringComparison.Ordinal);
        var claim = await story.DoAsync(
            "flag-claim",
            "rita",
            Role.Reporter,
            new
            {
                range = new
                {
                    field = "body",
                    start,
                    end = start + 7,
                },
            }
        );
        Words(claim.Is(200)).ShouldBe("It cost 3 million.");
    }

    [Fact]
    public async Task A_number_of_an_older_version_is_merged()
    {
        var story = await DraftedAsync("Named in the past", Body);
        (await story.DoAsync("revise-article", "ed", Role.Editor, new { body = "“First of all, thank you,” said Bo.\n\n" + Body })).Is(200);

        var marked = (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync($"/stories/{story.Id}/attribute-quote", new { quotation = new { nth = 1 }, speaker = "una-falk" }, 1)
        ).Is(200);

        Words(marked).ShouldBe("“It’s a long wait,”");
        marked.Json["merged"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{ "speaker": "una-falk" }""", 422, "one-place-required")]
    [InlineData("""{ "speaker": "una-falk", "words": "a", "quotation": { "nth": 1 } }""", 422, "one-place-required")]
    [InlineData("""{ "speaker": "una-falk", "quotation": {} }""", 422, "one-place-required")]
    [InlineData("""{ "speaker": "una-falk", "quotation": { "nth": 9 } }""", 422, "no-quotation")]
    [InlineData("""{ "speaker": "una-falk", "range": { "start": 1, "end": 9 } }""", 422, "part-of-quotation")]
    [InlineData("""{ "speaker": "una-falk", "range": { "start": 9, "end": 9000 } }""", 422, "range-outside")]
    public async Task Other_places_are_refused(string body, int status, string code)
    {
        var story = await DraftedAsync("Refused places", Body);
        (await story.DoAsync("attribute-quote", story.NobodyElse, Role.Reporter, JsonNode.Parse(body))).IsRefused(status, code);
    }

    [Theory]
    [InlineData("""{ "speaker": "una-falk", "range": { "start": 1 } }""")]
    [InlineData("""{ "speaker": "una-falk", "range": { "start": -1, "end": 3 } }""")]
    [InlineData("""{ "speaker": "una-falk", "range": { "start": 1, "end": 3, "field": "byline" } }""")]
    [InlineData("""{ "speaker": "una-falk", "quotation": { "nth": 0 } }""")]
    [InlineData("""{ "speaker": "una-falk", "quotation": { "nth": "first" } }""")]
    [InlineData("""{ "speaker": "una-falk", "quotation": 3 }""")]
    public async Task Malformed_places_are_refused(string body)
    {
        var story = await DraftedAsync("Malformed places", Body);
        (await story.DoAsync("attribute-quote", "rita", Role.Reporter, JsonNode.Parse(body))).Is(400);
    }

    private async Task<StoryDriver> DraftedAsync(string headline, string body)
    {
        var speaker = new { id = "una-falk", name = "Una Falk" };
        (await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", speaker)).Status.ShouldBeOneOf(201, 422);
        return await StoryDriver.DraftedAsync(newsroom, headline, body);
    }

    private static string Words(Answer marked) => marked.Json["events"]![0]!["data"]!["words"]!.GetValue<string>();
}
