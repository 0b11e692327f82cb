using System.Globalization;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.EvidenceFiles;

/// <summary>Content without an event is deleted after a time, and never content that an event names.</summary>
public sealed class EvidenceCleanupTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const int Rounds = 12;

    private readonly Person femi = newsroom.As("femi", Role.FactChecker);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IServiceProvider Services => newsroom.Host.Services;

    private EvidenceStorage Storage => Services.GetRequiredService<EvidenceStorage>();

    private NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Old_content_without_an_event_is_deleted()
    {
        var (old, young, recorded) = (TestFile.Of("an old upload"), TestFile.Of("a new upload"), TestFile.Of("a recorded one"));
        await old.SaveAsync(Storage, Cancellation);
        await young.SaveAsync(Storage, Cancellation);
        (await PutAsync(recorded)).Is(201);
        var cut = Path.Combine(Storage.Incoming, "cut");
        await File.WriteAllTextAsync(cut, "half an upload", Cancellation);
        foreach (var path in new[] { PathOf(old), PathOf(recorded), cut })
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromDays(2));
        }

        (await Services.GetRequiredService<EvidenceCleanupJob>().CleanUpAsync(Cancellation)).ShouldBe(1);

        (await old.IsStoredAsync(Storage.Store, Cancellation)).ShouldBeFalse();
        (await young.IsStoredAsync(Storage.Store, Cancellation)).ShouldBeTrue();
        (await recorded.IsStoredAsync(Storage.Store, Cancellation)).ShouldBeTrue();
        File.Exists(cut).ShouldBeFalse();
        (await PutAsync(old)).Is(201);
        await Storage.Store.DeleteAsync(young.Digest, Cancellation);
    }

    [Fact]
    public async Task An_upload_waits_for_the_cleanup_of_its_content_and_can_be_repeated()
    {
        var file = TestFile.Of("uploaded again while its copy is deleted");
        var (deleting, proceed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var store = new AgedStore(Storage.Store)
        {
            Deleting = () =>
            {
                deleting.SetResult();
                return proceed.Task;
            },
        };
        await file.SaveAsync(Storage, Cancellation);
        var cleanup = Job(store).CleanUpAsync(Cancellation);
        await deleting.Task.WaitAsync(Eventually.Timeout, Cancellation);

        var upload = PutAsync(file);
        await Eventually.HoldsAsync("the upload waits for the lock", IsWaitingAsync);
        proceed.SetResult();

        (await cleanup).ShouldBe(1);
        (await upload).Is(503);
        (await femi.GetAsync($"/evidence/{file.Digest}")).IsRefused(404, "unknown-evidence-file");
        (await PutAsync(file)).Is(201);
        (await femi.GetAsync($"/evidence/{file.Digest}")).Is(200);
    }

    [Fact]
    public async Task The_cleanup_leaves_content_whose_event_is_being_appended()
    {
        var file = TestFile.Of("stored, and its event is not committed yet");
        await file.SaveAsync(Storage, Cancellation);
        await using (var connection = await Database.OpenConnectionAsync(Cancellation))
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await EvidenceLock.ShareAsync(transaction, file.Digest, Cancellation);
            (await Job(new AgedStore(Storage.Store)).CleanUpAsync(Cancellation)).ShouldBe(0);
            (await file.IsStoredAsync(Storage.Store, Cancellation)).ShouldBeTrue();
        }

        (await Job(new AgedStore(Storage.Store)).CleanUpAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task No_event_is_without_content_however_uploads_and_cleanups_interleave()
    {
        TestFile[] files = [.. Enumerable.Range(0, Rounds).Select(n => TestFile.Of($"interleaved {n}"))];
        var job = Job(new AgedStore(Storage.Store));
        foreach (var file in files)
        {
            await file.SaveAsync(Storage, Cancellation);
            var (upload, cleanup, second) = (PutAsync(file), job.CleanUpAsync(Cancellation), PutAsync(file));
            await Task.WhenAll(upload, cleanup, second);
            int[] answers = [(await upload).Status, (await second).Status];

            answers.ShouldAllBe(status => status == 200 || status == 201 || status == 503);
            (await file.IsStoredAsync(Storage.Store, Cancellation)).ShouldBe(answers.Any(status => status != 503));
        }
    }

    [Theory]
    [InlineData(null, "1.00:00:00")]
    [InlineData("02:00:00", "02:00:00")]
    public void The_time_is_a_setting(string? setting, string time) =>
        EvidenceRetention.Of(Settings(setting)).KeepUnrecordedFor.ShouldBe(TimeSpan.Parse(time, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("soon")]
    [InlineData("00:01:00")]
    public void A_time_that_an_upload_can_exceed_stops_the_host(string setting) =>
        Should.Throw<SettingsException>(() => EvidenceRetention.Of(Settings(setting))).Message.ShouldContain("at least an hour");

    [Fact]
    public async Task Health_names_a_store_that_cannot_be_read()
    {
        (await newsroom.Reader().GetAsync("/health/ready")).Json["checks"]!["evidence"]!["status"]!.GetValue<string>().ShouldBe("ok");
        using var job = Job(new AgedStore(new BrokenStore()));
        var health = new EvidenceHealth(job);
        (await health.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.ShouldBe(HealthStatus.Healthy);

        await job.StartAsync(Cancellation);
        await Eventually.HoldsAsync("the job has failed", () => Task.FromResult(job.Problem is not null));
        await job.StopAsync(Cancellation);

        var found = await health.CheckHealthAsync(new HealthCheckContext(), Cancellation);
        found.Status.ShouldBe(HealthStatus.Degraded);
        found.Description!.ShouldContain("The bucket is gone.");
    }

    private static IConfiguration Settings(string? setting) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(EvidenceRetention.Setting, setting)]).Build();

    private EvidenceCleanupJob Job(IEvidenceStore store) =>
        new(
            Storage with
            {
                Store = store,
            },
            Services.GetRequiredService<IDocumentStore>(),
            Database,
            Services.GetRequiredService<EvidenceRetention>(),
            newsroom.Clock,
            NullLogger<EvidenceCleanupJob>.Instance
        );

    private async Task<bool> IsWaitingAsync() =>
        await Database.ScalarAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted")
        > 0;

    private Task<Answer> PutAsync(TestFile file) =>
        femi.SendAsync(HttpMethod.Put, $"/evidence/{file.Digest}", file.Content, "application/octet-stream");

    private string PathOf(TestFile file) => Path.Combine(Path.GetDirectoryName(Storage.Incoming)!, file.Digest[..2], file.Digest);

    private sealed class BrokenStore : IEvidenceStore
    {
        public Task SaveAsync(string digest, string path, CancellationToken cancellationToken) => throw Gone();

        public Task<Stream?> OpenAsync(string digest, CancellationToken cancellationToken) => throw Gone();

        public Task<DateTimeOffset?> FindTimeAsync(string digest, CancellationToken cancellationToken) => throw Gone();

        public IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken) => throw Gone();

        public Task DeleteAsync(string digest, CancellationToken cancellationToken) => throw Gone();

        private static IOException Gone() => new("The bucket is gone.");
    }
}
