using System.Text;
using System.Text.Json;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Events are stored permanently. A change that fails here breaks every existing database.</summary>
public sealed class StorageContractSpecs
{
    public static TheoryData<string> Names => [.. StorageContract.Names];

    [Fact]
    public void Every_event_is_in_the_contract() => StoryEvents.ByName.Keys.ShouldBe(StorageContract.Names.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_name_of_an_event_is_kept(string name) =>
        StorageContract.Of(name).ShouldAllBe(e => e.Event.GetType() == StoryEvents.ByName[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_always_was(string name) =>
        StorageContract
            .Of(name)
            .Select(e => JsonSerializer.Serialize(e.Event, StoryEvents.ByName[name], Storage))
            .ShouldBe(StorageContract.Of(name).Select(e => e.Json));

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_events_are_read_and_written_unchanged(string name) =>
        StorageContract
            .Of(name)
            .Select(e =>
                JsonSerializer.Serialize(
                    JsonSerializer.Deserialize(e.Json, StoryEvents.ByName[name], Storage),
                    StoryEvents.ByName[name],
                    Storage
                )
            )
            .ShouldBe(StorageContract.Of(name).Select(e => e.Json));

    /// <summary>Codes are stored: none is renamed or removed.</summary>
    private static readonly string[] SummaryCodes =
    [
        .. "story-drafted story-described revision-restored article-revised passage-reworded passage-reattributed passage-restyled".Split(
            ' '
        ),
        .. "passage-moved passage-orphaned check-lapsed check-lapsed-reattributed check-lapsed-words-removed check-reinstated".Split(' '),
        .. "approval-lapsed approval-reinstated quote-attributed claim-flagged quote-withdrawn claim-withdrawn".Split(' '),
        .. "quotation-dismissed fact-checked note-added note-resolved story-assigned assignee-removed story-submitted".Split(' '),
        .. "changes-requested story-approved approval-withdrawn hold-placed hold-lifted legal-review-requested".Split(' '),
        .. "embargo-set embargo-lifted gate-waived edition-published story-spiked story-unspiked file-renamed".Split(' '),
        .. "story-withheld story-released story-retracted story-killed".Split(' '),
        .. "fact-check-published fact-check-withdrawn".Split(' '),
        .. "publication-scheduled schedule-cancelled scheduled-publication-failed".Split(' '),
        .. "story-planned check-claimed check-released story-marked-confidential confidentiality-lifted".Split(' '),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_has_the_sentence_of_its_stored_summary(string name)
    {
        foreach (var (_, happened, _) in StorageContract.Of(name))
        {
            var summary = EventSummaries.Of(happened);
            SummaryCodes.ShouldContain(summary.Code);
            var sentence = Sentences.Of(
                new EventSummary(summary.Code, SummaryArguments.Read(Encoding.UTF8.GetBytes(summary.Arguments.Json))),
                "rita"
            );
            sentence.ShouldBe(Sentences.Of(happened, "rita"));
            sentence.ShouldNotStartWith("{rita}:");
        }
    }
}
