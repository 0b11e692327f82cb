using System.Collections.Immutable;
using System.Text;
using Newsroom.Evidence.Bundles;
using Newsroom.Evidence.Replay;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Tests.Bundles;

/// <summary>
/// Bundles in formats 1 and 2, made by the builds of 28 and 29 November 2026. A distributed bundle must verify with every later build, so
/// these files are never replaced.
/// </summary>
public sealed class StoredBundleSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bundles", "StoredBundles");

    public static TheoryData<string, string> Bundles { get; } =
        new()
        {
            { "1-sample-newsroom", "Council votes to rebuild the north breakwater" },
            { "1-every-kind-of-event", "Bridge" },
            { "1-many-scripts", "大桥与渡轮" },
            { "2-many-scripts", "大桥与渡轮" },
            { "2-waived-gates", "Bridge" },
            { "2-planned-and-claimed", "Bridge" },
            { "2-confidential", "Bridge" },
            { "2-taken-down", "Bridge" },
            { "2-scheduled", "Bridge" },
            { "2-fact-checked", "Bridge" },
        };

    public static TheoryData<string, string> FilesForReading { get; } =
    [.. Bundles.SelectMany(bundle => Files(bundle.Data.Item1).Keys.Where(IsForReading).Select(file => (bundle.Data.Item1, file)))];

    public static TheoryData<string, string> ComparedFiles { get; } =
    [.. FilesForReading.Select(row => row.Data).Where(row => IsFormat1(row.Item1) || IsEdition(row.Item2))];

    public static TheoryData<string, string> FilesAsWritten { get; } =
    [.. FilesForReading.Select(row => row.Data).Where(row => !IsFormat1(row.Item1) && !IsEdition(row.Item2))];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void A_bundle_of_an_earlier_build_verifies(string bundle, string title)
    {
        var verdict = Verify(bundle, Files(bundle));
        verdict.Wrong.ShouldBeNull();
        verdict.Holds.ShouldBeTrue();
        verdict.Title.ShouldBe(title);
    }

    [Theory]
    [MemberData(nameof(ComparedFiles))]
    public void A_word_changed_in_an_edition_or_in_any_file_of_format_1_is_found(string bundle, string file)
    {
        var files = Files(bundle);
        var verdict = Verify(bundle, Resealed(files.SetItem(file, WithAnotherWord(files[file]))));
        verdict.Holds.ShouldBeFalse();
        verdict.Wrong.ShouldBe($"The file {file} differs from what the events yield.");
    }

    [Theory]
    [MemberData(nameof(FilesAsWritten))]
    public void A_word_changed_in_a_file_for_reading_of_format_2_is_not_said_to_be_proved(string bundle, string file)
    {
        var files = Files(bundle);
        var changed = files.SetItem(file, WithAnotherWord(files[file]));
        var verdict = Verify(bundle, Resealed(changed));
        verdict.Wrong.ShouldBeNull();
        verdict.Scope.ShouldNotBeNull().Split("the bundle's builder wrote them")[1].ShouldContain(file);

        var damaged = Verify(bundle, changed);
        damaged.Holds.ShouldBeFalse();
        damaged.Wrong.ShouldBe($"The file {file} does not match its digest in the manifest.");
    }

    [Fact]
    public void A_bundle_of_format_2_verifies_whose_history_another_build_rendered()
    {
        var files = Files("2-many-scripts");
        var other = Files("1-many-scripts")["history.txt"];
        other.ShouldNotBe(files["history.txt"]);
        Verify("2-many-scripts", Resealed(files.SetItem("history.txt", other))).Wrong.ShouldBeNull();
    }

    [Fact]
    public void Only_a_verdict_on_format_2_says_what_is_not_proved()
    {
        Verify("1-many-scripts", Files("1-many-scripts")).Scope.ShouldBeNull();
        Verify("2-many-scripts", Files("2-many-scripts")).Scope.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Bundles))]
    public void A_changed_proof_is_found(string bundle, string title)
    {
        title.ShouldNotBeEmpty();
        var files = Files(bundle);
        var first = Events(bundle).First();
        var proof = LedgerProof.Parse(Encoding.UTF8.GetString(files[first.ProofFile]));
        var forged = proof with { Hashes = proof.Hashes.SetItem(0, proof.Hashes[^1]) };
        var verdict = Verify(bundle, Resealed(files.SetItem(first.ProofFile, Encoding.UTF8.GetBytes(forged.ToString()))));
        verdict.Holds.ShouldBeFalse();
        verdict.Wrong.ShouldNotBeNull().ShouldContain("its text, its salt or its proof was changed");
    }

    [Theory]
    [InlineData("1-sample-newsroom", "eight votes", "nine votes")]
    [InlineData("1-every-kind-of-event", "summer", "autumn")]
    [InlineData("1-many-scripts", "今年秋", "今年冬")]
    [InlineData("2-many-scripts", "今年秋", "今年冬")]
    [InlineData("2-waived-gates", "note-open", "note-closed")]
    public void A_word_changed_in_its_events_is_found(string bundle, string was, string now)
    {
        var files = Files(bundle);
        var events = Encoding.UTF8.GetString(files[Bundle.Events]);
        events.ShouldContain(was);
        var forged = Encoding.UTF8.GetBytes(events.Replace(was, now, StringComparison.Ordinal));
        var verdict = Verify(bundle, Resealed(files.SetItem(Bundle.Events, forged)));
        verdict.Holds.ShouldBeFalse();
        verdict.Wrong.ShouldNotBeNull().ShouldContain("not in the ledger in this form");
    }

    [Fact]
    public void The_bundles_hold_every_kind_of_event_and_everything_that_can_be_hidden()
    {
        var types = Bundles.SelectMany(bundle => Events(bundle.Data.Item1)).Select(e => e.Record.Type).ToHashSet();
        StoryEvents.ByName.Keys.Where(name => !types.Contains(name)).ShouldBeEmpty();
        var erasures = Encoding.UTF8.GetString(Files("1-every-kind-of-event")["erasures.json"]);
        erasures.ShouldContain("\"state\":\"withheld\"");
        erasures.ShouldContain("/evidence/0");
        Files("1-every-kind-of-event").Keys.ShouldContain(Bundle.Consistency);
    }

    private static bool IsFormat1(string bundle) => bundle.StartsWith("1-", StringComparison.Ordinal);

    private static bool IsEdition(string file) => file.EndsWith(".md", StringComparison.Ordinal);

    private static bool IsForReading(string file) =>
        file.StartsWith("editions/", StringComparison.Ordinal)
        || file is Bundle.Readme or "history.txt" or "checks.json" or "erasures.json" or "prov.json";

    /// <summary>Changes the last letter, or appends a space.</summary>
    private static byte[] WithAnotherWord(byte[] content)
    {
        var last = Array.FindLastIndex(content, b => char.IsAsciiLetter((char)b));
        return last < 0
            ? [.. content, (byte)' ']
            : [.. content[..last], (byte)(content[last] == 'x' ? 'y' : 'x'), .. content[(last + 1)..]];
    }

    /// <summary>Updates the manifest, as a forger would.</summary>
    private static ImmutableSortedDictionary<string, byte[]> Resealed(ImmutableSortedDictionary<string, byte[]> files) =>
        files.SetItem(Manifest.File, (Manifest.Read(files[Manifest.File]) with { Files = Manifest.Digests(files) }).ToFile());

    private static IEnumerable<BundledEvent> Events(string bundle) =>
        Encoding.UTF8.GetString(Files(bundle)[Bundle.Events]).TrimEnd('\n').Split('\n').Select(BundledEvent.Read);

    private static Verification Verify(string bundle, ImmutableSortedDictionary<string, byte[]> files) =>
        BundleVerifier.Verify(files, [NoteKey.Parse(File.ReadAllText(Path.Combine(Folder, bundle + ".vkey")).Trim())], since: null);

    private static ImmutableSortedDictionary<string, byte[]> Files(string bundle) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, bundle), "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(
                file => Path.GetRelativePath(Path.Combine(Folder, bundle), file).Replace('\\', '/'),
                File.ReadAllBytes,
                StringComparer.Ordinal
            );
}
