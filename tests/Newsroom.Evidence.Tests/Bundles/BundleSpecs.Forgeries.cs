using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using BundleFiles = System.Collections.Immutable.ImmutableSortedDictionary<string, byte[]>;

namespace Newsroom.Evidence.Tests.Bundles;

/// <content>Events that were changed, left out or forged.</content>
public partial class BundleSpecs
{
    [Fact]
    public void Two_editions_of_one_number_are_named()
    {
        var second = ledger.Events.Last(e => e.Record.Type == "story_published");
        var data = second.Record.Data.DeepClone();
        data["edition"] = 1;
        IsWrong(
            Verify(ledger.Lying(second with { Event = second.Event with { Record = second.Record with { Data = data } } })),
            "Two editions have the number 1."
        );
    }

    [Fact]
    public void A_changed_salt_or_proof_or_place_is_named()
    {
        var files = ledger.Bundle();
        var first = ledger.Events.First(e => e.Record.Stream == TestLedger.Story);
        var line = first.ToLine();
        var other = (first with { Event = first.Event with { Salt = [.. Commitment.NewSalt()] } }).ToLine();
        IsWrong(Verify(Resealed(Change(files, Bundle.Events, line, other))), "its text, its salt or its proof was changed");

        var proof = LedgerProof.Parse(Text(files, first.ProofFile));
        IsWrong(
            Verify(
                Resealed(
                    files.SetItem(
                        first.ProofFile,
                        Encoding.UTF8.GetBytes((proof with { Hashes = proof.Hashes.SetItem(0, proof.Hashes[1]) }).ToString())
                    )
                )
            ),
            "its text, its salt or its proof was changed"
        );
        IsWrong(
            Verify(Resealed(files.SetItem(first.ProofFile, Encoding.UTF8.GetBytes((proof with { Index = 0 }).ToString())))),
            "to another position"
        );
        IsWrong(Verify(Resealed(files.Remove(first.ProofFile))), "is missing");
        IsWrong(Verify(Resealed(files.Add("more.txt", [1]))), "more.txt does not belong");
        IsWrong(Verify(files.Add("more.txt", [1])), "more.txt is not listed in the manifest");
    }

    [Fact]
    public void An_event_left_out_is_named()
    {
        IsWrong(
            Verify(
                ledger.Bundle(without: e => e.Record.Type == "person_described" || e.Record.Type == "fact_checked" && e.Record.Version == 5)
            ),
            ""
        );
        var third = ledger.Events.Single(e => e.Record.Stream == TestLedger.Story && e.Record.Version == 3).ToLine();
        IsWrong(
            Verify(Resealed(Change(ledger.Bundle(), Bundle.Events, third + "\n", ""))),
            "Event 3 of 0198c0de-0000-7000-8000-000000000001 is missing"
        );
    }

    [Fact]
    public void Events_in_another_order_are_named()
    {
        var lines = Text(ledger.Bundle(), Bundle.Events).TrimEnd('\n').Split('\n');
        (lines[2], lines[3]) = (lines[3], lines[2]);
        IsWrong(
            Verify(Resealed(ledger.Bundle().SetItem(Bundle.Events, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")))),
            "out of order"
        );
    }

    [Fact]
    public void An_edition_with_other_words_than_the_revisions_make_is_named()
    {
        var spec = TestLedger.Published;
        var forged = new TestLedger(ledger.Signer);
        foreach (var (happened, stamp) in spec.Recorded)
        {
            var told = happened is StoryPublished { Edition: 2 } e
                ? e with
                {
                    Article = e.Article with { Headline = "Another" },
                }
                : happened;
            forged.Add(StoryEvents.NameOf(told.GetType()), TestLedger.Story, stamp.Version, told, stamp.By, stamp.At, stamp.As);
        }

        Should
            .Throw<FormatException>(() => forged.Bundle())
            .Message.ShouldContain("Edition 2 differs from the text that the revisions before it yield");
    }

    [Fact]
    public void A_check_of_words_that_the_passage_did_not_have_is_named()
    {
        var forged = new TestLedger(ledger.Signer);
        foreach (var (happened, stamp) in TestLedger.Published.Recorded)
        {
            var told = happened is FactChecked e ? e with { Fingerprint = Fingerprint.Of("claim", "other words") } : happened;
            forged.Add(StoryEvents.NameOf(told.GetType()), TestLedger.Story, stamp.Version, told, stamp.By, stamp.At, stamp.As);
        }

        Should
            .Throw<FormatException>(() => forged.Bundle())
            .Message.ShouldContain("The check of q1 does not match the passage at that time");
    }

    [Fact]
    public void A_public_fact_check_that_states_something_else_than_its_checks_is_named()
    {
        var other = Fingerprint.Of("claim", "other words");
        ForgedFactCheck(e => e with { Fingerprint = other }).ShouldContain("does not match the claim c1 at that time");
        ForgedFactCheck(e => e with { Words = "It cost 4 million." }).ShouldContain("has other words than c1");
        ForgedFactCheck(e => e with { Verdict = Verdict.Wrong }).ShouldContain("names version 4, which is no check of c1");
        ForgedFactCheck(e => e with { Checks = [3, 5] }).ShouldContain("names version 3, which is no check of c1");
        ForgedFactCheck(e => e with { Checks = [4, 400] }).ShouldContain("names version 400, which is no check of c1");
        ForgedPiece(piece => piece with { Citation = "Another tape" }).ShouldContain("other evidence than the check of version 4");
        ForgedPiece(piece => piece with { Url = "https://example.org/" }).ShouldContain("other evidence than the check of version 4");
        ForgedPiece(piece => piece with { Source = new EvidencePlace(4, 1) }).ShouldContain("other evidence than the check of version 4");
        ForgedPiece(piece => piece with { Source = new EvidencePlace(9, 0) }).ShouldContain("other evidence than the check of version 9");
        ForgedPiece(piece => piece with { Source = null }).ShouldContain("has evidence without a source");

        string ForgedPiece(Func<PublicEvidence, PublicEvidence> change) =>
            ForgedFactCheck(e => e with { Evidence = [change(e.Evidence[0])] });

        string ForgedFactCheck(Func<FactCheckPublished, FactCheckPublished> change)
        {
            var forged = new TestLedger(ledger.Signer);
            foreach (var (happened, stamp) in GoldenStories.FactChecked.Recorded)
            {
                var told = happened is FactCheckPublished { Evidence.Length: > 0 } e ? change(e) : happened;
                forged.Add(StoryEvents.NameOf(told.GetType()), TestLedger.Story, stamp.Version, told, stamp.By, stamp.At, stamp.As);
            }

            return Should.Throw<FormatException>(() => forged.Bundle()).Message;
        }
    }

    [Fact]
    public void An_approval_of_another_desk_than_the_story_had_is_named()
    {
        var forged = new TestLedger(NoteSigner.Generate("newsroom.example/ledger"));
        foreach (var (happened, stamp) in Given(Ready).Recorded)
        {
            var told = happened is StoryApproved e ? e with { Desk = "kultur" } : happened;
            forged.Add(StoryEvents.NameOf(told.GetType()), TestLedger.Story, stamp.Version, told, stamp.By, stamp.At, stamp.As);
        }

        Should.Throw<FormatException>(() => forged.Bundle()).Message.ShouldContain("does not match the story's desk and language");
    }

    [Theory]
    [InlineData("\"index\":1", "\"index\":1e400")]
    [InlineData("\"index\":1", "\"index\":99999999999999999999")]
    [InlineData("\"index\":1", "\"index\":-1")]
    [InlineData("\"version\":1", "\"version\":1.5")]
    [InlineData("\"parts\":[]", "\"parts\":[[[]]]")]
    [InlineData("\"parts\":[]", "\"parts\":[{\"path\":\"/../x\",\"salt\":\"AA\",\"value\":1}]")]
    [InlineData("\"headline\"", "\"\\ud800\"")]
    public void Hostile_numbers_and_shapes_are_refused_with_their_line(string was, string now)
    {
        var story = ledger.Events.First(e => e.Record.Stream == TestLedger.Story).ToLine();
        story.ShouldContain(was);
        IsWrong(
            Verify(Resealed(Change(ledger.Bundle(), Bundle.Events, story, story.Replace(was, now, StringComparison.Ordinal)))),
            $"Line 2 of {Bundle.Events}"
        );
    }

    [Fact]
    public void Whatever_the_newsroom_itself_recorded_and_signed_is_judged_and_never_breaks_the_verifier()
    {
        ledger.Erase(ledger.Events.First(e => e.Record.Type == "fact_checked").Record.Sequence);
        var shown = ledger
            .Events.Where(e => e.Record.Stream == TestLedger.Story || e.Record.Type is "person_described" or RecordedErasures.Type)
            .Where(e => e.Record.Data is JsonObject { Count: > 0 })
            .ToList();
        var random = new Random(8785);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var honest = shown[random.Next(shown.Count)];
            var data = honest.Record.Data.DeepClone();
            var told = Mangle(data, random);
            var lie = honest with { Event = honest.Event with { Record = honest.Record with { Data = data } } };
            var verdict = Should.NotThrow(() => Verify(ledger.Lying(lie)), $"{honest.Record.Type}: {told}");
            (verdict.Wrong is null).ShouldBe(verdict.Holds);
        }
    }

    /// <summary>Changes a random value of an event.</summary>
    private static string Mangle(JsonNode data, Random random)
    {
        var at = data;
        while (true)
        {
            var key = at is JsonObject o ? (object)o.ElementAt(random.Next(o.Count)).Key : random.Next(at.AsArray().Count);
            var child = key is string name ? at[name] : at[(int)key];
            if (child is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && random.Next(3) > 0)
            {
                at = child;
                continue;
            }

            JsonNode? hostile = random.Next(12) switch
            {
                0 => null,
                1 => JsonValue.Create(long.MaxValue),
                2 => JsonValue.Create(-1),
                3 => JsonValue.Create(1e300),
                4 => JsonValue.Create("nothing"),
                5 => JsonValue.Create(""),
                6 => new JsonObject { ["..."] = MerkleTree.Empty.ToString() },
                7 => new JsonArray(null, JsonValue.Create(1)),
                8 => new JsonObject(),
                9 => new JsonArray(),
                10 => JsonValue.Create(true),
                _ => JsonValue.Create(int.MaxValue),
            };
            var told = $"{(at == data ? "" : at.GetPath())}.{key} = {hostile?.ToJsonString() ?? "null"}";
            if (key is string member)
            {
                at[member] = hostile;
            }
            else
            {
                at[(int)key] = hostile;
            }

            return told;
        }
    }
}
