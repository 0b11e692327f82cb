using System.Text.Json.Nodes;
using Newsroom.Evidence.Records;
using NJsonSchema;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Validates PROV-JSON against the W3C's schema.</summary>
public class ProvenanceSchema
{
    private static JsonObject Document =>
        Provenance.Of(
            new Guid("0198c0de-0000-7000-8000-000000000001"),
            [
                .. Given([
                    Drafted(Bridge),
                    Attributed(attribution: "said the mayor"),
                    Flagged(),
                    Checked(),
                    Checked("c1", Verdict.Disputed, Fay),
                    Checked("c1", by: Fay),
                    Submitted(),
                    Approved(by: Ed),
                    Approved(by: Lea),
                    Asked(new Publish(), Pia),
                    Revised(body: Bridge.Replace("3 million", "4 million", StringComparison.Ordinal)),
                ])
                    .Recorded.Select(r => new RecordedEvent(r.Happened, r.Metadata, StoryEvents.NameOf(r.Happened.GetType()))),
            ]
        );

    [Fact]
    public async Task A_storys_history_is_a_valid_document()
    {
        var schema = await SchemaAsync();
        schema.Validate(Document.ToJsonString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_violates_the_schema_is_detected()
    {
        var schema = await SchemaAsync();
        var broken = Document;
        broken["wasGeneratedBy"]!.AsObject().First().Value!.AsObject().Remove("prov:entity");
        broken["surprise"] = new JsonObject();
        schema.Validate(broken.ToJsonString()).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Every_name_a_relation_uses_is_declared()
    {
        var document = Document;
        string[] declaring = ["entity", "activity", "agent"];
        var declared = declaring.SelectMany(s => document[s]!.AsObject().Select(e => e.Key)).ToHashSet();
        string[] naming =
        [
            "prov:entity",
            "prov:activity",
            "prov:agent",
            "prov:generatedEntity",
            "prov:usedEntity",
            "prov:informed",
            "prov:informant",
            "prov:specificEntity",
            "prov:generalEntity",
            "prov:delegate",
            "prov:responsible",
        ];
        var used = document
            .Where(s => s.Key is not "prefix" && !declaring.Contains(s.Key))
            .SelectMany(s => s.Value!.AsObject())
            .SelectMany(r => r.Value!.AsObject())
            .Where(m => naming.Contains(m.Key))
            .Select(m => (string)m.Value!)
            .ToHashSet();
        used.Count.ShouldBeGreaterThan(15);
        used.Except(declared).ShouldBeEmpty();
    }

    [Fact]
    public void A_lapsed_check_is_invalidated_by_the_revision() =>
        Document["wasInvalidatedBy"]!.AsObject().Single().Value!["prov:entity"]!.GetValue<string>().ShouldBe("story:check-6");

    private static async Task<JsonSchema> SchemaAsync() =>
        await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(Standard.File("prov/prov-json.schema.json"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
}
