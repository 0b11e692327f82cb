using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Worklists;

/// <summary>The stems of words in each language, as PostgreSQL has them in the index.</summary>
internal sealed class SearchStems
{
    private const string Sql = """
        select w.language, w.word, tsvector_to_array(newsroom.word_vector(w.language, w.word))
        from unnest($1::text[], $2::text[]) as w(language, word)
        """;

    private const string InUse = $"{Sql} where exists (select from {StorySearchTable.Name} s where s.language = w.language)";

    private readonly Dictionary<(string Language, string Word), string[]> stems;

    private SearchStems(Dictionary<(string Language, string Word), string[]> stems) => this.stems = stems;

    /// <summary>Gets the words that the beginning of a word stands for; empty if it may be any.</summary>
    public IReadOnlyList<string> Completions { get; private init; } = [];

    /// <summary>
    /// Gets the languages whose stems a search compares: those of stories. In the index, a language that most stories have is looked up
    /// for each story that has the words.
    /// </summary>
    public IReadOnlyList<string> Languages { get; private init; } = SearchLanguage.All;

    /// <summary>Reads the stems of the words of a search in every language of stories.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="words">The words.</param>
    /// <param name="completions">The words that the beginning of a word stands for; empty if it may be any.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<SearchStems> ReadAsync(
        NpgsqlConnection connection,
        IEnumerable<SearchTermWord> words,
        IReadOnlyList<string> completions,
        CancellationToken cancellationToken
    )
    {
        var distinct = words.Where(word => !word.IsBeginning).Select(word => word.Text).Concat(completions).Distinct().ToList();
        var all = SearchLanguage.All.SelectMany(language => distinct.Select(word => (language, word)));
        var read = await ReadAsync(connection, InUse, all.ToLookup(w => w.language, w => w.word), cancellationToken);
        var languages = read.Keys.Select(stem => stem.Language).Distinct().ToList();
        return new SearchStems(read) { Completions = completions, Languages = languages.Count > 0 ? languages : SearchLanguage.All };
    }

    /// <summary>Reads the stems of words by their language.</summary>
    public static async Task<SearchStems> ReadAsync(
        NpgsqlConnection connection,
        ILookup<string, string> words,
        CancellationToken cancellationToken
    ) => new(await ReadAsync(connection, Sql, words, cancellationToken));

    private static async Task<Dictionary<(string Language, string Word), string[]>> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        ILookup<string, string> words,
        CancellationToken cancellationToken
    )
    {
        var stems = new Dictionary<(string Language, string Word), string[]>();
        var pairs = words.SelectMany(language => language.Select(word => (Language: language.Key, Word: word))).ToList();
        if (pairs.Count == 0)
        {
            return stems;
        }

        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = pairs.Select(pair => pair.Language).ToArray() },
                new() { Value = pairs.Select(pair => pair.Word).ToArray() },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            stems[(rows.GetString(0), rows.GetString(1))] = rows.GetFieldValue<string[]>(2);
        }

        return stems;
    }

    /// <summary>Returns the lexemes of a word in a language; none for a word that is too long for the index.</summary>
    public IReadOnlyList<string> Of(string language, string word) => stems.GetValueOrDefault((language, word), []);

    /// <summary>Returns the condition that a row of a language has a word.</summary>
    public string In(string language, SearchTermWord word) =>
        word switch
        {
            { IsBeginning: false } => In(language, word.Text),
            { IsPair: false } when Completions.Count > 0 => StemmedQuery.Or([
                .. Completions.Select(completion => In(language, completion)).Distinct(),
            ]),
            _ => $"{StemmedQuery.Lexeme(word.Text)}:*",
        };

    /// <summary>Returns the condition that a text has a word in some language.</summary>
    public string InAnyLanguage(SearchTermWord word) =>
        StemmedQuery.Or([.. Languages.Select(language => In(language, word)).Distinct()]);

    private string In(string language, string word) => StemmedQuery.And([.. Of(language, word).Select(StemmedQuery.Lexeme)]);
}
