using System.Collections.Immutable;
using System.IO.Compression;
using Newsroom.Evidence.Bundles;

namespace Newsroom.Evidence.Tests.Bundles;

/// <summary>An archive reads back as written, and malicious archives are refused.</summary>
public class BundleArchiveSpecs
{
    private readonly TestLedger ledger = TestLedger.Of(TestLedger.Published);

    [Fact]
    public void An_archive_reads_back_as_it_was_written()
    {
        var files = ledger.Bundle();
        var read = BundleArchive.Read(new MemoryStream(BundleArchive.Write(files, TestLedger.Made)));
        files.Count.ShouldBeGreaterThan(5);
        read.Keys.ShouldBe(files.Keys);
        read.All(f => f.Value.AsSpan().SequenceEqual(files[f.Key])).ShouldBeTrue();
    }

    [Fact]
    public void An_archive_cut_off_anywhere_or_with_any_byte_changed_is_never_verified_and_never_breaks_the_verifier()
    {
        var whole = ledger.Bundle(since: 5);
        var archive = BundleArchive.Write(whole, TestLedger.Made);
        var random = new Random(4711);
        var (unreadable, refused, verified) = (0, 0, 0);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var damaged = attempt % 2 == 0 ? archive[..random.Next(archive.Length)] : [.. archive];
            if (attempt % 2 == 1)
            {
                damaged[random.Next(archive.Length)] ^= (byte)(1 << random.Next(8));
            }

            var files = ReadOrNull(damaged);
            if (files is null)
            {
                unreadable++;
            }
            else if (!BundleVerifier.Verify(files, [ledger.Signer.Key], null).Holds)
            {
                refused++;
            }
            else
            {
                // For example a time stamp, on which nothing depends: the content is unchanged.
                verified++;
                files.Keys.ShouldBe(whole.Keys);
                files.All(f => f.Value.AsSpan().SequenceEqual(whole[f.Key])).ShouldBeTrue();
            }
        }

        // Every archive that is cut off is unreadable; of the changed ones, those whose change is in what nothing depends on are verified.
        unreadable.ShouldBeGreaterThanOrEqualTo(150);
        verified.ShouldBeLessThan(75);
        (unreadable + refused + verified).ShouldBe(300);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b/c.txt")]
    [InlineData("a\\b.txt")]
    [InlineData(".hidden")]
    [InlineData("../")]
    [InlineData("C:evil")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Should.Throw<FormatException>(() => BundleArchive.Read(Zip((name, [1])))).Message.ShouldContain("which is not a file of a bundle");

    [Fact]
    public void A_bundle_repacked_with_another_tool_verifies() =>
        BundleArchive.Read(Zip(("editions/", []), ("editions/1.md", [1]))).Keys.ShouldBe(["editions/1.md"]);

    [Fact]
    public void A_name_twice_is_refused() =>
        Should.Throw<FormatException>(() => BundleArchive.Read(Zip(("a", [1]), ("a", [2])))).Message.ShouldContain("two files named");

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused_whatever_size_it_declares()
    {
        using var bomb = Zip(("a", new byte[3_000_000]));
        bomb.Length.ShouldBeLessThan(30_000);
        Should
            .Throw<FormatException>(() => BundleArchive.Read(bomb, maxContentBytes: 1_000_000))
            .Message.ShouldContain("unpacks to more than is accepted");
    }

    private static ImmutableSortedDictionary<string, byte[]>? ReadOrNull(byte[] archive)
    {
        try
        {
            return BundleArchive.Read(new MemoryStream(archive));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static MemoryStream Zip(params (string Name, byte[] Content)[] files)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return archive;
    }
}
