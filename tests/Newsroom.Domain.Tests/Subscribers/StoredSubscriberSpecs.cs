using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Domain.Tests.Subscribers;

/// <summary>The events of subscribers as databases have them: add members, and never rename one.</summary>
public sealed class StoredSubscriberSpecs
{
    private static readonly Subscriber Harbour = new("harbour-news", "Harbour News", "https://news.example.org")
    {
        Desks = ["city"],
        Languages = ["nb-NO"],
        Kinds = [DeliveryKind.FactCheckPublished],
        Format = DeliveryFormat.Ninjs,
        State = SubscriberState.Paused,
        PauseReason = "Their server.",
    };

    private const string HarbourJson = """
        {"subscriber":{"id":"harbour-news","name":"Harbour News","url":"https://news.example.org","desks":["city"],"languages":["nb-NO"],
        "kinds":["fact-check-published"],"format":"ninjs","state":"paused","pauseReason":"Their server."}}
        """;

    [Fact]
    public void Events_are_stored_and_read_in_one_form()
    {
        IsStoredAs(new SubscriberRegistered(Harbour), HarbourJson);
        IsStoredAs(new SubscriberChanged(Harbour), HarbourJson);
        IsStoredAs(new SubscriberPaused("harbour-news", "Why."), """{"subscriber":"harbour-news","reason":"Why."}""");
        IsStoredAs(new SubscriberResumed("harbour-news"), """{"subscriber":"harbour-news"}""");
        IsStoredAs(new SecretRotated("harbour-news", 24), """{"subscriber":"harbour-news","overlapHours":24}""");
        IsStoredAs(
            new RedeliveryRequested("harbour-news", Guid.Parse("01a20e64-e28b-753e-acd0-6739a53493d3")),
            """{"subscriber":"harbour-news","delivery":"01a20e64-e28b-753e-acd0-6739a53493d3"}"""
        );
        IsStoredAs(
            new ReplayRequested("harbour-news", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), 3),
            """{"subscriber":"harbour-news","since":"2026-03-02T09:00:00+00:00","count":3}"""
        );
        IsStoredAs(new SubscriberRemoved("harbour-news"), """{"subscriber":"harbour-news"}""");
    }

    private static void IsStoredAs<T>(T happened, string json)
        where T : SubscriberEvent
    {
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(happened, Storage), JsonNode.Parse(json)).ShouldBeTrue(json);
        JsonSerializer.Deserialize<T>(json, Storage).ShouldBe(happened);
    }
}
