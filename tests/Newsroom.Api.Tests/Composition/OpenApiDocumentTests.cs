using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.Composition;

/// <summary>Compares the OpenAPI document with the committed one, so that a change of the contract is seen in review.</summary>
public sealed class OpenApiDocumentTests(Newsroom newsroom)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_served_document_is_the_committed_one()
    {
        var served = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json.AsObject();

        // The address of the host.
        served.Remove("servers").ShouldBeTrue();
        served["paths"]!.AsObject().Count.ShouldBeGreaterThan(50);
        GeneratedPage.ShouldBe("openapi.json", $"{Sorted(served)!.ToJsonString(Indented)}\n");
    }

    /// <summary>Returns the value with the members of every object sorted by name.</summary>
    private static JsonNode? Sorted(JsonNode? value) =>
        value switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            _ => value?.DeepClone(),
        };
}
