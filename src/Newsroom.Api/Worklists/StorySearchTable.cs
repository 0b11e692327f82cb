using System.Text;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Worklists;

/// <summary>
/// The table of words that stories are searched by. It is separate from the cards, because most events change no words, and then the
/// full-text index is not updated. The index is over a function of its columns, so that no vector is stored.
/// </summary>
public static class StorySearchTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.story_words";

    /// <summary>What the index contains of a row <c>w</c>: its words as stems, its marks and its people.</summary>
    public const string Vector = "newsroom.story_vector(w.language, w.number, w.people, w.words)";

    /// <summary>The size of a bucket of numbers at the lowest level, and the factor between levels, in bits.</summary>
    internal const int BucketBits = 12;

    /// <summary>The bits between levels of buckets.</summary>
    internal const int LevelBits = 3;

    /// <summary>The number of levels of buckets.</summary>
    internal const int Levels = 5;

    // The bytes of people and marks that a vector may have besides words.
    private const int MaxPeopleBytes = 16_384;
    private const int MaxMarkBytes = 1_024;

    /// <summary>Writes the rows of stories that changed.</summary>
    public const string Write = $"""
        insert into {Name} as w (story, number, language, people, words)
        select e.story, e.number, e.language, e.people, e.words from ({Given}) e
        on conflict (story) do update
        set number = excluded.number, language = excluded.language, people = excluded.people, words = excluded.words
        where (w.words, w.number, w.language, w.people) is distinct from
            (excluded.words, excluded.number, excluded.language, excluded.people)
        """;

    private const string Given = $"""
        select g.story, g.language,
            coalesce((select ev.seq_id from {MartenNames.Events} ev where ev.stream_id = g.story and ev.version = 1), 0) as number,
            string_to_array(g.people, chr(10)) as people, g.words
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as g(story, language, people, words)
        """;

    /// <summary>Gets the configurations, functions and the table, in the order in which they are created.</summary>
    public static IReadOnlyList<ISchemaObject> SchemaObjects => [new StemConfigurations(), WordVector, StoryVector, Table];

    /// <summary>The table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<Guid>("story").AsPrimaryKey();
            table.AddColumn<long>("number").NotNull().DefaultValueByExpression("0");
            table.AddColumn("language", "text").NotNull().DefaultValueByExpression("'simple'::text");
            table.AddColumn("people", "text[]").NotNull().DefaultValueByExpression("'{}'::text[]");
            table.AddColumn("words", "text").NotNull();
            var words = new IndexDefinition("story_words_vector")
            {
                Columns = ["newsroom.story_vector(language, number, people, words)"],
                Method = IndexMethod.gin,
            };
            words.LimitPendingList();
            table.Indexes.Add(words);
            table.Indexes.Add(new IndexDefinition("story_words_language") { Columns = ["language"] });
            return table;
        }
    }

    // Not declared parallel safe: starting workers takes longer than any search. Lexemes of marks have a colon or a number sign, which no
    // index word has. A number has the buckets of each level.
    private static Function StoryVector =>
        new(
            PostgresqlProvider.Instance.Parse($"{MartenNames.Schema}.story_vector"),
            """
            CREATE OR REPLACE FUNCTION newsroom.story_vector(language text, number bigint, people text[], words text)
             RETURNS tsvector
             LANGUAGE plpgsql
             IMMUTABLE COST 5000
            AS $function$
            begin
                return newsroom.word_vector(language, words) || array_to_tsvector(people || array['#' || number, '#1:' || (number >> 12),
                    '#2:' || (number >> 15), '#3:' || (number >> 18), '#4:' || (number >> 21), '#5:' || (number >> 24), '#l:' || language]);
            end
            $function$;
            """
        );

    private static string Stemmed => string.Join(", ", SearchLanguage.Stemmed.Select(language => $"'{language}'"));

    private static Function WordVector =>
        new(
            PostgresqlProvider.Instance.Parse($"{MartenNames.Schema}.word_vector"),
            $$"""
            CREATE OR REPLACE FUNCTION newsroom.word_vector(language text, words text)
             RETURNS tsvector
             LANGUAGE plpgsql
             IMMUTABLE COST 5000
            AS $function$
            begin
                return to_tsvector((case when language in ({{Stemmed}}) then 'newsroom.' || language else 'pg_catalog.simple' end)::regconfig,
                    words);
            end
            $function$;
            """
        );

    /// <summary>Returns the words of an article, cut to what PostgreSQL can index.</summary>
    public static string WordsOf(Article article)
    {
        var words = SearchWords.Of(article);
        var kept = SearchableText.Of(words, MaxPeopleBytes + MaxMarkBytes);
        return kept.Length == words.Length ? words : $"{kept} ";
    }

    /// <summary>Returns the people of a story as the table has them, a line each: its drafter and its authors.</summary>
    public static string PeopleOf(Story story)
    {
        var (people, bytes) = (new List<string> { DrafterMark(story.Drafter) }, 0);
        foreach (var mark in story.Authors.Select(AuthorMark))
        {
            bytes += Encoding.UTF8.GetByteCount(mark);
            if (bytes > MaxPeopleBytes)
            {
                break;
            }

            people.Add(mark);
        }

        return string.Join('\n', people);
    }

    /// <summary>Returns the lexeme of the stories that a person drafted.</summary>
    internal static string DrafterMark(string person) => $"d:{IndexedKey.Of(person)}";

    /// <summary>Returns the lexeme of the stories that a person drafted or revised.</summary>
    internal static string AuthorMark(string person) => $"a:{IndexedKey.Of(person)}";
}
