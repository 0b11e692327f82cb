using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>
/// Verifies a bundle against public keys that the reader supplies, offline. Stops at the first fault; each step relies on the earlier ones.
/// </summary>
public sealed partial class BundleVerifier
{
    private const string Edited = "The bundle was changed after it was built. Request it again, from the newsroom itself.";
    private const string Damaged = "The bundle is incomplete, or not a bundle. Request it again.";
    private const string Forged = "The content differs from the newsroom's ledger. Do not rely on it.";

    private readonly ImmutableSortedDictionary<string, byte[]> files;
    private readonly ImmutableArray<string>.Builder proved = ImmutableArray.CreateBuilder<string>();
    private string? title;
    private string? scope;

    private BundleVerifier(ImmutableSortedDictionary<string, byte[]> files) => this.files = files;

    /// <summary>Verifies a bundle.</summary>
    /// <param name="files">The bundle's files, by name.</param>
    /// <param name="trusted">The keys that the reader trusts, obtained from another source.</param>
    /// <param name="since">A checkpoint of the same ledger that the reader kept; null for none.</param>
    public static Verification Verify(ImmutableSortedDictionary<string, byte[]> files, IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var verifier = new BundleVerifier(files);
        try
        {
            verifier.Run(trusted, since);
            return new Verification(true, verifier.title, verifier.proved.ToImmutable(), null, null) { Scope = verifier.scope };
        }
        catch (VerificationFailure failure)
        {
            return new Verification(false, verifier.title, verifier.proved.ToImmutable(), failure.Message, failure.Meaning);
        }
    }

    private void Run(IReadOnlyCollection<NoteKey> trusted, string? since)
    {
        var manifest = Step(Damaged, "The manifest", () => Manifest.Read(File(Manifest.File)));
        var (note, checkpoint) = ReadCheckpoint("The bundle's checkpoint", Text(Bundle.Checkpoint), trusted);
        CompareDigests(manifest);
        var events = Events();
        foreach (var bundled in events)
        {
            VerifyInclusion(bundled, note, checkpoint);
        }

        proved.Add(
            $"All {Number(events.Count)} events are in the ledger {checkpoint.Origin}, "
                + $"whose first {Number(checkpoint.Size)} events were signed with the key you gave."
        );
        CheckStreams(manifest, events);
        CheckUndisclosed(manifest, events);
        Replay(manifest, events, checkpoint);
        CheckConsistency(manifest, checkpoint, since, trusted);
    }

    private void CompareDigests(Manifest manifest)
    {
        var digests = Manifest.Digests(files).ToDictionary(f => f.Name, f => f.Sha256);
        foreach (var file in manifest.Files)
        {
            if (!digests.Remove(file.Name, out var digest))
            {
                throw new VerificationFailure($"The file {file.Name} is missing.", Damaged);
            }

            if (digest != file.Sha256)
            {
                throw new VerificationFailure($"The file {file.Name} does not match its digest in the manifest.", Edited);
            }
        }

        if (manifest.Files.FirstOrDefault(IsOtherCopy) is { } copy)
        {
            throw new VerificationFailure($"The file {copy.Name} does not have the digest that it is named after.", Edited);
        }

        if (digests.Count > 0)
        {
            throw new VerificationFailure(
                $"The file {digests.Keys.Order(StringComparer.Ordinal).First()} is not listed in the manifest.",
                Edited
            );
        }
    }

    private static bool IsOtherCopy(ManifestFile file) =>
        file.Name.StartsWith(Bundle.CopiesFolder, StringComparison.Ordinal) && file.Name[Bundle.CopiesFolder.Length..] != file.Sha256;

    private byte[] File(string name) =>
        files.TryGetValue(name, out var content) ? content : throw new VerificationFailure($"The file {name} is missing.", Damaged);

    private string Text(string name)
    {
        var content = File(name);
        return Step(Damaged, $"The file {name}", () => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static T Step<T>(string meaning, string what, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception problem) when (problem is FormatException or DecoderFallbackException)
        {
            throw new VerificationFailure($"{what}: {problem.Message}", meaning);
        }
    }

    private sealed class VerificationFailure(string message, string meaning) : Exception(message)
    {
        public string Meaning => meaning;
    }
}
