using Newsroom.Api.Desks;
using Npgsql;

namespace Newsroom.Api.Rebuilding;

/// <summary>The words stories are searched by, compared and written in the database.</summary>
internal static class WordsView
{
    /// <summary>The stories whose words are missing or other than they should be.</summary>
    public static Task<List<Guid>> Different(NpgsqlConnection connection, IReadOnlyDictionary<Guid, string> words, CancellationToken cancel) =>
        Stories(connection, $"select e.story from unnest($1::uuid[], $2::text[]) as e(story, words) left join {WordsTable.Name} w on w.story = e.story where w.words is distinct from e.words", words, cancel);

    /// <summary>Writes them as they should be.</summary>
    public static Task<List<Guid>> Write(NpgsqlConnection connection, IReadOnlyDictionary<Guid, string> words, CancellationToken cancel) =>
        Stories(connection, $"insert into {WordsTable.Name} (story, words) select e.story, e.words from unnest($1::uuid[], $2::text[]) as e(story, words) on conflict (story) do update set words = excluded.words where story_words.words <> excluded.words returning story", words, cancel);

    /// <summary>Rows of stories there are none of; taken out when asked to.</summary>
    public static Task<List<Guid>> Orphans(NpgsqlConnection connection, bool delete, CancellationToken cancel) =>
        Stories(connection, $"{(delete ? "delete" : "select w.story")} from {WordsTable.Name} w where not exists (select from newsroom.mt_streams s where s.id = w.story){(delete ? " returning w.story" : "")}", null, cancel);

    private static async Task<List<Guid>> Stories(NpgsqlConnection connection, string sql, IReadOnlyDictionary<Guid, string>? words, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (words is not null)
        {
            command.Parameters.Add(new() { Value = words.Keys.ToArray() });
            command.Parameters.Add(new() { Value = words.Values.ToArray() });
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var stories = new List<Guid>();
        while (await reader.ReadAsync(cancel))
        {
            stories.Add(reader.GetGuid(0));
        }

        return stories;
    }
}
