using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>
/// Every query has an index. Sequential scans are disabled in PostgreSQL, so that a query that still scans a table would do so with any
/// number of rows.
/// </summary>
public class SequentialScanTests
{
    private static readonly string[] Large =
    [
        "audit",
        "deliveries",
        "delivery_attempts",
        "delivery_events",
        "ledger_checkpoints",
        "ledger_hashes",
        "ledger_leaves",
        "ledger_parts",
        "ledger_salts",
        "mt_doc_confidentialstory",
        "mt_doc_dismissedphrase",
        "mt_doc_evidenceuse",
        "mt_doc_idempotentanswer",
        "mt_doc_keyframe",
        "mt_doc_publishedstory",
        "mt_doc_queuedpassage",
        "mt_doc_speakerquote",
        "mt_doc_story",
        "mt_doc_storycard",
        "mt_doc_storytext",
        "mt_doc_waitingitem",
        "mt_events",
        "mt_streams",
        "story_words",
    ];

    [Fact]
    public async Task No_request_reads_a_large_table_from_one_end_to_the_other()
    {
        var newsroom = new Newsroom
        {
            ConnectionOptions = "-c enable_seqscan=off",
            Settings = new() { ["Subscribers:Send"] = "true" },
        };
        await newsroom.InitializeAsync();
        try
        {
            var before = await ScansAsync(newsroom);
            await WorkAsync(newsroom);

            // A connection reports its statistics when it closes, at the latest.
            await newsroom.Host.StopAsync(TestContext.Current.CancellationToken);
            NpgsqlConnection.ClearAllPools();
            (await ScansAsync(newsroom)).Where(scanned => scanned.Value > before.GetValueOrDefault(scanned.Key)).ShouldBeEmpty();
        }
        finally
        {
            await newsroom.DisposeAsync();
        }
    }

    private static async Task WorkAsync(Newsroom newsroom)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A wall on the quay", "The wall is 31 metres long. It rains.");
        await StoryDriver.DraftedAsync(newsroom, "A wall on the quay", "Another story of that name.");
        (await newsroom.As("ed", Role.Editor).PostAsync("/speakers/register-speaker", new { id = "mayor", name = "The mayor" })).Is(201);
        (await story.ReplaceAsync("ed", Role.Editor, "It rains.", "“It rained all day on the wall,” said the mayor.")).Is(200);
        (
            await story.DoAsync("attribute-quote", "ed", Role.Editor, new { words = "“It rained all day on the wall,”", speaker = "mayor" })
        ).Is(200);
        (await story.VerifyAsync("q1")).Is(200);
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        (await story.DoAsync("describe-story", "ed", Role.Editor, new { slug = "a-wall" })).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.PublishAsync()).Is(422);
        // Nobody listens at the address.
        var subscriber = new { id = "harbour-news", name = "Harbour News", url = "http://127.0.0.1:9/in" };
        (await newsroom.As("ada", Role.Admin).PostAsync("/subscribers/register-subscriber", subscriber)).Is(201);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.PublishAsync()).Is(200);
        var ada = newsroom.As("ada", Role.Admin);
        await Eventually.HoldsAsync(
            "the notice was tried",
            async () => (await ada.GetAsync("/subscribers/harbour-news/deliveries")).Is(200).Text.Contains("\"number\":1")
        );
        await DismissAPhraseAsync(newsroom);
        (
            await newsroom
                .As("ed", Role.Editor)
                .PostAsync($"/stories/{story.Id}/add-note", new { text = "Ask again." }, idempotencyKey: "once")
        ).Is(200);
        await newsroom.CatchUpAsync();

        var auditor = newsroom.As("ida", Role.Auditor);
        foreach (
            var path in new[]
            {
                $"/stories/{story.Id}",
                $"/stories/{story.Id}?version=2",
                $"/stories/{story.Id}?at=2100-01-01T00:00:00Z",
                $"/stories/{story.Id}?asOf=2100-01-01T00:00:00Z",
                $"/stories/{story.Id}/history",
                $"/stories/{story.Id}/timeline",
                $"/stories/{story.Id}/timeline?editions=true",
                $"/stories/{story.Id}/diff?from=1&to=3",
                $"/stories/{story.Id}/blame",
                $"/stories/{story.Id}/gates",
                $"/stories/{story.Id}/quoted",
                $"/stories/{story.Id}/passages/q1",
                $"/stories/{story.Id}/passages/c1",
                "/speakers/mayor/quotes",
                $"/stories/{story.Id}/bundle",
                "/stories",
                "/stories?since=2026-01-01T00:00:00Z",
                "/stories?q=wall",
                "/stories?slug=a-wall",
                "/stories?desk=world",
                $"/stories?translationOf={story.Id}",
                "/stories?stage=drafting",
                "/stories?assignee=rita",
                "/stories?speaker=mayor",
                "/stories?order=priority",
                "/stories?order=due&desk=world",
                "/stories?priority=urgent&dueBefore=2100-01-01T00:00:00Z&order=due",
                "/desks/world/board?order=priority",
                "/desks/world/board?order=due",
                "/fact-checks/queue?order=priority",
                "/fact-checks/queue?order=due&desk=world",
                "/dismissed-phrases",
                "/numbers",
                "/numbers?desk=world",
                "/desks/world/board",
                "/fact-checks/queue",
                "/fact-checks/queue?desk=world",
                "/audit",
                "/audit?since=2026-01-01T00:00:00Z",
                $"/audit?story={story.Id}",
                "/audit?actor=rita",
                "/audit?role=editor",
                "/audit?desk=world",
                "/audit?type=story_published",
                "/audit?text=wall",
                "/audit?from=2026-01-01T00:00:00Z&to=2100-01-01T00:00:00Z",
                "/published",
                "/published?desk=world",
                "/published?language=en",
                "/published/a-wall",
                "/published/a-wall.html",
                "/published/a-wall.ninjs?at=2100-01-01T00:00:00Z",
                "/published/feed.atom",
                "/published/feed.rss?desk=world",
                "/published/feed.json?language=en",
                "/published/sitemap-news.xml",
                "/corrections",
                "/corrections?slug=a-wall",
                "/subscribers/harbour-news/deliveries",
                "/subscribers/harbour-news/deliveries?state=failed",
                "/deliveries/unacknowledged",
                "/published/a-wall?at=2100-01-01T00:00:00Z",
                "/ledger/checkpoint",
                "/ledger/tile/0/000.p/5",
                "/ledger/tile/entries/000.p/5",
                "/health/ready",
            }
        )
        {
            (await auditor.GetAsync(path)).Is(200);
        }

        foreach (var (user, role) in new[] { ("rita", Role.Reporter), ("ed", Role.Editor), ("pia", Role.Publisher) })
        {
            foreach (var filter in new[] { "", "?kind=approve", "?desk=world", $"?story={story.Id}" })
            {
                (await newsroom.As(user, role).GetAsync($"/me/work{filter}")).Is(200);
            }
        }

        var published = (await auditor.GetAsync($"/audit?story={story.Id}&type=story_published")).Json[0]!["event"]!.GetValue<Guid>();
        (await auditor.GetAsync($"/ledger/proofs/{published}")).Is(200);
    }

    private static async Task DismissAPhraseAsync(Newsroom newsroom)
    {
        const string body = "They sang “give me back my little boat” twice.";
        var earlier = await StoryDriver.DraftedAsync(newsroom, "A song", body);
        (
            await earlier.DoAsync(
                "dismiss-quotation",
                "ed",
                Role.Editor,
                new { words = "“give me back my little boat”", reason = "A song." }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        var later = await StoryDriver.DraftedAsync(newsroom, "A song again", body);
        var phrase = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{later.Id}/quoted")).Json["quoted"]![0]!["dismissedBefore"]![
            "key"
        ]!.GetValue<string>();
        (await later.DoAsync("dismiss-proposed", "ed", Role.Editor, new { reason = "A song.", phrases = new[] { phrase } })).Is(200);
    }

    private static async Task<Dictionary<string, long>> ScansAsync(Newsroom newsroom)
    {
        await using var connection = new NpgsqlConnection(newsroom.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var scans = new NpgsqlCommand(
            "select relname::text, seq_scan from pg_stat_user_tables where schemaname = 'newsroom' and relname = any($1)",
            connection
        )
        {
            Parameters = { new() { Value = Large } },
        };
        await using var rows = await scans.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new Dictionary<string, long>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found[rows.GetString(0)] = rows.GetInt64(1);
        }

        found.Count.ShouldBe(Large.Length, "A table has another name now.");
        return found;
    }
}
