using System.Diagnostics;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary><c>ops/backup-evidence</c> copies new files, removes erased ones, and finds damage.</summary>
public sealed class BackupEvidenceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Source => Path.Combine(folder.FullName, "evidence");

    private string Backup => Path.Combine(folder.FullName, "backup");

    private EvidenceStorage Storage => new(new DirectoryEvidenceStore(Source), Path.Combine(Source, "incoming"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_follows_the_directory_and_can_be_restored()
    {
        var (kept, erased, added) = (TestFile.Of("kept"), TestFile.Of("erased later"), TestFile.Of("added later"));
        await kept.SaveAsync(Storage, Cancellation);
        await erased.SaveAsync(Storage, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(Storage.Incoming, "half"), "half an upload", Cancellation);
        (await RunAsync()).ShouldBe((0, ""));

        await Storage.Store.DeleteAsync(erased.Digest, Cancellation);
        await added.SaveAsync(Storage, Cancellation);
        (await RunAsync()).ShouldBe((0, ""));

        var restored = new DirectoryEvidenceStore(Backup);
        (await kept.IsStoredAsync(restored, Cancellation)).ShouldBeTrue();
        (await added.IsStoredAsync(restored, Cancellation)).ShouldBeTrue();
        (await restored.OpenAsync(erased.Digest, Cancellation)).ShouldBeNull();
        Directory.Exists(Path.Combine(Backup, "incoming")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        var file = TestFile.Of("intact");
        await file.SaveAsync(Storage, Cancellation);
        await RunAsync();
        await File.WriteAllTextAsync(Path.Combine(Backup, file.Digest[..2], file.Digest), "damaged", Cancellation);

        var (code, error) = await RunAsync();

        code.ShouldBe(1);
        error.ShouldContain(file.Digest);
    }

    [Fact]
    public async Task A_directory_that_is_not_mounted_removes_nothing()
    {
        var file = TestFile.Of("still in the backup");
        await file.SaveAsync(Storage, Cancellation);
        await RunAsync();
        Directory.Delete(Source, recursive: true);
        Directory.CreateDirectory(Source);

        var (code, error) = await RunAsync();

        (code, error.Contains("is it mounted?", StringComparison.Ordinal)).ShouldBe((1, true), error);
        (await file.IsStoredAsync(new DirectoryEvidenceStore(Backup), Cancellation)).ShouldBeTrue();
    }

    private async Task<(int Code, string Error)> RunAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script requires a POSIX shell.");
        var script = Path.Combine(RepositoryRoot.Path, "ops", "backup-evidence");
        using var process = Process.Start(new ProcessStartInfo("sh", [script, Source, Backup]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, error);
    }
}
