using System.Text.Json.Nodes;
using Newsroom.Domain.People;
using Npgsql;

namespace Newsroom.Api.Tests.Composition;

/// <summary>The data of an earlier build, read from its tables before this build starts on them.</summary>
internal sealed class EarlierRecord
{
    /// <summary>The audit trail of stories, in the order of the record, without refusals.</summary>
    public List<(long Sequence, Guid Story, string Sentence, string? Why)> Trail { get; } = [];

    /// <summary>The events of stories, by story and version.</summary>
    public Dictionary<(Guid Story, long Version), (string Type, JsonNode Data, string By, DateTimeOffset At)> Events { get; } = [];

    /// <summary>The search text of stories.</summary>
    public Dictionary<Guid, string> Words { get; } = [];

    /// <summary>Current editions by slug.</summary>
    public Dictionary<string, JsonNode> Editions { get; } = [];

    /// <summary>The first checkpoint that was signed over some leaves.</summary>
    public string Checkpoint { get; private set; } = "";

    /// <summary>The names of people.</summary>
    public PersonNames Names { get; private set; } = new(new Dictionary<string, string>());

    /// <summary>The stories.</summary>
    public IEnumerable<Guid> Stories => Events.Keys.Select(key => key.Story).Distinct();

    /// <summary>Reads the tables.</summary>
    public static async Task<EarlierRecord> ReadAsync(NpgsqlDataSource database)
    {
        var (record, names) = (new EarlierRecord(), new Dictionary<string, string>());
        await EachAsync(
            database,
            "select sequence, story, sentence, why from newsroom.audit where story is not null and type <> 'command_refused' order by 1",
            row => record.Trail.Add((row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)))
        );
        await EachAsync(
            database,
            "select e.stream_id, e.version, e.type, e.data::text, e.user_name, e.timestamp from newsroom.mt_events e join "
                + "newsroom.mt_doc_story s on s.id = e.stream_id",
            row =>
                record.Events.Add(
                    (row.GetGuid(0), row.GetInt64(1)),
                    (row.GetString(2), JsonNode.Parse(row.GetString(3))!, row.GetString(4), row.GetFieldValue<DateTimeOffset>(5))
                )
        );
        await EachAsync(
            database,
            "select story, words from newsroom.story_words",
            row => record.Words.Add(row.GetGuid(0), row.GetString(1))
        );
        await EachAsync(
            database,
            "select data ->> 'slug', (data -> 'edition')::text from newsroom.mt_doc_publishedstory",
            row => record.Editions.Add(row.GetString(0), JsonNode.Parse(row.GetString(1))!)
        );
        await EachAsync(
            database,
            "select note from newsroom.ledger_checkpoints where size > 0 order by size limit 1",
            row => record.Checkpoint = row.GetString(0)
        );
        await EachAsync(
            database,
            "select id, data ->> 'name' from newsroom.mt_doc_person",
            row => names.Add(row.GetString(0), row.GetString(1))
        );
        record.Names = new(names);
        return record;
    }

    private static async Task EachAsync(NpgsqlDataSource database, string sql, Action<NpgsqlDataReader> read)
    {
        await using var command = database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            read(rows);
        }
    }
}
