using System.Text.Json;

namespace Newsroom.Domain.Tests.Text;

/// <summary>The form in which events have many carried words. It is stored permanently.</summary>
public sealed class CarriedWordsSpecs
{
    private const string Places = """{"at":"0;7","spans":"1:0 2:1;2:1","seams":"1:2 3:2;"}""";

    [Fact]
    public void Each_place_has_its_spans_and_seams()
    {
        var body = Read(Places).CarriedIn(ArticleField.Body).ToArray();
        body.Select(c => c.At).ShouldBe([0, 7]);
        body[0].Blame.Spans.ShouldBe([new(1, "ed", 3) { Movers = ["eve"] }, new(2, "eve", 4)]);
        body[0].Blame.Seams.ShouldBe([new(1, "ed", 5), new(4, "ed", 5)]);
        body[1].Blame.Spans.ShouldBe([new(2, "eve", 4)]);
        body[1].Blame.Seams.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"at":"0","spans":"1:0;1:0","seams":";"}""")]
    [InlineData("""{"at":"x","spans":"1:0","seams":""}""")]
    [InlineData("""{"at":"0","spans":"1:3","seams":""}""")]
    public void Malformed_places_are_refused(string places) => Should.Throw<JsonException>(() => Read(places));

    private static ArticleRevised Read(string body)
    {
        const string by = """
            [{"length":0,"author":"ed","version":3,"movers":["eve"]},{"length":0,"author":"eve","version":4,"movers":[]},
            {"length":0,"author":"ed","version":5,"movers":[]}]
            """;
        const string edits = """{"headline":[],"standfirst":[],"body":[]}""";
        var carried = $$"""{"by":{{by}},"body":{{body}} }""";
        var revised = $$"""{"edits":{{edits}},"fingerprint":"{{new string('0', 64)}}","normaliser":1,"carried":{{carried}} }""";
        return JsonSerializer.Deserialize<ArticleRevised>(revised, StorySpec.Storage)!;
    }
}
