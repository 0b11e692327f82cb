using System.Text;
using Newsroom.Evidence.Bundles;
using BundleFiles = System.Collections.Immutable.ImmutableSortedDictionary<string, byte[]>;

namespace Newsroom.Evidence.Tests.Bundles;

/// <summary>Evidence verifies with the key alone, and fails after any change.</summary>
public partial class BundleSpecs
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
    public void Public_fact_checks_are_in_the_history_and_replayed()
    {
        var files = TestLedger.Of(GoldenStories.FactChecked, ledger.Signer).Bundle();
        Verify(files).Wrong.ShouldBeNull();
        Text(files, "history.txt").ShouldContain("published the fact check of c1 “It cost 3 million.” by Ada Berg: Mostly true");
        Text(files, "history.txt").ShouldContain("The public fact check of c1 was withdrawn: the edition does not have its words");
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
    public void A_new_bundle_is_of_format_2() => Manifest.Read(ledger.Bundle()[Manifest.File]).Format.ShouldBe("newsroom-bundle/2");

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
