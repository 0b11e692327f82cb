using Newsroom.Api.Worklists;
using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>The words stories are searched by, compared and written in the database.</summary>
internal static class StorySearchComparer
{
    /// <summary>The view's name.</summary>
    public const string Name = "words";

    private const string Differing =
        $"from unnest($1::uuid[], $2::text[]) as e(story, words) left join {StorySearchTable.Name} w on w.story = e.story where w.words is distinct from e.words";

    /// <summary>The stories whose words are missing or other than they should be; as they should be from then on, where they are repaired.</summary>
    public static Task<List<string>> Different(
        NpgsqlConnection connection,
        IReadOnlyDictionary<Guid, string> words,
        bool repair,
        CancellationToken cancellationToken
    ) =>
        Stories(
            connection,
            repair
                ? $"insert into {StorySearchTable.Name} as w (story, words) select e.story, e.words {Differing} on conflict (story) do update set words = excluded.words returning w.story::text"
                : $"select e.story::text {Differing}",
            words,
            cancellationToken
        );

    /// <summary>Rows of stories there are none of; taken out when asked to.</summary>
    public static Task<List<string>> Orphans(NpgsqlConnection connection, bool delete, CancellationToken cancellationToken) =>
        Stories(
            connection,
            $"{(delete ? "delete" : "select w.story::text")} from {StorySearchTable.Name} w where not exists (select from newsroom.mt_streams s where s.id = w.story){(delete ? " returning w.story::text" : "")}",
            null,
            cancellationToken
        );

    private static async Task<List<string>> Stories(
        NpgsqlConnection connection,
        string sql,
        IReadOnlyDictionary<Guid, string>? words,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (words is not null)
        {
            command.Parameters.Add(new() { Value = words.Keys.ToArray() });
            command.Parameters.Add(new() { Value = words.Values.ToArray() });
        }

        return await command.Keys(cancellationToken);
    }
}
