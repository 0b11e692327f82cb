using System.Collections.Immutable;
using Newsroom.Domain.Bundles;
using Newsroom.Domain.Ledgers;

namespace Newsroom.Domain.Tests.Ledgers;

/// <summary>
/// A bundle in format 1, made by the build of 28 November 2026 from the sample newsroom. Bundles that were handed out verify for ever: its files are
/// never made again.
/// </summary>
public sealed class StoredBundleSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Ledgers", "StoredBundle");

    [Fact]
    public void A_bundle_of_an_earlier_build_verifies()
    {
        var verdict = Verify(Files());
        verdict.Wrong.ShouldBeNull();
        verdict.Holds.ShouldBeTrue();
        verdict.Title.ShouldBe("Council votes to rebuild the north breakwater");
    }

    [Fact]
    public void A_word_changed_in_it_is_still_found()
    {
        var files = Files();
        var forged = System.Text.Encoding.UTF8.GetString(files[Bundle.Events]).Replace("eight votes", "nine votes", StringComparison.Ordinal);
        Verify(files.SetItem(Bundle.Events, System.Text.Encoding.UTF8.GetBytes(forged))).Holds.ShouldBeFalse();
    }

    private static Verification Verify(ImmutableSortedDictionary<string, byte[]> files) =>
        BundleVerifier.Verify(files, [NoteKey.Parse(File.ReadAllText(Folder + ".vkey").Trim())], since: null);

    private static ImmutableSortedDictionary<string, byte[]> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .ToImmutableSortedDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
