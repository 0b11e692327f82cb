using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Newsroom.Api.Infrastructure.Replicas;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Replicas;

/// <summary>A host that reads from a streaming replica, whose replay the test pauses.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private readonly TemporaryDirectory folder = new("newsroom-replica");
    private EmbeddedPostgresServer primary = null!;
    private EmbeddedPostgresServer standby = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        primary = await StartAsync("primary");
        await using var source = Source(primary);
        var binaries = await source.ScalarAsync<string>("select setting from pg_config where name = 'BINDIR'");
        Assert.SkipUnless(File.Exists(Path.Combine(binaries, "pg_basebackup")), "This test needs pg_basebackup of the server's version.");
        await CopyAsync(binaries);
        standby = await StartAsync("standby");
    }

    public async ValueTask DisposeAsync()
    {
        await (standby?.DisposeAsync() ?? ValueTask.CompletedTask);
        await primary.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Reads_come_from_the_replica_and_the_caller_has_what_it_wrote()
    {
        await using var replica = Source(standby);
        using var node = await HostNode.StartAsync(
            primary.ConnectionString,
            folder["host"],
            ("ConnectionStrings__Replica", standby.ConnectionString)
        );
        var (rita, ed) = (node.As("rita", Role.Reporter), node.As("ed", Role.Editor));
        (await node.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" })).Is(201);
        var before = await DraftAsync(rita, "Before");
        await HealthAsync(ed, "ok");
        await Eventually.HoldsAsync("the replica has the story", async () => (await HistoryAsync(ed, before.Story)).Status == 200);

        await replica.RunAsync("select pg_wal_replay_pause()");
        var written = await DraftAsync(rita, "While the replica is late");
        // Others have it when the replica has it. The caller has it at once.
        (await HistoryAsync(ed, written.Story)).Is(404);
        (await HistoryAsync(rita, written.Story, written.Sequence)).Is(200);
        (await HistoryAsync(rita, before.Story, before.Sequence)).Is(200);
        // A story is what the next command is based on: it is read from the primary.
        (await ed.GetAsync($"/stories/{written.Story}")).Is(200);

        await replica.RunAsync("select pg_wal_replay_resume()");
        await Eventually.HoldsAsync("the replica has the story", async () => (await HistoryAsync(ed, written.Story)).Status == 200);
        (await HistoryAsync(ed, written.Story, "soon")).IsRefused(400, "sequence-malformed");

        await standby.DisposeAsync();
        (await HistoryAsync(ed, written.Story)).Is(200);
        (await ed.GetAsync("/stories")).Is(200);
        await DraftAsync(rita, "Without the replica");
        await HealthAsync(ed, "degraded");
    }

    [Fact]
    public async Task The_replica_is_read_while_it_has_the_event_and_answers()
    {
        await using (var source = Source(primary))
        {
            await source.RunAsync("create schema newsroom; create table newsroom.mt_events (seq_id bigint primary key)");
            await source.RunAsync("create role newsroom_app; grant usage on schema newsroom to newsroom_app");
            await source.RunAsync("grant select on newsroom.mt_events to newsroom_app; insert into newsroom.mt_events values (1)");
        }

        await using var paused = Source(standby);
        await using var written = Source(primary);
        await using var replica = new Replica(standby.ConnectionString, written, TimeProvider.System, NullLogger<Replica>.Instance);
        (await CanReadAsync(replica, null)).ShouldBeFalse("It has not been looked at.");
        await Eventually.HoldsAsync("the replica has the event", () => CanReadAsync(replica, 1, look: true));

        await paused.RunAsync("select pg_wal_replay_pause()");
        await written.RunAsync("insert into newsroom.mt_events values (2)");
        (await CanReadAsync(replica, null)).ShouldBeTrue();
        (await CanReadAsync(replica, 1)).ShouldBeTrue();
        (await CanReadAsync(replica, 2)).ShouldBeFalse();
        (await CanReadAsync(replica, long.MaxValue)).ShouldBeFalse();
        await paused.RunAsync("select pg_wal_replay_resume()");
        await Eventually.HoldsAsync("the replica has the event", () => CanReadAsync(replica, 2));

        await standby.DisposeAsync();
        (await CanReadAsync(replica, null)).ShouldBeFalse();
        await replica.LookAsync(Cancellation);
        var health = await replica.CheckHealthAsync(new HealthCheckContext(), Cancellation);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description!.ShouldStartWith("Reads go to the primary instead of the replica: ");
    }

    [Fact]
    public async Task A_server_that_is_no_replica_is_not_read()
    {
        await using var written = Source(primary);
        await using var replica = new Replica(primary.ConnectionString, written, TimeProvider.System, NullLogger<Replica>.Instance);
        await replica.LookAsync(Cancellation);
        (await CanReadAsync(replica, null)).ShouldBeFalse();
        (await replica.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Description!.ShouldEndWith("The server is not a replica.");
    }

    private static async Task<bool> CanReadAsync(Replica replica, long? sequence, bool look = false)
    {
        if (look)
        {
            await replica.LookAsync(Cancellation);
        }

        await using var connection = await replica.OpenAsync(sequence, Cancellation);
        return connection is not null;
    }

    private static async Task<(Guid Story, string Sequence)> DraftAsync(Person rita, string headline)
    {
        var draft = new
        {
            desk = "town",
            headline,
            body = "It was late.",
        };
        var answer = (await rita.PostAsync("/stories/draft-article", draft)).Is(201);
        return (answer.Json["story"]!.GetValue<Guid>(), answer.Headers[RecordedSequence.Header]);
    }

    private static Task<Answer> HistoryAsync(Person person, Guid story, string? sequence = null) =>
        person.SendAsync(HttpMethod.Get, $"/stories/{story}/history", null, null, (RecordedSequence.Header, sequence));

    private static Task HealthAsync(Person person, string status) =>
        Eventually.HoldsAsync(
            $"the replica is {status}",
            async () =>
                (await person.GetAsync("/health/ready")).Is(200).Json["checks"]!["replica"]!["status"]!.GetValue<string>() == status
        );

    private async Task CopyAsync(string binaries)
    {
        var given = new NpgsqlConnectionStringBuilder(primary.ConnectionString);
        var server = $"host={given.Host} port={given.Port} user={given.Username} password={given.Password}";
        var start = new ProcessStartInfo(
            Path.Combine(binaries, "pg_basebackup"),
            ["--dbname", server, "--pgdata", folder["standby"], "--checkpoint=fast", "--write-recovery-conf"]
        )
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(0, error);
    }

    private Task<EmbeddedPostgresServer> StartAsync(string name) =>
        EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = folder[name] }, cancellationToken: Cancellation);

    private static NpgsqlDataSource Source(EmbeddedPostgresServer server) =>
        NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
}
