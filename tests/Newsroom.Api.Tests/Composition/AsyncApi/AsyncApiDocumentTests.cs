using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Tests.Composition.AsyncApi;

/// <summary>Reads the description of what the host sends.</summary>
public sealed class AsyncApiDocumentTests(Newsroom newsroom)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A change of the contract is seen in review.</summary>
    [Fact]
    public async Task The_served_document_is_the_committed_one()
    {
        var served = (await DescribedMessages.ReadAsync(newsroom)).Json;

        // The address of the host.
        served["servers"]!["newsroom"]!["host"] = "newsroom.example.org";
        served["servers"]!["newsroom"]!["protocol"] = "https";
        GeneratedPage.ShouldBe("asyncapi.json", $"{served.ToJsonString(Indented)}\n");
    }

    [Fact]
    public async Task The_document_is_for_everybody()
    {
        var served = (await newsroom.Reader().GetAsync("/asyncapi.json")).Is(200);
        served.ContentType.ShouldBe("application/json");
        (await newsroom.Reader().SendAsync(HttpMethod.Head, "/asyncapi.json", null, null)).Is(200).Text.ShouldBeEmpty();
        (await newsroom.As("ada", Role.Admin).GetAsync("/openapi/messages.json")).Is(404);
    }

    [Fact]
    public async Task A_current_copy_is_not_sent_again()
    {
        var served = (await newsroom.Reader().GetAsync("/asyncapi.json")).Is(200);
        (await newsroom.Reader().GetAsync("/asyncapi.json", served.ETag)).Is(304).Text.ShouldBeEmpty();
        (await newsroom.Reader().GetAsync("/asyncapi.json", "\"another\"")).Is(200).ETag.ShouldBe(served.ETag);
    }

    [Fact]
    public async Task Every_reference_leads_to_a_part_of_the_document()
    {
        var document = (await DescribedMessages.ReadAsync(newsroom)).Json;
        var references = References(document).ToList();
        references.ShouldNotBeEmpty();
        references.Where(reference => Find(document, reference) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_notice_has_a_message_with_a_valid_example()
    {
        var described = await DescribedMessages.ReadAsync(newsroom);
        foreach (var kind in Enum.GetValues<DeliveryKind>())
        {
            described.ByType.ShouldContainKey(kind.CloudEventType());
        }

        foreach (var (type, message) in described.ByType)
        {
            var example = message["examples"]!.AsArray().ShouldHaveSingleItem()!["payload"]!;
            described.Faults(type, example).ShouldBeEmpty(type);
        }
    }

    [Theory]
    [InlineData("type", "newsroom.story.published")]
    [InlineData("sequence", null)]
    public async Task A_message_that_is_not_as_described_is_found(string member, string? value)
    {
        var described = await DescribedMessages.ReadAsync(newsroom);
        var type = DeliveryKind.Killed.CloudEventType();
        var example = described.ByType[type]["examples"]![0]!["payload"]!.DeepClone().AsObject();
        example[member] = value;
        described.Faults(type, example).ShouldNotBeEmpty();
        example.Remove(member);
        described.Faults(type, example).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };

    private static JsonNode? Find(JsonNode document, string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part])
            : null;
}
