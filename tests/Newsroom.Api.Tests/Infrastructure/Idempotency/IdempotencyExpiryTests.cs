using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Idempotency;

/// <summary>Stored responses expire, and an erasure removes those with erased data.</summary>
public sealed class IdempotencyExpiryTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Responses_expire_after_their_time_and_not_before()
    {
        var admin = newsroom.As("root", Role.Admin);
        const string desk = """{"name":"Kept","language":"en"}""";
        (await PutAsync(admin, "/desks/kept", desk, "kept")).Is(201);
        var clock = new FakeTimeProvider(await LastStoredAsync());
        using var job = Job(clock);
        clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await job.CleanUpAsync(TestContext.Current.CancellationToken);
        (await PutAsync(admin, "/desks/kept", desk, "kept")).Is(201);

        clock.Advance(TimeSpan.FromMinutes(2));
        (await job.CleanUpAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        (await PutAsync(admin, "/desks/kept", desk, "kept")).Is(200);
    }

    [Fact]
    public async Task All_that_expired_are_deleted_in_batches_by_one_node_at_a_time_and_by_the_index()
    {
        const int expired = (2 * IdempotencyCleanupJob.BatchSize) + 1;
        await Database.RunAsync(
            $$"""
            insert into {{IdempotencyRecord.Table}} (id, data)
            select 'old' || n, jsonb_build_object('key', 'old' || n, 'request', 'x', 'at', '2026-01-01T00:00:00+00:00',
                'answer', jsonb_build_object('status', 200, 'body', '{}')) from generate_series(1, {{expired}}) n
            """
        );
        (await PutAsync(newsroom.As("root", Role.Admin), "/desks/young", """{"name":"Young","language":"en"}""", "young")).Is(201);
        using var job = Job(new FakeTimeProvider(await LastStoredAsync()));
        await using (var other = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await other.RunAsync($"begin; select pg_advisory_xact_lock(hashtextextended('{IdempotencyRecord.Table}', 0))");
            (await job.CleanUpAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            await other.RunAsync("rollback");
        }

        (await job.CleanUpAsync(TestContext.Current.CancellationToken)).ShouldBe(expired);
        (await PutAsync(newsroom.As("root", Role.Admin), "/desks/young", """{"name":"Young","language":"en"}""", "young")).Is(201);
        var indexes = await Database.ScalarAsync<string>(
            "select string_agg(indexdef, ' ') from pg_indexes where schemaname = 'newsroom' and tablename = 'mt_doc_idempotentanswer'"
        );
        indexes.ShouldContain("mt_immutable_timestamptz((data ->> 'at'::text))");
        indexes.ShouldContain("'story'::text");
    }

    [Fact]
    public async Task The_job_runs_at_the_start_and_every_hour()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        using var job = Job(clock);
        await InsertAsync("first", clock.GetUtcNow() - TimeSpan.FromDays(31));
        await job.StartAsync(TestContext.Current.CancellationToken);
        await DeletedAsync("first");
        await InsertAsync("second", clock.GetUtcNow() - TimeSpan.FromDays(31));
        clock.Advance(IdempotencyCleanupJob.Interval);
        await DeletedAsync("second");
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_erasure_of_a_name_removes_the_stored_responses_that_have_it()
    {
        var admin = newsroom.As("root", Role.Admin);
        const string person = """{"name":"Pomona Applegarth","roles":["editor"]}""";
        (await PutAsync(admin, "/people/pomona", person, "described")).Is(201);
        await EraseAsync("person", "pomona");
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        (await source.MentionsAsync("Applegarth")).ShouldBe(0);
        (await PutAsync(admin, "/people/pomona", person, "described")).IsRefused(422, "idempotency-response-erased");
        (await source.MentionsAsync("Applegarth")).ShouldBe(0);
    }

    [Fact]
    public async Task An_erasure_of_evidence_removes_the_stored_responses_that_have_it()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Checked", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        var verdict = new
        {
            passage = "c1",
            fingerprint = await story.FingerprintAsync("c1"),
            verdict = "verified",
            evidence = new[] { new { kind = "document", citation = "Quillfeather's diary" } },
        };
        var femi = newsroom.As("femi", Role.FactChecker);
        Task<Answer> CheckAsync() => femi.PostAsync($"/stories/{story.Id}/fact-check", verdict, idempotencyKey: "checked");
        (await CheckAsync()).Is(200);
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        var check = await source.ScalarAsync<Guid>(
            $"select id from newsroom.mt_events where type = 'fact_checked' and stream_id = '{story.Id}'"
        );
        await newsroom.CatchUpAsync();
        await EraseAsync("evidence", $"{check}");
        (await source.MentionsAsync("Quillfeather")).ShouldBe(0);
        (await CheckAsync()).IsRefused(422, "idempotency-response-erased");
        (await source.MentionsAsync("Quillfeather")).ShouldBe(0);
    }

    private async Task EraseAsync(string kind, string subject)
    {
        var request = $$"""{"kind":"{{kind}}","subject":"{{subject}}","legalBasis":"GDPR Art. 17(1)(a)","reason":"They asked."}""";
        var id = (await newsroom.As("lea", Role.Legal).PostAsync("/erasures/request-erasure", request)).Is(201).Json["id"]!;
        await newsroom.CatchUpAsync();
        (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
    }

    private static Task<Answer> PutAsync(Person who, string path, string body, string key) =>
        who.SendAsync(HttpMethod.Put, path, System.Text.Encoding.UTF8.GetBytes(body), "application/json", (IdempotencyHeader.Name, key));

    private IdempotencyCleanupJob Job(TimeProvider clock) =>
        new(Database, new IdempotencyRetention(TimeSpan.FromDays(30)), clock, NullLogger<IdempotencyCleanupJob>.Instance);

    private Task InsertAsync(string id, DateTimeOffset at) =>
        Database.RunAsync(
            $$"""
            insert into {{IdempotencyRecord.Table}} (id, data) values
            ('{{id}}', jsonb_build_object('key', '{{id}}', 'request', 'x', 'at', '{{at:O}}',
                'answer', jsonb_build_object('status', 200, 'body', '{}')))
            """
        );

    private async Task<DateTimeOffset> LastStoredAsync() =>
        new(await Database.ScalarAsync<DateTime>($"select max((data ->> 'at')::timestamptz) from {IdempotencyRecord.Table}"));

    private Task DeletedAsync(string id) =>
        TableSignal.UntilAsync(
            newsroom.Database,
            IdempotencyRecord.Table,
            $"select not exists (select from {IdempotencyRecord.Table} where id = '{id}')"
        );
}
