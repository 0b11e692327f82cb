using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Erasures;

/// <summary>Searches every table of a database.</summary>
internal static class Mentions
{
    /// <summary>Counts the rows of all tables that have a word, as text or in bytes.</summary>
    public static async Task<long> MentionsAsync(this NpgsqlDataSource database, string word)
    {
        var bytes = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(word));
        var found = 0L;
        foreach (var name in await TablesAsync(database))
        {
            found += await database.ScalarAsync<long>(
                $"select count(*) from newsroom.{name} t where t::text ilike '%{word}%' or t::text ilike '%{bytes}%'"
            );
        }

        return found;
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource database)
    {
        await using var tables = database.CreateCommand("select tablename from pg_tables where schemaname = 'newsroom'");
        await using var rows = await tables.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
