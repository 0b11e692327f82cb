using Newsroom.Api.Stories;
using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Worklists;

/// <summary>Reads the texts of the stories of a page, and finds the words of a search in them.</summary>
internal static class SearchSnippets
{
    // The characters of all bodies of a page that are read; a longer body is searched from its beginning.
    private const int MaxCharacters = 1 << 20;
    private const int MaxOfStory = 1 << 16;
    private const int MaxStandfirst = 4_096;
    private const int MaxStemmed = 5_000;

    private const string Texts = $"""
        select t.id, coalesce(left(t.data -> 'article' ->> 'standfirst', $2), ''), coalesce(left(t.data -> 'article' ->> 'body', $3), '')
        from {StoryTables.StoryText} t where t.id = any($1)
        """;

    /// <summary>Returns the cards with what matches in them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cards">The cards.</param>
    /// <param name="phases">What each story was found by.</param>
    /// <param name="words">Returns the words of a phase.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<List<StoryCard>> AddAsync(
        NpgsqlConnection connection,
        IReadOnlyList<StoryCard> cards,
        IReadOnlyDictionary<Guid, SearchPhase> phases,
        Func<SearchPhase, MatchingWords> words,
        CancellationToken cancellationToken
    )
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var texts = await ReadAsync(connection, [.. cards.Select(card => card.Id)], cancellationToken);
        var drafts = cards
            .Select(card => new Draft(card, texts.GetValueOrDefault(card.Id), phases[card.Id], words(phases[card.Id])))
            .ToList();
        var unknown = drafts.SelectMany(draft => draft.Unstemmed).Distinct().Take(MaxStemmed);
        var stems = await SearchStems.ReadAsync(
            connection,
            unknown.ToLookup(word => word.Language, word => word.Word),
            cancellationToken
        );
        return [.. drafts.Select(draft => draft.Card with { Match = draft.Match(stems) })];
    }

    private static async Task<Dictionary<Guid, (string Standfirst, string Body)>> ReadAsync(
        NpgsqlConnection connection,
        Guid[] stories,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Texts, connection)
        {
            Parameters =
            {
                new() { Value = stories },
                new() { Value = MaxStandfirst },
                new() { Value = Math.Min(MaxOfStory, MaxCharacters / stories.Length) },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new Dictionary<Guid, (string, string)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            texts[rows.GetGuid(0)] = (rows.GetString(1), rows.GetString(2));
        }

        return texts;
    }

    /// <summary>The words of a story that may match.</summary>
    private sealed class Draft(StoryCard card, (string? Standfirst, string? Body) text, SearchPhase phase, MatchingWords words)
    {
        private readonly string language = SearchLanguage.Of(card.Language);
        private readonly List<FoldedWord> headline = [.. FoldedWord.Of(card.Headline, words.MayBegin)];
        private readonly List<FoldedWord> standfirst = [.. FoldedWord.Of(text.Standfirst ?? "", words.MayBegin)];
        private readonly List<FoldedWord> body = [.. FoldedWord.Of(text.Body ?? "", words.MayBegin)];

        public StoryCard Card => card;

        public IEnumerable<(string Language, string Word)> Unstemmed =>
            headline.Concat(standfirst).Concat(body).Where(words.NeedsStem).Select(word => (language, word.Text));

        public StoryMatch Match(SearchStems stems)
        {
            var (inStandfirst, inBody) = (Matching(standfirst, stems), Matching(body, stems));
            var isStandfirst = inBody.Count == 0 && (inStandfirst.Count > 0 || text.Standfirst is { Length: > 0 });
            return new StoryMatch(
                phase,
                [.. Snippet.Joined(Matching(headline, stems))],
                isStandfirst
                    ? Snippet.Of(ArticleField.Standfirst, text.Standfirst!, inStandfirst)
                    : Snippet.Of(ArticleField.Body, text.Body ?? "", inBody)
            );
        }

        private List<TextRange> Matching(List<FoldedWord> all, SearchStems stems) =>
            [.. all.Where(word => words.Matches(word, language, stems)).Select(word => word.Range)];
    }
}
