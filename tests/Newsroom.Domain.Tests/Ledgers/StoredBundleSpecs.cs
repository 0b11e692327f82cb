using System.Collections.Immutable;
using System.Text;
using Newsroom.Domain.Bundles;
using Newsroom.Domain.Ledgers;

namespace Newsroom.Domain.Tests.Ledgers;

/// <summary>
/// Bundles in format 1, made by the builds of 28 November 2026. A bundle that was handed out must verify with every later build, so these files are
/// never replaced.
/// </summary>
public sealed class StoredBundleSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Ledgers", "StoredBundles");

    public static TheoryData<string, string> Bundles { get; } = new()
    {
        { "1-sample-newsroom", "Council votes to rebuild the north breakwater" },
        { "1-every-kind-of-event", "Bridge" },
        { "1-many-scripts", "大桥与渡轮" },
    };

    public static TheoryData<string, string> FilesForReading { get; } =
        [.. Bundles.SelectMany(bundle => Files(bundle.Data.Item1).Keys.Where(IsForReading).Select(file => (bundle.Data.Item1, file)))];

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
    [MemberData(nameof(FilesForReading))]
    public void A_word_changed_in_a_file_for_reading_of_format_1_is_found(string bundle, string file)
    {
        var files = Files(bundle);
        var verdict = Verify(bundle, Resealed(files.SetItem(file, WithAnotherWord(files[file]))));
        verdict.Holds.ShouldBeFalse();
        verdict.Wrong.ShouldBe($"The file {file} says something else than the events make.");
    }

    [Theory]
    [InlineData("1-sample-newsroom", "eight votes", "nine votes")]
    [InlineData("1-every-kind-of-event", "summer", "autumn")]
    [InlineData("1-many-scripts", "今年秋", "今年冬")]
    public void A_word_changed_in_its_events_is_found(string bundle, string was, string now)
    {
        var files = Files(bundle);
        var events = Encoding.UTF8.GetString(files[Bundle.Events]);
        events.ShouldContain(was);
        var forged = Encoding.UTF8.GetBytes(events.Replace(was, now, StringComparison.Ordinal));
        var verdict = Verify(bundle, Resealed(files.SetItem(Bundle.Events, forged)));
        verdict.Holds.ShouldBeFalse();
        verdict.Wrong.ShouldNotBeNull().ShouldContain("not in the ledger as it is written here");
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

    private static bool IsForReading(string file) =>
        file.StartsWith("editions/", StringComparison.Ordinal)
        || file is Bundle.Readme or "history.txt" or "checks.json" or "erasures.json" or "prov.json";

    /// <summary>Changes the last letter, or adds a space where there is none.</summary>
    private static byte[] WithAnotherWord(byte[] content)
    {
        var last = Array.FindLastIndex(content, b => char.IsAsciiLetter((char)b));
        return last < 0 ? [.. content, (byte)' '] : [.. content[..last], (byte)(content[last] == 'x' ? 'y' : 'x'), .. content[(last + 1)..]];
    }

    /// <summary>Makes the manifest fit, as a forger would.</summary>
    private static ImmutableSortedDictionary<string, byte[]> Resealed(ImmutableSortedDictionary<string, byte[]> files) =>
        files.SetItem(Manifest.File, (Manifest.Read(files[Manifest.File]) with { Files = Manifest.Digests(files) }).ToFile());

    private static IEnumerable<BundledEvent> Events(string bundle) =>
        Encoding.UTF8.GetString(Files(bundle)[Bundle.Events]).TrimEnd('\n').Split('\n').Select(BundledEvent.Read);

    private static Verification Verify(string bundle, ImmutableSortedDictionary<string, byte[]> files) =>
        BundleVerifier.Verify(files, [NoteKey.Parse(File.ReadAllText(Path.Combine(Folder, bundle + ".vkey")).Trim())], since: null);

    private static ImmutableSortedDictionary<string, byte[]> Files(string bundle) => Directory
        .EnumerateFiles(Path.Combine(Folder, bundle), "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(
            file => Path.GetRelativePath(Path.Combine(Folder, bundle), file).Replace('\\', '/'),
            File.ReadAllBytes,
            StringComparer.Ordinal);
}
