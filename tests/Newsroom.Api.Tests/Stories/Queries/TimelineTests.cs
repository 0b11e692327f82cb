using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Queries;
using Newsroom.Api.Tests.Access;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Lists the versions of a story without their content.</summary>
public sealed class TimelineTests(Newsroom newsroom) : IDisposable
{
    private readonly Person ed = newsroom.As("ed", Role.Editor);
    private readonly StatementTrace statements = new();

    public void Dispose() => statements.Dispose();

    [Fact]
    public async Task Every_version_has_its_type_actor_role_and_edition()
    {
        var story = await PublishedTwiceAsync();
        var answer = (await ed.GetAsync($"/stories/{story.Id}/timeline")).Is(200);
        answer
            .Json.AsArray()
            .Select(Described)
            .ShouldBe([
                "1 story_drafted rita reporter",
                "2 story_submitted rita reporter",
                "3 story_approved ned editor",
                "4 story_approved lea legal",
                "5 story_published pia publisher edition 1 first",
                "6 article_revised rita reporter",
                "7 approval_lapsed rita reporter",
                "8 approval_lapsed rita reporter",
                "9 story_submitted rita reporter",
                "10 story_approved ned editor",
                "11 story_approved lea legal",
                "12 story_published pia publisher edition 2 update",
            ]);
        answer.ETag.ShouldBe("\"v12\"");
        var history = (await ed.GetAsync($"/stories/{story.Id}/history")).Is(200).Json.AsArray();
        Times(answer.Json.AsArray()).ShouldBe(Times(history));
        (await ed.GetAsync($"/stories/{story.Id}/timeline?editions=true"))
            .Is(200)
            .Json.AsArray()
            .Select(Described)
            .ShouldBe(["5 story_published pia publisher edition 1 first", "12 story_published pia publisher edition 2 update"]);
    }

    [Fact]
    public async Task Versions_and_editions_are_paged_by_version()
    {
        var story = await PublishedTwiceAsync();
        (await PagesAsync($"/stories/{story.Id}/timeline?limit=5")).ShouldBe("1 2 3 4 5 | 6 7 8 9 10 | 11 12");
        (await PagesAsync($"/stories/{story.Id}/timeline?after=3&limit=9")).ShouldBe("4 5 6 7 8 9 10 11 12");
        (await PagesAsync($"/stories/{story.Id}/timeline?editions=true&limit=1")).ShouldBe("5 | 12");
        (await PagesAsync($"/stories/{story.Id}/timeline?after=12")).ShouldBe("");
        (await PagesAsync($"/stories/{story.Id}/timeline?after={long.MaxValue}")).ShouldBe("");
        (await PagesAsync($"/stories/{story.Id}/timeline?after=-3&limit=12")).ShouldBe("1 2 3 4 5 6 7 8 9 10 11 12");
    }

    [Theory]
    [InlineData("after=yesterday")]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("editions=all")]
    public async Task A_malformed_parameter_is_refused(string parameter)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Refused", "Words.");
        (await ed.GetAsync($"/stories/{story.Id}/timeline?{parameter}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_story_that_is_unknown_to_the_caller_has_no_timeline()
    {
        (await ed.GetAsync($"/stories/{Guid.NewGuid()}/timeline")).IsRefused(404, "unknown-story");
        var story = await ConfidentialStories.DraftedAsync(newsroom);
        (await newsroom.As("rob", Role.Reporter).GetAsync($"/stories/{story.Id}/timeline")).IsRefused(404, "unknown-story");
        (await newsroom.As("chi", Role.ChiefEditor).GetAsync($"/stories/{story.Id}/timeline")).Is(200).Text.ShouldNotContain("rocodile");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?after=2&limit=2")]
    [InlineData("?editions=true")]
    public async Task A_page_is_one_statement(string query)
    {
        var story = await PublishedTwiceAsync();
        await StatementsAsync();
        (await StatementsAsync()).ShouldHaveSingleItem();

        async Task<IReadOnlyCollection<string>> StatementsAsync()
        {
            var (trace, header) = StatementTrace.Begin();
            (await ed.SendAsync(HttpMethod.Get, $"/stories/{story.Id}/timeline{query}", null, null, header)).Is(200);
            return statements.Of(trace);
        }
    }

    [Theory]
    [InlineData("force_generic_plan")]
    [InlineData("force_custom_plan")]
    public async Task A_page_of_a_long_story_reads_only_its_own_versions(string plans)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A long story", "Words.");
        await using var owner = await newsroom
            .Host.Services.GetRequiredService<MaintenanceDatabase>()
            .OpenAsync(TestContext.Current.CancellationToken);
        await using var undone = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await owner.RunAsync(
            $"""
            set local session_replication_role = replica;
            set local plan_cache_mode = {plans};
            insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select 1000000000 + i, gen_random_uuid(), case when i <= 10000 then '{story.Id}' else md5((i / 3)::text)::uuid end,
                case when i <= 10000 then i else i % 3 end, '{"{}"}', 'note_added', now(), '*DEFAULT*', false from generate_series(2, 20000) i;
            analyze newsroom.mt_events
            """
        );
        var before = await FetchedAsync();
        var versions = await VersionsAsync(owner, story.Id, after: 7000, lines: 50);
        versions.ShouldBe(Enumerable.Range(7001, 51).Select(version => (long)version));
        (await FetchedAsync() - before).ShouldBe(51);

        // Rows that were read, by an index or from end to end.
        Task<long> FetchedAsync() =>
            owner.ScalarAsync<long>(
                "select coalesce(idx_tup_fetch, 0) + seq_tup_read from pg_stat_xact_user_tables where relid = "
                    + "'newsroom.mt_events'::regclass"
            );
    }

    [Fact]
    public async Task A_page_of_very_large_events_has_fewer()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A large story", "Words.");
        await using var owner = await newsroom
            .Host.Services.GetRequiredService<MaintenanceDatabase>()
            .OpenAsync(TestContext.Current.CancellationToken);
        await using var undone = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await owner.RunAsync(
            $"""
            set local session_replication_role = replica;
            insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select 1000000000 + i, gen_random_uuid(), '{story.Id}', i, jsonb_build_object('text', large.text), 'note_added', now(),
                '*DEFAULT*', false
            from generate_series(2, 6) i cross join
                (select string_agg(md5(random()::text), '') as text from generate_series(1, {TimelineQuery.MaxSize / 4 / 32})) large
            """
        );
        (await VersionsAsync(owner, story.Id, after: 0, lines: 50)).ShouldBe([1, 2, 3, 4]);
        (await VersionsAsync(owner, story.Id, after: 4, lines: 50)).ShouldBe([5, 6]);
    }

    private static async Task<List<long>> VersionsAsync(NpgsqlConnection owner, Guid story, long after, int lines)
    {
        await using var command = new NpgsqlCommand(TimelineQuery.OfEvents, owner)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = story },
                new NpgsqlParameter<long> { TypedValue = after },
                new NpgsqlParameter<int> { TypedValue = lines + 1 },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var versions = new List<long>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            versions.Add(rows.GetInt64(3));
        }

        return versions;
    }

    private async Task<StoryDriver> PublishedTwiceAsync()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Published twice", "It rains.");
        await PublishAsync();
        (await story.ReplaceAsync("rita", Role.Reporter, "rains", "snows")).Is(200);
        await PublishAsync();
        return story;

        async Task PublishAsync()
        {
            (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
            (await story.ApproveAsync("ned")).Is(200);
            (await story.ApproveAsync("lea", Role.Legal)).Is(200);
            (await story.PublishAsync()).Is(200);
        }
    }

    private async Task<string> PagesAsync(string first)
    {
        var pages = new List<string>();
        for (var page = first; page is not null;)
        {
            var answer = (await ed.GetAsync(page)).Is(200);
            pages.Add(string.Join(' ', answer.Json.AsArray().Select(step => $"{step!["version"]}")));
            page = answer.Link?.Split('<', '>')[1];
        }

        return string.Join(" | ", pages);
    }

    private static string Described(JsonNode? step) =>
        string.Join(
            ' ',
            new[]
            {
                $"{step!["version"]}",
                $"{step["type"]}",
                $"{step["name"]}",
                $"{step["as"]}",
                step["edition"] is { } edition ? $"edition {edition} {step["kind"]}" : null,
            }.OfType<string>()
        );

    private static IEnumerable<DateTimeOffset> Times(JsonArray entries) =>
        entries.Select(entry => entry!["at"]!.GetValue<DateTimeOffset>());
}
