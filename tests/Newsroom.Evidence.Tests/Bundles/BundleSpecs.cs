using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using BundleFiles = System.Collections.Immutable.ImmutableSortedDictionary<string, byte[]>;

namespace Newsroom.Evidence.Tests.Bundles;

/// <summary>Evidence verifies with the key alone, and fails after any change.</summary>
public class BundleSpecs
{
    private readonly TestLedger ledger = TestLedger.Of(TestLedger.Published);

    [Fact]
    public void Unchanged_evidence_verifies_and_states_what_it_proves()
    {
        var verdict = Verify(ledger.Bundle(since: 5));
        verdict.ShouldSatisfyAllConditions(
            v => v.Holds.ShouldBeTrue(v.Wrong),
            v => v.Wrong.ShouldBeNull(),
            v => v.Title.ShouldBe("Bridge")
        );
        string.Join('\n', verdict.Proved)
            .ShouldSatisfyAllConditions(
                told => told.ShouldContain("events are in the ledger newsroom.example/ledger"),
                told => told.ShouldContain("Both editions were rebuilt"),
                told => told.ShouldContain("Both checks match exactly the words they name"),
                told => told.ShouldContain("of 5 events, events were only appended to the ledger")
            );
    }

    [Fact]
    public void A_story_that_was_taken_from_readers_verifies_and_says_so()
    {
        var files = TestLedger.Of(GoldenStories.TakenDown, ledger.Signer).Bundle();
        Verify(files).Proved.ShouldContain("The story is killed: readers no longer have its words.");
        Text(files, "history.txt").ShouldContain("killed the story as legal. Notice to readers: “This story is no longer available.”");
        Text(files, "prov.json").ShouldContain("\"wasInvalidatedBy\"");
    }

    [Fact]
    public void A_scheduled_story_verifies_and_its_history_names_the_failure_and_the_schedule()
    {
        var files = TestLedger.Of(GoldenStories.Scheduled, ledger.Signer).Bundle();
        Verify(files).Wrong.ShouldBeNull();
        Text(files, "history.txt").ShouldContain("failed: these gates failed: no-holds");
        Text(files, "history.txt").ShouldContain("published edition 1, as scheduled");
    }

    [Fact]
    public void Files_for_reading_have_names_words_and_changes()
    {
        var files = ledger.Bundle();
        Text(files, "history.txt").ShouldContain("Femi Adeyemi found q1");
        Text(files, "editions/2.changes.txt").ShouldContain("{+ It will open in May.+}");
        Text(files, "checks.json").ShouldContain("\"words\":\"It cost 3 million.\"");
    }

    [Fact]
    public void A_changed_file_is_named() =>
        IsWrong(Verify(Changed("editions/1.md", "rebuild", "replace")), "editions/1.md does not match its digest in the manifest");

    [Theory]
    [InlineData("editions/2.md", "rebuild", "replace", "editions/2.md differs from what the events yield")]
    [InlineData("events.jsonl", "3 million", "4 million", "not in the ledger in this form")]
    [InlineData("events.jsonl", "\"verdict\":\"verified\"", "\"verdict\":\"disputed\"", "not in the ledger in this form")]
    [InlineData("events.jsonl", "Council meeting", "Council beating", "/evidence/0 does not match the digest")]
    [InlineData("events.jsonl", "\"by\":\"femi@newsroom\"", "\"by\":\"fred@newsroom\"", "not in the ledger in this form")]
    [InlineData("checkpoint", "newsroom.example/ledger\n", "newsroom.example/ledges\n", "checkpoint")]
    public void A_file_changed_together_with_the_manifest_is_named(string file, string was, string now, string wrong) =>
        IsWrong(Verify(Resealed(Changed(file, was, now))), wrong);

    [Theory]
    [InlineData("history.txt", "Femi", "Gemi")]
    [InlineData("checks.json", "verified", "disputed")]
    [InlineData("erasures.json", "[]", "[1]")]
    [InlineData("prov.json", "Edition", "Version")]
    [InlineData("README.txt", "Bridge", "Ridge")]
    [InlineData("editions/2.changes.txt", "May", "June")]
    public void A_file_for_reading_may_be_written_otherwise_and_is_not_said_to_be_proved(string file, string was, string now)
    {
        var written = Verify(Resealed(Changed(file, was, now)));
        written.Holds.ShouldBeTrue(written.Wrong);
        var scope = written.Scope.ShouldNotBeNull();
        scope.ShouldContain("The events, their order and the text of every edition are proved");
        scope[scope.IndexOf("the bundle's builder wrote them", StringComparison.Ordinal)..].ShouldContain(file);
        IsWrong(Verify(Changed(file, was, now)), $"{file} does not match its digest in the manifest");
    }

    [Fact]
    public void Files_for_reading_may_be_left_out_and_editions_may_not()
    {
        var files = ledger.Bundle();
        var without = Resealed(
            files.RemoveRange(files.Keys.Where(name => name is "history.txt" or "checks.json" or "erasures.json" or "prov.json"))
        );
        var verdict = Verify(without);
        verdict.Holds.ShouldBeTrue(verdict.Wrong);
        verdict.Scope.ShouldNotBeNull().ShouldEndWith("wrote them: README.txt, editions/2.changes.txt.");
        IsWrong(Verify(Resealed(files.Remove("editions/1.md"))), "editions/1.md");
        IsWrong(Verify(Resealed(files.Add("editions/3.changes.txt", [1]))), "editions/3.changes.txt does not belong");
    }

    [Fact]
    public void The_readme_and_the_verdict_name_the_same_files()
    {
        var readme = Text(ledger.Bundle(), Bundle.Readme);
        var forReading = readme[
            readme.IndexOf("WHAT IS FOR READING", StringComparison.Ordinal)..readme.IndexOf("HOW TO VERIFY", StringComparison.Ordinal)
        ];
        var named = Verify(ledger.Bundle()).Scope.ShouldNotBeNull().Split(": ")[^1].TrimEnd('.').Split(", ");
        named.Length.ShouldBe(6);
        named
            .Where(file => !forReading.Contains(file.Replace("editions/2.", "N.", StringComparison.Ordinal), StringComparison.Ordinal))
            .ShouldBeEmpty();
        readme.ShouldContain(Manifest.Current);
    }

    [Theory]
    [InlineData("\"newsroom-bundle/3\"", "newsroom-bundle/3")]
    [InlineData("null", "(none)")]
    public void A_format_that_is_not_known_is_refused_by_name(string format, string named)
    {
        var files = ledger.Bundle();
        var manifest = Text(files, Manifest.File).Replace("\"newsroom-bundle/2\"", format, StringComparison.Ordinal);
        IsWrong(
            Verify(files.SetItem(Manifest.File, Encoding.UTF8.GetBytes(manifest))),
            $"This verifier reads newsroom-bundle/1 and newsroom-bundle/2; the bundle has the format {named}."
        );
    }

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
    public void A_new_bundle_is_of_format_2() => Manifest.Read(ledger.Bundle()[Manifest.File]).Format.ShouldBe("newsroom-bundle/2");

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
    public void Another_key_is_named_as_such()
    {
        var other = NoteSigner.Generate("newsroom.example/ledger");
        IsWrong(
            BundleVerifier.Verify(TestLedger.Of(TestLedger.Published, other).Bundle(), [ledger.Signer.Key], null),
            $"but with newsroom.example/ledger, {other.Key.Id}"
        );
    }

    [Fact]
    public void While_a_key_is_changed_either_verifies()
    {
        var next = NoteSigner.Generate("newsroom.example/ledger");
        BundleVerifier.Verify(ledger.Bundle(), [next.Key, ledger.Signer.Key], null).Holds.ShouldBeTrue();
        IsWrong(BundleVerifier.Verify(ledger.Bundle(), [next.Key], null), "not signed with the key you gave");
    }

    [Fact]
    public void Two_ledgers_under_one_key_are_named()
    {
        var fork = TestLedger.Of(TestLedger.Published, ledger.Signer);
        IsWrong(
            BundleVerifier.Verify(fork.Bundle(since: 7), [ledger.Signer.Key], ledger.CheckpointAt(7)),
            "it was rewritten, or two ledgers use one key"
        );
        BundleVerifier.Verify(fork.Bundle(since: 7), [ledger.Signer.Key], fork.CheckpointAt(7)).Holds.ShouldBeTrue();
    }

    [Fact]
    public void A_ledger_put_back_to_an_earlier_state_is_named()
    {
        var kept = ledger.Checkpoint;
        var earlier = TestLedger.Of(Given([Drafted(Bridge)]), ledger.Signer);
        IsWrong(
            BundleVerifier.Verify(earlier.Bundle(), [ledger.Signer.Key], kept),
            "the ledger was reset to an earlier state",
            meaning: true
        );
    }

    [Fact]
    public void A_bundle_without_the_proof_that_is_needed_says_what_to_ask_for() =>
        IsWrong(
            BundleVerifier.Verify(ledger.Bundle(), [ledger.Signer.Key], ledger.CheckpointAt(7)),
            "no consistency proof from your checkpoint of 7 events"
        );

    [Fact]
    public void Erased_parts_are_shown_as_erased_and_everything_else_verifies()
    {
        ledger.Erase(ledger.Events.First(e => e.Record.Type == "fact_checked").Record.Sequence);
        var files = ledger.Bundle();
        Verify(files)
            .ShouldSatisfyAllConditions(
                v => v.Holds.ShouldBeTrue(v.Wrong),
                v => string.Join('\n', v.Proved).ShouldContain("1 part was erased by law")
            );
        Text(files, "erasures.json").ShouldContain("\"approvedBy\":\"chi@newsroom\"");
        Text(files, "history.txt").ShouldContain("erased evidence");
        Text(files, Bundle.Events).Split("Council meeting").Length.ShouldBe(2);
    }

    [Fact]
    public void A_part_removed_without_an_erasure_is_named()
    {
        ledger.Erase(ledger.Events.First(e => e.Record.Type == "fact_checked").Record.Sequence, recorded: false);
        IsWrong(Verify(ledger.Bundle()), "no erasure in the ledger covers it");
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

    private Verification Verify(BundleFiles files) => BundleVerifier.Verify(files, [ledger.Signer.Key], null);

    private static void IsWrong(Verification verdict, string wrong, bool meaning = false)
    {
        verdict.Holds.ShouldBeFalse(string.Join('\n', verdict.Proved));
        (meaning ? verdict.Meaning! : verdict.Wrong!).ShouldContain(wrong);
    }

    private BundleFiles Changed(string file, string was, string now) => Change(ledger.Bundle(), file, was, now);

    private static BundleFiles Change(BundleFiles files, string file, string was, string now)
    {
        Text(files, file).ShouldContain(was);
        return files.SetItem(file, Encoding.UTF8.GetBytes(Text(files, file).Replace(was, now, StringComparison.Ordinal)));
    }

    /// <summary>Updates the manifest, as a forger would.</summary>
    private static BundleFiles Resealed(BundleFiles files) =>
        files.SetItem(Manifest.File, (Manifest.Read(files[Manifest.File]) with { Files = Manifest.Digests(files) }).ToFile());

    private static string Text(BundleFiles files, string name) => Encoding.UTF8.GetString(files[name]);
}
