using System.Diagnostics;
using System.Globalization;
using Newsroom.Api.Ledger;
using Newsroom.Benchmarks.Ledgers;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Benchmarks.Performance;

/// <summary>
/// Creates years of data in the database: copies of a real story with their events and read models. Concurrent stories are interleaved in
/// the log.
/// </summary>
internal static class Bulk
{
    private const int StoriesOnADesk = 200;
    private const int BatchSize = 100_000;
    private static readonly string Name = "(lpad(to_hex(1600000000000 + k * 1000), 12, '0') || substr(md5(k::text), 1, 20))::uuid";

    /// <summary>Fills the log up to a number of events.</summary>
    /// <returns>The time it took.</returns>
    public static async Task<TimeSpan> FillAsync(ServedNewsroom newsroom, long events)
    {
        var running = Stopwatch.StartNew();
        var story = await TemplateAsync(newsroom);
        await newsroom.CatchUpAsync();
        await newsroom.StopServingAsync();
        await using (var connection = await newsroom.Database.OpenConnectionAsync())
        {
            var length = await newsroom.ScalarAsync<long>($"select version from newsroom.mt_streams where id = '{story}'");
            var missing = events - await newsroom.ScalarAsync<long>("select count(*) from newsroom.mt_events");
            await RunAsync(
                connection,
                "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set "
                    + "maintenance_work_mem = '1GB'"
            );
            if (missing > 0)
            {
                await StoriesAsync(connection, story, length, (missing + length - 1) / length);
            }

            await LeavesAsync(connection);
            await RunAsync(
                connection,
                "update newsroom.mt_event_progression set last_seq_id = (select max(seq_id) from newsroom.mt_events) where "
                    + "name like '%:All' or name = 'HighWaterMark'"
            );
        }

        await newsroom.RunAsync("vacuum analyze");
        await newsroom.RunAsync("checkpoint");
        await newsroom.ServeAsync();
        return running.Elapsed;
    }

    /// <summary>Creates a story that was drafted, checked, approved, published and revised.</summary>
    private static async Task<Guid> TemplateAsync(ServedNewsroom newsroom)
    {
        using var publisher = newsroom.Client("magnus", Role.Publisher);
        using var editor = newsroom.Client("ana", Role.Editor);
        var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
        version = await publisher.CommandAsync($"/stories/{story}/publish", "{}"u8.ToArray(), version);
        for (var revision = 4; revision <= SampleStories.Passages; revision++)
        {
            (version, _) = await editor.CommandAsync(
                $"/stories/{story}/revise-article",
                new { body = SampleStories.Body(revision, 2) },
                version
            );
        }

        return story;
    }

    private static async Task StoriesAsync(NpgsqlConnection connection, Guid story, long length, long count)
    {
        await RunAsync(
            connection,
            $"""
            create temp table bulk as select k, {Name} id, 'bulk-' || k slug, 'desk-' || (k / {StoriesOnADesk}) desk from generate_series((select count(*) from newsroom.mt_streams), (select count(*) from newsroom.mt_streams) + {count} - 1) k;
            create temp table template as select * from newsroom.mt_events where stream_id = '{story}';
            create temp table base as select last_value n from newsroom.mt_events_sequence;
            analyze bulk;
            insert into newsroom.mt_streams (id, type, version, timestamp, created, tenant_id) select b.id, t.type, t.version, t.timestamp, t.created, t.tenant_id from newsroom.mt_streams t, bulk b where t.id = '{story}';
            """
        );
        for (var version = 1; version <= length; version++)
        {
            await RunAsync(
                connection,
                $"""
                insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
                select base.n + ({version} - 1) * {count} + row_number() over (order by b.k), md5(b.k || '-{version}')::uuid, b.id, t.version,
                    case when t.data ? 'slug' then t.data || jsonb_build_object('slug', b.slug, 'desk', b.desk) else t.data end,
                    t.type, t.timestamp - interval '10 years' + b.k * interval '1 second', t.tenant_id, t.mt_dotnet_type, md5(b.k::text), t.causation_id, t.headers, t.user_name, t.is_archived
                from template t, bulk b, base where t.version = {version} order by b.k;
                insert into newsroom.audit (sequence, at, by, role, story, desk, type, code, arguments, why, sentence)
                select base.n + ({version} - 1) * {count} + row_number() over (order by b.k), a.at - interval '10 years' + b.k * interval '1 second', a.by, a.role, b.id, b.desk, a.type, a.code, a.arguments, a.why, a.sentence
                from newsroom.audit a join template t on t.seq_id = a.sequence, bulk b, base where t.version = {version} order by b.k;
                """
            );
        }

        await RunAsync(connection, $"select setval('newsroom.mt_events_sequence', (select max(seq_id) from newsroom.mt_events))");
        foreach (var table in new[] { "story", "storytext", "publishedstory", "storycard" })
        {
            var hasSlug = table is "story" or "publishedstory";
            var earlier = table switch
            {
                "publishedstory" => Earlier("updated"),
                "storycard" => Earlier("changedAt"),
                _ => "",
            };
            await RunAsync(
                connection,
                $"""
                insert into newsroom.mt_doc_{table} (id, data, mt_version, mt_last_modified, mt_dotnet_type {(hasSlug ? ", slug" : "")}{(
                    table is "storycard" ? ", desk, assignee, stage, under_way, stage_since, changed_at" : ""
                )})
                select b.id, d.data || jsonb_build_object('id', b.id){(
                    table == "storytext" ? "" : " || jsonb_build_object('slug', b.slug, 'desk', b.desk)"
                )}{(
                    earlier
                )}, d.mt_version, d.mt_last_modified, d.mt_dotnet_type {(hasSlug ? ", b.slug" : "")}{(
                    table is "storycard"
                        ? ", b.desk, d.assignee, d.stage, d.under_way, d.stage_since, d.changed_at - interval '10 years' + b.k * interval '1 second'"
                        : ""
                )}
                from newsroom.mt_doc_{table} d, bulk b where d.id = '{story}' order by b.k
                """
            );
        }

        await RunAsync(
            connection,
            "insert into newsroom.story_words (story, number, language, people, words) select b.id, e.seq_id, w.language, w.people, "
                + "w.words || replace(b.slug, '-', ' ') || ' ' from newsroom.story_words w, bulk b"
                + " join newsroom.mt_events e on e.stream_id = b.id "
                + $"and e.version = 1 where w.story = '{story}' order by b.k; drop table bulk, template, base"
        );
    }

    /// <summary>Adds a random leaf of realistic size for each event without one.</summary>
    private static async Task LeavesAsync(NpgsqlConnection connection)
    {
        var (tree, last) = await LedgerLog.ReadEdgeAsync(connection, default);
        while (true)
        {
            var events = new List<(long Sequence, Guid Id)>();
            await using (
                var next = new NpgsqlCommand(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"select seq_id, id from newsroom.mt_events where seq_id > {last} order by seq_id limit {BatchSize}"
                    ),
                    connection
                )
            )
            {
                await using var rows = await next.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    events.Add((rows.GetInt64(0), rows.GetGuid(1)));
                }
            }

            if (events.Count == 0)
            {
                return;
            }

            await LeafRows.AddAsync(connection, tree, events);
            last = events[^1].Sequence;
        }
    }

    /// <summary>Shifts a document's time member by one second per story.</summary>
    private static string Earlier(string member) =>
        $" || jsonb_build_object('{member}', to_char((d.data ->> '{member}')::timestamptz at time zone 'UTC' - interval '10 "
        + "years' + b.k * interval '1 second', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"'))";

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
