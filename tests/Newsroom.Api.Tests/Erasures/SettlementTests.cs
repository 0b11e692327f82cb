using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Erasures;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>An erasure is settled after its commit by a durable message, also where the node that committed it is killed.</summary>
public sealed class SettlementTests
{
    private const string Word = "Quillfeather";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_is_settled_by_the_next_node_where_the_first_is_killed_after_the_commit(bool coordinated)
    {
        await using var second = new Newsroom
        {
            Prepare = (database, data) => EraseAndKillAsync(database, data, coordinated),
            Configure = services => services.ConfigureWolverine(options => Coordinate(options.Durability, coordinated)),
        };
        await second.InitializeAsync();

        await using var source = NpgsqlDataSource.Create(second.Database);
        await SettledAsync(second.Database);
        (await source.MentionsAsync(Word)).ShouldBe(0);
        (await second.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]!["erasures"]!["status"]!.GetValue<string>().ShouldBe("ok");
        await second.CatchUpAsync();
        var views = (await second.As("wilma", Role.Auditor).GetAsync("/views/verify-views")).Is(200).Text.TrimEnd().Split('\n')[^1];
        JsonNode.Parse(views)!["views"]!
            .AsObject()
            .Where(view => view.Value!["different"]!.GetValue<long>() > 0)
            .Select(view => view.Value!.ToJsonString())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task An_erasure_that_cannot_be_settled_is_answered_named_in_health_and_retried()
    {
        var clock = new ShiftedClock();
        await using var own = new Newsroom { Configure = services => services.AddSingleton<TimeProvider>(clock) };
        await own.InitializeAsync();
        var story = await StoryDriver.DraftedAsync(own, "Checked", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, Verdict(await story.FingerprintAsync("c1")))).Is(200);
        await own.CatchUpAsync();
        await using var source = NpgsqlDataSource.Create(own.Database);
        var id = (await own.As("lea", Role.Legal).PostAsync("/erasures/request-erasure", Request(await CheckOfAsync(source)))).Is(201).Json[
            "id"
        ]!;
        await own.CatchUpAsync();

        await using var blocking = await BlockedAudit.StartAsync(source);
        var approving = own.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure");
        await CarriedOutAsync(own.Database);
        (await HealthAsync(own)).ShouldBe(("ok", null));
        approving.IsCompleted.ShouldBeFalse();

        clock.Ahead = TimeSpan.FromMinutes(1);
        (await approving).Is(200).Json["state"]!.GetValue<string>().ShouldBe("carried-out");
        var (status, detail) = await HealthAsync(own);
        status.ShouldBe("degraded");
        detail.ShouldNotBeNull().ShouldContain($"Erasure {id} is not settled since ");
        await Eventually.HoldsAsync(
            "the audit trail alone is waited for",
            async () => (await HealthAsync(own)).Detail?.Contains("it waits for audit.", StringComparison.Ordinal) == true
        );

        await blocking.PutBackAsync();
        (await source.MentionsAsync(Word)).ShouldBeGreaterThan(0);
        await blocking.DisposeAsync();
        await SettledAsync(own.Database);
        (await source.MentionsAsync(Word)).ShouldBe(0);
        (await HealthAsync(own)).ShouldBe(("ok", null));
    }

    private static async Task<(string Status, string? Detail)> HealthAsync(Newsroom newsroom)
    {
        var check = (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]!["erasures"]!;
        return (check["status"]!.GetValue<string>(), check["detail"]?.GetValue<string>());
    }

    /// <summary>Carries out an erasure on a separate node, lets a projection write the erased words back, and kills the node.</summary>
    private static async Task EraseAndKillAsync(string database, string data, bool coordinated)
    {
        using var process = HostProcess.Start(database, data, "Development", ("Nodes__Coordinate", $"{coordinated}"));
        using var http = new HttpClient { BaseAddress = await process.AddressAsync(TestContext.Current.CancellationToken) };
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        async Task<JsonNode> SendAsync(string user, Role role, HttpMethod method, string path, object body, string? basedOn = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DevelopmentTokens.Issue(data, user, [role]));
            request.Headers.TryAddWithoutValidation("If-Match", basedOn);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode} {text}");
            return JsonNode.Parse(text)!;
        }

        await SendAsync("jonas", Role.Admin, HttpMethod.Put, "/desks/town", new { name = "Town", language = "en" });
        var draft = new
        {
            desk = "town",
            headline = "Checked",
            body = "The wall is 31 metres long.",
        };
        var story = (await SendAsync("rita", Role.Reporter, HttpMethod.Post, "/stories/draft-article", draft))["story"];
        var claim = new { words = "The wall is 31 metres long." };
        await SendAsync("ed", Role.Editor, HttpMethod.Post, $"/stories/{story}/flag-claim", claim, "\"v1\"");
        var read = await SendAsync("femi", Role.FactChecker, HttpMethod.Get, $"/stories/{story}", new { });
        var fingerprint = read["claims"]!.AsArray().Single()!["fingerprint"]!.GetValue<string>();
        await SendAsync("femi", Role.FactChecker, HttpMethod.Post, $"/stories/{story}/fact-check", Verdict(fingerprint));
        var request = await SendAsync("lea", Role.Legal, HttpMethod.Post, "/erasures/request-erasure", Request(await CheckOfAsync(source)));
        await TableSignal.ProjectedAsync(database);

        await using var blocking = await BlockedAudit.StartAsync(source);
        var approving = SendAsync("chi", Role.ChiefEditor, HttpMethod.Post, $"/erasures/{request["id"]}/approve-erasure", new { });
        await CarriedOutAsync(database);
        await blocking.PutBackAsync();
        process.Kill();
        await Should.ThrowAsync<HttpRequestException>(() => approving);

        (await source.MentionsAsync(Word)).ShouldBeGreaterThan(0);
        (await source.ScalarAsync<long>($"select count(*) from {ErasureSettlement.Table}")).ShouldBe(1);
        // A node counts as dead when it has been silent for a minute, which is over by now.
        await source.RunAsync("update newsroom.wolverine_nodes set health_check = health_check - interval '5 minutes'");
    }

    private static object Verdict(string fingerprint) =>
        new
        {
            passage = "c1",
            fingerprint,
            verdict = "verified",
            evidence = new[] { new { kind = "document", citation = $"{Word}'s diary, page 12" } },
        };

    private static object Request(Guid check) =>
        new
        {
            kind = "evidence",
            subject = $"{check}",
            legalBasis = "GDPR Art. 17(1)(a)",
            reason = "They asked.",
        };

    private static void Coordinate(DurabilitySettings durability, bool coordinated)
    {
        durability.Mode = coordinated ? DurabilityMode.Balanced : DurabilityMode.Solo;
        // Intervals that a test can wait for.
        durability.FirstHealthCheckExecution = TimeSpan.Zero;
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
        durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(1);
        durability.NodeReassignmentPollingTime = TimeSpan.FromSeconds(1);
        durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);
    }

    private static Task<Guid> CheckOfAsync(NpgsqlDataSource source) =>
        source.ScalarAsync<Guid>("select id from newsroom.mt_events where type = 'fact_checked'");

    private static Task CarriedOutAsync(string database) =>
        TableSignal.UntilAsync(
            database,
            "newsroom.mt_events",
            "select exists (select from newsroom.mt_events where type = 'erasure_carried_out')"
        );

    private static Task SettledAsync(string database) =>
        TableSignal.UntilAsync(database, ErasureSettlement.Table, $"select not exists (select from {ErasureSettlement.Table})");

    /// <summary>Blocks the audit trail's projection, and keeps the rows that it would have written before the erasure.</summary>
    private sealed class BlockedAudit(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction)
        : IAsyncDisposable
    {
        private bool isDisposed;

        public static async Task<BlockedAudit> StartAsync(NpgsqlDataSource source)
        {
            await source.RunAsync($"create table public.stale as select * from newsroom.audit t where t::text ilike '%{Word}%'");
            (await source.ScalarAsync<long>("select count(*) from public.stale")).ShouldBeGreaterThan(0);
            var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await connection.RunAsync("select from newsroom.mt_event_progression where name = 'audit:All' for update");
            return new BlockedAudit(source, connection, transaction);
        }

        /// <summary>Writes the rows like a projection that read the events before the erasure.</summary>
        public Task PutBackAsync() =>
            source.RunAsync(
                """
                delete from newsroom.audit where sequence in (select sequence from public.stale);
                insert into newsroom.audit select * from public.stale;
                """
            );

        public async ValueTask DisposeAsync()
        {
            if (!isDisposed)
            {
                isDisposed = true;
                await transaction.RollbackAsync();
                await connection.DisposeAsync();
            }
        }
    }
}
