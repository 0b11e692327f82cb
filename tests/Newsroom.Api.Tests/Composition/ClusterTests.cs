using System.Diagnostics;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Client.LiveFeed;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Composition;

/// <summary>Two nodes of one database in processes of their own, while clients write to both.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    // Documented is half of it, on a machine that is not shared.
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(20);

    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_other_node_takes_over_from_a_leader_that_is_killed()
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        using var first = await StartAsync();
        var numberOfFirst = await NumberAsync(source, []);
        using var second = await StartAsync();
        var numberOfSecond = await NumberAsync(source, [numberOfFirst]);
        (await first.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" })).Is(201);
        var (story, version) = await ReadyStories.MakeAsync(first, "Scheduled");

        // The leader, which assigns projections to nodes, and runs some of them.
        await AgentsAsync("count(*) = 5 and count(distinct n.id) = 2");
        var leader = await source.ScalarAsync<int>(
            "select node_number from newsroom.wolverine_nodes n join newsroom.wolverine_node_assignments a on a.node_id = n.id "
                + "where a.id like '%leader%'"
        );
        leader.ShouldBeOneOf(numberOfFirst, numberOfSecond);
        var (killed, other) = leader == numberOfFirst ? (first, second) : (second, first);

        // A time in the past would be refused: it is as far in the future as the first schedule of this node took, and a second.
        var (warm, warmVersion) = await ReadyStories.MakeAsync(other, "Later");
        var clock = Stopwatch.StartNew();
        await ScheduleAsync(other, warm, warmVersion, DateTimeOffset.UtcNow + TimeSpan.FromDays(1));
        await ScheduleAsync(other, story, version, DateTimeOffset.UtcNow + clock.Elapsed + TimeSpan.FromSeconds(1));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writing = Task.WhenAll(WriteAsync(killed, stopped.Token), WriteAsync(other, stopped.Token));
        killed.Kill();
        clock.Restart();

        // The assignments of the killed node are gone, and the projections have what was written after it.
        await AgentsAsync($"count(*) = 5 and bool_and(n.node_number <> {leader})");
        var sequence = await source.ScalarAsync<long>("select max(seq_id) from newsroom.mt_events");
        await TableSignal.ProjectedAsync(database, sequence);
        TestContext.Current.SendDiagnosticMessage($"Taken over after {clock.Elapsed.TotalSeconds:0.0} s.");
        clock.Elapsed.ShouldBeLessThan(Takeover);
        await TableSignal.UntilAsync(
            database,
            "newsroom.mt_events",
            $"select exists (select from newsroom.mt_events where type = 'story_published' and stream_id = '{story}')"
        );
        await stopped.CancelAsync();
        var written = (await writing).Sum();

        await ProjectedAsync(source);
        await VerifiedAsync(other, written);
        (await source.ScalarAsync<long>("select count(*) from newsroom.mt_events where type = 'story_published'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_rolling_restart_fails_no_request_and_no_client_misses_an_event()
    {
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        var nodes = new[] { await StartAsync(("Shutdown__Drain", "00:00:02")), await StartAsync(("Shutdown__Drain", "00:00:02")) };
        try
        {
            (await nodes[0].As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" })).Is(201);
            using var proxy = new ReadyNodes(() => nodes);
            using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var begun = new TaskCompletionSource();
            var last = new TaskCompletionSource<long>();
            var following = FollowAsync(proxy, begun, last.Task);
            await begun.Task.WaitAsync(Eventually.Timeout, Cancellation);
            var from = await source.ScalarAsync<long>("select max(seq_id) from newsroom.mt_events");
            var writing = Enumerable.Range(0, 4).Select(_ => WriteAsync(proxy, stopped.Token)).ToList();
            for (var restarted = 0; restarted < nodes.Length; restarted++)
            {
                nodes[restarted].Terminate();
                var (code, error) = await nodes[restarted].ExitAsync();
                code.ShouldBe(0, error);
                nodes[restarted].Dispose();
                nodes[restarted] = await StartAsync(("Shutdown__Drain", "00:00:02"));
            }

            await stopped.CancelAsync();
            var written = (await Task.WhenAll(writing)).Sum();
            written.ShouldBeGreaterThan(20);
            await ProjectedAsync(source);
            var recorded = await source.ScalarAsync<long[]>(
                $"select array_agg(seq_id order by seq_id) from newsroom.mt_events where type = 'story_drafted' and seq_id > {from}"
            );
            recorded.Length.ShouldBe(written);
            last.SetResult(recorded[^1]);
            (await following.WaitAsync(Eventually.Timeout, Cancellation)).ShouldBe(recorded);
            await VerifiedAsync(nodes[0], written);
        }
        finally
        {
            Array.ForEach(nodes, node => node.Dispose());
        }
    }

    private Task<HostNode> StartAsync(params IEnumerable<(string Name, string Value)> settings) =>
        HostNode.StartAsync(database, data, [("Nodes__Coordinate", "true"), .. settings]);

    /// <summary>Waits for a condition on the projections and the ledger, and the nodes <c>n</c> that run them.</summary>
    private Task AgentsAsync(string condition) =>
        TableSignal.UntilAsync(
            database,
            "newsroom.wolverine_node_assignments",
            $"""
            select {condition} from newsroom.wolverine_node_assignments a join newsroom.wolverine_nodes n on n.id = a.node_id
            where a.id like 'event-subscriptions%'
            """
        );

    private async Task ProjectedAsync(NpgsqlDataSource source) =>
        await TableSignal.ProjectedAsync(database, await source.ScalarAsync<long>("select max(seq_id) from newsroom.mt_events"));

    private static async Task ScheduleAsync(HostNode node, Guid story, long version, DateTimeOffset time) =>
        (await node.As("pia", Role.Publisher).PostAsync($"/stories/{story}/schedule", new { time }, version)).Is(200);

    private static async Task<int> NumberAsync(NpgsqlDataSource source, int[] known) =>
        (await source.ScalarAsync<int[]>("select array_agg(node_number) from newsroom.wolverine_nodes")).Except(known).Single();

    /// <summary>Writes to a node until it has been killed, or the test stops it. Returns the number of stories.</summary>
    private static async Task<int> WriteAsync(HostNode node, CancellationToken stopped)
    {
        var rita = node.As("rita", Role.Reporter);
        for (var written = 0; ; written++)
        {
            try
            {
                if (stopped.IsCancellationRequested)
                {
                    return written;
                }

                (await rita.PostAsync("/stories/draft-article", Draft($"Story {written}"))).Is(201);
            }
            catch (HttpRequestException)
            {
                return written;
            }
        }
    }

    /// <summary>Writes and reads through a proxy until the test stops it, and returns the number of stories. A failure throws.</summary>
    private async Task<int> WriteAsync(ReadyNodes proxy, CancellationToken stopped)
    {
        using var http = new HttpClient(proxy, disposeHandler: false) { BaseAddress = new Uri("http://newsroom.invalid") };
        var rita = new Person(http, DevelopmentTokens.Issue(data, "rita", [Role.Reporter]));
        for (var written = 0; ; written++)
        {
            if (stopped.IsCancellationRequested)
            {
                return written;
            }

            var story = (await rita.PostAsync("/stories/draft-article", Draft($"Story {written}"))).Is(201).Json["story"]!;
            (await rita.GetAsync($"/stories/{story}")).Is(200);
            (await rita.GetAsync("/stories")).Is(200);
        }
    }

    private static object Draft(string headline) =>
        new
        {
            desk = "town",
            headline,
            body = "It was late.",
        };

    /// <summary>Follows the feed until after an event, and returns the sequences of the drafts.</summary>
    private async Task<List<long>> FollowAsync(ReadyNodes proxy, TaskCompletionSource begun, Task<long> last)
    {
        using var http = new HttpClient(proxy, disposeHandler: false) { BaseAddress = new Uri("http://newsroom.invalid") };
        using var client = new NewsroomClient(http, NewsroomClientOptions.WithToken(DevelopmentTokens.Issue(data, "ed", [Role.Editor])));
        var drafts = new List<long>();
        await foreach (var item in client.LiveFeed.FollowAsync(new FeedQuery(), Cancellation))
        {
            begun.TrySetResult();
            if (item.Event is { Type: "story_drafted" } drafted)
            {
                drafts.Add(drafted.Sequence);
            }

            if (last.IsCompletedSuccessfully && item.Position >= await last)
            {
                break;
            }
        }

        return drafts;
    }

    private static async Task VerifiedAsync(HostNode node, long atLeast)
    {
        var ida = node.As("ida", Role.Auditor);
        var store = Last((await ida.GetAsync("/ledger/verify-store")).Is(200));
        (store["isDone"]!.GetValue<bool>(), store["findings"]!.AsArray().Count).ShouldBe((true, 0), store.ToJsonString());
        store["events"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(atLeast);
        var views = Last((await ida.GetAsync("/views/verify-views")).Is(200));
        foreach (var (name, view) in views["views"]!.AsObject())
        {
            view!["different"]!.GetValue<long>().ShouldBe(0, $"{name}: {views.ToJsonString()}");
        }
    }

    private static JsonNode Last(Answer answer) => JsonNode.Parse(answer.Text.Trim().Split('\n')[^1])!;
}
