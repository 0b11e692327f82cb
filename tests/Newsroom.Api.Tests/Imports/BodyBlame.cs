using System.Text.Json.Nodes;

namespace Newsroom.Api.Tests.Imports;

/// <summary>The blame of a story's body.</summary>
/// <param name="Spans">The words, with their authors.</param>
/// <param name="Cuts">The places where words were cut.</param>
internal sealed record BodyBlame(IReadOnlyList<JsonNode> Spans, IReadOnlyList<JsonNode> Cuts)
{
    /// <summary>Reads all pages.</summary>
    public static async Task<BodyBlame> ReadAsync(Person reader, Guid story)
    {
        var (spans, cuts) = (new List<JsonNode>(), new List<JsonNode>());
        for (var page = $"/stories/{story}/blame"; page is not null;)
        {
            var answer = (await reader.GetAsync(page)).Is(200);
            foreach (var text in answer.Json["texts"]!.AsArray().Where(text => text!["field"]!.GetValue<string>() == "body"))
            {
                spans.AddRange(text!["spans"]!.AsArray().Select(span => span!));
                cuts.AddRange(text["cuts"]!.AsArray().Select(cut => cut!));
            }

            page = answer.Link?.Split('<', '>')[1];
        }

        spans.ShouldNotBeEmpty();
        return new BodyBlame(spans, cuts);
    }
}
