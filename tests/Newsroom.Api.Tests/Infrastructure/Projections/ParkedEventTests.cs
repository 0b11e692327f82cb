using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Projections;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Projections;

/// <summary>
/// An event that cannot be applied is parked, and later ones are applied. A projection that stops is named, and restarted.
/// </summary>
public class ParkedEventTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task An_event_that_no_projection_can_apply_is_parked_alone_and_repaired()
    {
        var (bad, good) = (
            await StoryDriver.DraftedAsync(newsroom, "Poisoned", "It rains.\n"),
            await StoryDriver.DraftedAsync(newsroom, "Behind it", "It rains.\n")
        );
        await AppendAsync(bad.Id, Snapshot.Interval - 2);
        await newsroom.CatchUpAsync();
        (await ParkedAsync()).ShouldBeEmpty();
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await owner.RunAsync(
            $"""
            create function newsroom.test_poison() returns trigger language plpgsql as 'begin raise exception ''Poisoned.''; end';
            create trigger test_poison before insert or update on newsroom.audit for each row when (new.story = '{bad.Id}') execute function newsroom.test_poison();
            create trigger test_poison before insert or update on newsroom.mt_doc_storycard for each row when (new.id = '{bad.Id}') execute function newsroom.test_poison();
            create trigger test_poison before insert or update on newsroom.mt_doc_keyframe for each row when (new.data ->> 'story' = '{bad.Id}') execute function newsroom.test_poison();
            """
        );
        try
        {
            await AppendAsync(bad.Id, 1);
            await AppendAsync(good.Id, Snapshot.Interval);
            var sequence = await Database.ScalarAsync<long>(
                $"select seq_id from newsroom.mt_events where stream_id = '{bad.Id}' and version = {Snapshot.Interval}"
            );
            await TableSignal.ProjectedAsync(newsroom.Database, sequence + 1);
            var parked = await ParkedAsync();
            parked.Count.ShouldBe(3);
            parked
                .Select(p => p["projection"]!.GetValue<string>())
                .Order(StringComparer.Ordinal)
                .ShouldBe(["audit", "keyframes", "worklists"]);
            parked.ShouldAllBe(p =>
                p["sequence"]!.GetValue<long>() == sequence
                && p["stream"]!.GetValue<Guid>() == bad.Id
                && p["type"]!.GetValue<string>() == "note_added"
            );
            parked.ShouldAllBe(p => p["error"]!.GetValue<string>().Contains("Poisoned."));
            (await Database.ScalarAsync<long>($"select count(*) from newsroom.audit where story = '{good.Id}'")).ShouldBe(
                Snapshot.Interval + 1
            );
            (
                await Database.ScalarAsync<long>(
                    $"select (data ->> 'version')::bigint from newsroom.mt_doc_storycard where id = '{good.Id}'"
                )
            ).ShouldBe(Snapshot.Interval + 1);
            (
                await Database.ScalarAsync<long>($"select count(*) from newsroom.mt_doc_keyframe where data ->> 'story' = '{good.Id}'")
            ).ShouldBe(1);
            var health = await newsroom.Reader().GetAsync("/health/ready");
            (health.Status, health.Json["status"]!.GetValue<string>()).ShouldBe((200, "degraded"));
            health.Text.ShouldContain("audit: 1 parked event");

            var verified = await CliAsync("verify-views", "ida", Role.Auditor);
            (verified.Code, verified.Said.Contains($"keyframes: could not apply event {sequence}", StringComparison.Ordinal)).ShouldBe(
                (3, true),
                verified.Said
            );
            var refused = await CliAsync("rebuild-views", "root", Role.Admin);
            (refused.Code, refused.Said.Contains("Poisoned.", StringComparison.Ordinal)).ShouldBe((3, true), refused.Said);
            (await ParkedAsync()).Count.ShouldBe(3);
        }
        finally
        {
            await owner.RunAsync("drop function newsroom.test_poison() cascade");
        }

        (await CliAsync("rebuild-views", "root", Role.Admin)).Code.ShouldBe(0);
        (await ParkedAsync()).ShouldBeEmpty();
        var repaired = await CliAsync("verify-views", "ida", Role.Auditor);
        repaired.Code.ShouldBe(0, repaired.Said);
        await Eventually.HoldsAsync(
            "nothing is parked or stopped",
            async () => (await newsroom.Reader().GetAsync("/health/ready")).Json["status"]!.GetValue<string>() == "ok"
        );
        (await newsroom.As("rita", Role.Reporter).GetAsync("/views/parked-events")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_projection_that_stops_is_named_and_rebuilt_and_started_again()
    {
        await newsroom.CatchUpAsync();
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await owner.RunAsync(
            """
            create function newsroom.test_full() returns trigger language plpgsql as $$
            begin
                if current_query() like '%do nothing%' then
                    raise exception 'No space left.' using errcode = 'disk_full';
                end if;
                return new;
            end
            $$;
            create trigger test_full before insert on newsroom.audit for each row execute function newsroom.test_full();
            create function newsroom.test_all_full() returns trigger language plpgsql as 'begin raise exception ''No space left.'' using errcode = ''disk_full''; end';
            """ + $"create trigger test_full before insert on {LedgerTables.Leaves} for each row execute function newsroom.test_all_full()"
        );
        try
        {
            var story = await StoryDriver.DraftedAsync(newsroom, "Nobody sees it", "It rains.\n");
            await Eventually.HoldsAsync(
                "this node, and one that does not run them, report that audit and ledger have stopped",
                async () =>
                    IsStopped((await newsroom.Reader().GetAsync("/health/ready")).Is(200).Text)
                    && IsStopped(string.Join("; ", await OtherNode().ReadAsync(TestContext.Current.CancellationToken)))
            );
            var status = (await OtherNode().ReadAsync(TestContext.Current.CancellationToken)).Single(s => s.Name == "audit");
            status.ShouldSatisfyAllConditions(
                s => s.State.ShouldBe(ProjectionState.Stopped),
                s => s.Node!.ShouldStartWith(Environment.MachineName),
                s => s.FailedAt.ShouldNotBeNull()
            );

            var verified = await CliAsync("verify-views", "ida", Role.Auditor);
            verified.Code.ShouldBe(3, verified.Said);
            verified.Said.ShouldContain("audit: stopped at");
            verified.Said.ShouldContain($"No space left. (node {Environment.MachineName}");
            verified.Said.ShouldContain("rows differ from the events");
            (await CliAsync("rebuild-views", "root", Role.Admin)).Code.ShouldBe(0);

            // Not the last event of the log: once a minute the host records the number of refused commands.
            (await Database.ScalarAsync<bool>($"select exists (select from newsroom.audit where story = '{story.Id}')")).ShouldBeTrue();
            (await ParkedAsync()).ShouldBeEmpty();
        }
        finally
        {
            await owner.RunAsync("drop function newsroom.test_full() cascade; drop function newsroom.test_all_full() cascade");
        }

        await Eventually.HoldsAsync(
            "the projections are started again",
            async () => (await newsroom.Reader().GetAsync("/health/ready")).Json["status"]!.GetValue<string>() == "ok",
            async () => (await newsroom.Reader().GetAsync("/health/ready")).Text
        );
        await TableSignal.UntilAsync(
            newsroom.Database,
            "newsroom.projection_failures",
            "select not exists (select from newsroom.projection_failures)"
        );
        var current = await CliAsync("verify-views", "ida", Role.Auditor);
        current.Code.ShouldBe(0, current.Said);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.ProgramLimitExceeded, true)]
    [InlineData(PostgresErrorCodes.CheckViolation, true)]
    [InlineData(PostgresErrorCodes.RaiseException, true)]
    [InlineData(PostgresErrorCodes.UntranslatableCharacter, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    [InlineData(PostgresErrorCodes.SerializationFailure, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, false)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    public void Only_what_an_event_causes_parks_it(string state, bool isCausedByEvent) =>
        ProjectionFailure
            .IsCausedByEvent(
                new AggregateException(
                    new InvalidOperationException("Wrapped.", new PostgresException("Refused.", "ERROR", "ERROR", state))
                )
            )
            .ShouldBe(isCausedByEvent);

    [Fact]
    public void A_fault_of_the_projection_parks_an_event_and_a_lost_connection_does_not()
    {
        ProjectionFailure.IsCausedByEvent(new KeyNotFoundException()).ShouldBeTrue();
        ProjectionFailure.IsCausedByEvent(new NpgsqlException("Away.", new IOException())).ShouldBeFalse();
        ProjectionFailure.IsCausedByEvent(new TimeoutException()).ShouldBeFalse();
        ProjectionFailure.IsCausedByEvent(new OperationCanceledException()).ShouldBeFalse();
    }

    /// <summary>Returns whether both projections are reported as stopped, with the reason.</summary>
    private static bool IsStopped(string told) => IsStopped(told, "audit") && IsStopped(told, "ledger");

    private static bool IsStopped(string told, string projection) =>
        told.Split("; ")
            .Any(part =>
                part.Contains($"{projection}: stopped at", StringComparison.Ordinal)
                && part.Contains("No space left.", StringComparison.Ordinal)
            );

    /// <summary>The monitor of a node that runs no projection.</summary>
    private ProjectionMonitor OtherNode() => new(Database, null!, newsroom.Host.Services.GetServices<IEventConsumer>(), newsroom.Clock);

    private async Task AppendAsync(Guid story, int notes)
    {
        await using var session = newsroom
            .Host.Services.GetRequiredService<IDocumentStore>()
            .RecordingSession(Actor.Of("ed@test", Role.Editor), "add-note");
        var version = (await session.Events.FetchStreamStateAsync(story, TestContext.Current.CancellationToken))!.Version;
        session.Events.Append(
            story,
            version + notes,
            Enumerable
                .Range(0, notes)
                .Select(_ => new StoryEvent.NoteAdded($"n{Guid.NewGuid():N}", "See to this.", MustResolve: false, Passage: null))
        );
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<JsonNode>> ParkedAsync() =>
        [.. (await newsroom.As("ida", Role.Auditor).GetAsync("/views/parked-events")).Is(200).Json.AsArray().OfType<JsonNode>()];

    private async Task<(int Code, string Said)> CliAsync(string verb, string user, Role role)
    {
        var told = await newsroom.TypeAsync(user, role, verb);
        return (told.Code, told.Said);
    }
}
