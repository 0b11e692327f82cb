using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Newsroom.Api.Composition.OpenApi;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.LiveFeed;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Subscribers;
using Newsroom.Formats;

namespace Newsroom.Api.Composition.AsyncApi;

/// <summary>Examples of messages: objects of the types that are sent, written as messages are.</summary>
/// <param name="json">How messages are written.</param>
internal sealed class MessageExamples(IOptions<JsonOptions> json)
{
    private const string Site = "https://news.example.org/";
    private const string Slug = "council-votes-to-rebuild-the-breakwater";
    private const string Format = "json";
    private const string Address = $"{Site}published/{Slug}";

    private static readonly Guid Story = Guid.Parse(ExampleValues.Id);

    private static readonly DateTimeOffset Time = DateTimeOffset.Parse(ExampleValues.Time, CultureInfo.InvariantCulture);

    /// <summary>Returns the example of a kind of notice.</summary>
    public JsonNode Of(DeliveryKind kind) => JsonSerializer.SerializeToNode(Event(kind), json.Value.SerializerOptions)!;

    /// <summary>Returns the example of an event of the live feed.</summary>
    public JsonNode OfFeed() =>
        JsonSerializer.SerializeToNode(
            new FeedEvent(4711, Story, ExampleValues.Of("type")!, Time, ExampleValues.Of("by")!, "reporter", Story, "town", Version: 7),
            json.Value.SerializerOptions
        )!;

    private static CloudEvent Event(DeliveryKind kind) =>
        new(ExampleValues.Id, Site, kind.CloudEventType(), $"{Story}", Time, "4711", Data(kind));

    private static DeliveryData Data(DeliveryKind kind)
    {
        var isCorrected = kind == DeliveryKind.Corrected;
        return new DeliveryData(Story, Version: 23, Slug, Address, "town", "en")
        {
            Edition = isCorrected
                ? new DeliveredEdition(2, EditionKind.Correction, Time, "The vote was on Monday.")
                : new DeliveredEdition(1, EditionKind.First, Time, Note: null),
            Status = StatusAfter(kind),
            Notice = kind switch
            {
                DeliveryKind.Killed => "This story is gone.",
                DeliveryKind.Retracted => ExampleValues.Of("notice"),
                _ => null,
            },
            AcknowledgementRequired = kind.NeedsAcknowledgement(),
            Content = StatusAfter(kind) == PublicationStatus.Live ? Linked : Withdrawn,
            FactCheck = kind == DeliveryKind.FactCheckPublished ? FactCheck() : null,
        };
    }

    private static PublicationStatus StatusAfter(DeliveryKind kind) =>
        kind switch
        {
            DeliveryKind.Withheld => PublicationStatus.Withheld,
            DeliveryKind.Retracted => PublicationStatus.Retracted,
            DeliveryKind.Killed => PublicationStatus.Killed,
            _ => PublicationStatus.Live,
        };

    private static DeliveredContent Withdrawn => new(Format, DeliveredContentState.Withdrawn);

    private static DeliveredContent Linked =>
        new(Format, DeliveredContentState.Linked)
        {
            MediaType = "application/json",
            Url = $"{Address}.json",
            Bytes = 21817,
            Sha256 = ExampleValues.Fingerprint,
        };

    private static PublishedFactCheck FactCheck() =>
        new(
            "The council voted unanimously.",
            ExampleValues.Of("claimant")!,
            ClaimantKind.Organization,
            new FactCheckRating("False", 1, 5),
            ExampleValues.Of("explanation")!,
            Time
        )
        {
            Evidence = [new FactCheckEvidence(EvidenceKind.Recording, ExampleValues.Of("citation")!, null, ExampleValues.Of("locator"))],
        };
}
