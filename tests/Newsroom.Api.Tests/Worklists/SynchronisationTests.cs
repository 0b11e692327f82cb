using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>A copy that follows <c>next</c> misses no change, although transactions commit in another order than they began.</summary>
public sealed class SynchronisationTests(SlowCommandTests.HastyNewsroom newsroom) : IClassFixture<SlowCommandTests.HastyNewsroom>
{
    private const string Beginning = "1970-01-01T00:00:00Z";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task A_copy_that_reads_while_others_write_has_every_change()
    {
        var (stories, trail) = (new Copy(newsroom, "/stories", 3), new Copy(newsroom, "/audit", 7));
        var writing = Task.WhenAll(Enumerable.Range(0, 6).Select(WriteAsync));
        while (!writing.IsCompleted)
        {
            await stories.ReadAsync();
            await trail.ReadAsync();
        }

        var written = (await writing).SelectMany(ids => ids).ToHashSet();
        await newsroom.CatchUpAsync();
        await stories.ReadToEndAsync();
        await trail.ReadToEndAsync();

        stories
            .Items.GroupBy(s => $"{s["id"]}")
            .Where(s => written.Contains(s.Key))
            .Select(s => (s.Key, s.Last()["version"]!.GetValue<long>()))
            .ShouldBe((await VersionsAsync()).Where(s => written.Contains(s.Story)), ignoreOrder: true);
        written.Count.ShouldBe(30);
        var sequences = trail.Items.Select(line => line["sequence"]!.GetValue<long>()).ToList();
        sequences.ShouldBe(sequences.Order());
        sequences.ShouldBe(await SequencesAsync());
    }

    [Fact]
    public async Task A_change_that_commits_after_later_ones_is_not_missed()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Committed late", "It rains.\n");
        await newsroom.CatchUpAsync();
        var (stories, trail) = (new Copy(newsroom, "/stories", 200), new Copy(newsroom, "/audit", 200));
        await stories.ReadToEndAsync();
        await trail.ReadToEndAsync();

        await using var connection = await Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var sequence = await connection.ScalarAsync<long>($"select nextval('{MartenNames.Schema}.mt_events_sequence')");
        var later = await StoryDriver.DraftedAsync(newsroom, "Committed early", "It pours.\n");
        await newsroom.Gaps.DecidedAsync(above: sequence - 1);
        await stories.ReadToEndAsync();
        await trail.ReadToEndAsync();
        await SlowCommandTests.AppendAsync(connection, story.Id, sequence);
        await transaction.CommitAsync(Cancellation);
        await newsroom.CatchUpAsync();

        var seen = stories.Items.Count;
        await stories.ReadToEndAsync();
        await trail.ReadToEndAsync();
        var changed = stories.Items.Skip(seen).Select(s => $"{s["id"]}").ToList();
        changed.ShouldContain($"{story.Id}");
        stories.Items.Select(s => $"{s["id"]}").ShouldContain($"{later.Id}");
        trail.Items.Select(line => line["sequence"]!.GetValue<long>()).ShouldBe(await SequencesAsync());
    }

    [Fact]
    public async Task A_synchronisation_begins_at_its_time_and_ends_with_a_position()
    {
        var before = await StoryDriver.DraftedAsync(newsroom, "Before the time", "It rains.\n");
        await newsroom.CatchUpAsync();
        var time = await Database.ScalarAsync<DateTime>("select clock_timestamp()");
        var after = await StoryDriver.DraftedAsync(newsroom, "After the time", "It rains.\n");
        await newsroom.CatchUpAsync();

        var since = time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var stories = new Copy(newsroom, "/stories", 200, since);
        await stories.ReadToEndAsync();
        var ids = stories.Items.Select(s => $"{s["id"]}").ToList();
        (ids.Contains($"{before.Id}"), ids.Contains($"{after.Id}")).ShouldBe((false, true));
        stories.Next.ShouldNotBeNull();

        var future = new Copy(newsroom, "/audit", 200, "2190-01-01T00:00:00Z");
        await future.ReadToEndAsync();
        (future.Items.Count, future.Next is null).ShouldBe((0, false));
    }

    [Theory]
    [InlineData("/stories?since=yesterday", "time")]
    [InlineData("/audit?since=yesterday", "time")]
    [InlineData("/stories?since=2026-01-01T00:00:00Z&after=x", "cursor")]
    [InlineData("/stories?since=2026-01-01T00:00:00Z&desk=world", "synchronisation-filtered")]
    public async Task A_synchronisation_that_cannot_be_read_is_refused(string path, string code) =>
        (await newsroom.As("ida", Role.Auditor).GetAsync(path)).IsRefused(400, code);

    /// <summary>Writes stories, and returns their ids.</summary>
    private async Task<List<string>> WriteAsync(int writer)
    {
        var written = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var story = await StoryDriver.DraftedAsync(newsroom, $"Written by {writer}, {i}", "It rains.\n", by: $"writer-{writer}");
            (await story.ReplaceAsync($"writer-{writer}", Role.Editor, "rains", "snows")).Is(200);
            (await story.DoAsync("add-note", $"writer-{writer}", Role.Editor, new { text = "See to this." })).Is(200);
            written.Add($"{story.Id}");
        }

        return written;
    }

    private async Task<List<(string Story, long Version)>> VersionsAsync()
    {
        var versions = new List<(string Story, long Version)>();
        await using var command = Database.CreateCommand(
            $"select id::text, version from {MartenNames.Schema}.mt_streams where type = 'story'"
        );
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        while (await rows.ReadAsync(Cancellation))
        {
            versions.Add((rows.GetString(0), rows.GetInt64(1)));
        }

        return versions;
    }

    private async Task<List<long>> SequencesAsync()
    {
        var sequences = new List<long>();
        await using var command = Database.CreateCommand(
            $"select seq_id from {MartenNames.Events} where type <> 'tombstone' order by seq_id"
        );
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        while (await rows.ReadAsync(Cancellation))
        {
            sequences.Add(rows.GetInt64(0));
        }

        return sequences;
    }

    /// <summary>Copies a list page by page.</summary>
    private sealed class Copy(Newsroom newsroom, string list, int limit, string since = Beginning)
    {
        public List<JsonNode> Items { get; } = [];

        public string? Next { get; private set; }

        /// <summary>Reads the next page; false where nothing follows.</summary>
        public async Task<bool> ReadAsync()
        {
            var path = $"{list}?since={since}&limit={limit}{(Next is null ? "" : $"&after={Next}")}";
            var page = (await newsroom.As("ida", Role.Auditor).GetAsync(path)).Is(200).Body;
            Items.AddRange(page["items"]!.AsArray().Select(item => item!));
            var next = page["next"]!.GetValue<string>();
            var moved = next != Next;
            Next = next;
            return moved;
        }

        public async Task ReadToEndAsync()
        {
            while (await ReadAsync()) { }
        }
    }
}
