using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Domain.Text;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Worklists;

/// <summary>
/// The table of words that stories are searched by. It is separate from the cards, because most events change no words, and then the
/// full-text index is not updated.
/// </summary>
public static class StorySearchTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "newsroom.story_words";

    /// <summary>Selects the stories that match a <see cref="SearchQuery"/>.</summary>
    public const string Search =
        $"d.id in (select w.story from {Name} w where to_tsvector('simple'::regconfig, w.words) @@ to_tsquery('simple', ?))";

    /// <summary>Writes the words of stories whose words changed.</summary>
    public const string Write = $"""
        insert into {Name} (story, words) select e.story, e.words from unnest(?::uuid[], ?::text[]) as e(story, words)
        on conflict (story) do update set words = excluded.words where story_words.words <> excluded.words
        """;

    /// <summary>Returns the words of an article, cut to what PostgreSQL can index.</summary>
    public static string WordsOf(Article article) => SearchableText.Of(SearchWords.Of(article));

    /// <summary>The table.</summary>
    public static Table Table
    {
        get
        {
            var table = new Table(Name);
            table.AddColumn<Guid>("story").AsPrimaryKey();
            table.AddColumn("words", "text").NotNull();
            var words = new IndexDefinition("story_words_words")
            {
                Columns = ["to_tsvector('simple'::regconfig, words)"],
                Method = IndexMethod.gin,
            };
            words.LimitPendingList();
            table.Indexes.Add(words);
            return table;
        }
    }
}
