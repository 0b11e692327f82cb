using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Finds the stories of a page: those that have the words, then those with a beginning; if there is none of these, those with a similar
/// name.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="reader">Reads stories.</param>
/// <param name="query">The query.</param>
/// <param name="marks">Lexemes that stories must have besides.</param>
/// <param name="selected">The numbers of all stories that the filters select; null where these are many.</param>
/// <param name="latest">The number of the latest story when the search began.</param>
/// <param name="lines">The number of stories of a page.</param>
/// <param name="cancellationToken">Cancels the search.</param>
internal sealed class SearchPhases(
    NpgsqlConnection connection,
    SearchReader reader,
    SearchQuery query,
    IReadOnlyList<string> marks,
    IReadOnlyList<long>? selected,
    long latest,
    int lines,
    CancellationToken cancellationToken
)
{
    private readonly List<FoundStory> found = [];

    /// <summary>Finds the stories of a page, and one more where there is one.</summary>
    public async Task<SearchPage> FindAsync(SearchCursor? after)
    {
        var stems = await StemsAsync(query.Alternatives, []);
        var exact = StemmedQuery.Of(query.Alternatives, stems, marks);
        var position = after ?? Start(SearchPhase.Words);
        if (position.Phase == SearchPhase.Words)
        {
            position = await AddAsync(found, new SearchBlocks(reader, exact, selected), position, lines, cancellationToken);
            if (found.Count > lines || position.Below > 0)
            {
                return new SearchPage(found, latest, position, stems);
            }

            position = Start(SearchPhase.Beginning);
        }

        var page =
            position.Phase == SearchPhase.Beginning
                ? await CompletedAsync(position, exact, stems)
                : new SearchPage([], latest, Rest: null, stems);
        var mayBeSimilar = page is { Stories.Count: 0, Rest: null } && (after is null || after.Phase == SearchPhase.SimilarName);
        return mayBeSimilar ? await SimilarAsync(after ?? Start(SearchPhase.SimilarName)) ?? page : page;
    }

    /// <summary>Adds stories of a phase until a page is full, and returns the position after them.</summary>
    public static async Task<SearchCursor> AddAsync(
        List<FoundStory> found,
        SearchBlocks blocks,
        SearchCursor position,
        int lines,
        CancellationToken cancellationToken
    )
    {
        var below = position.Below;
        if (position.From is { } from)
        {
            Add(await blocks.RestAsync(from, position, cancellationToken));
        }

        if (found.Count <= lines && below > 0)
        {
            Add(await blocks.NextAsync(below, lines + 1 - found.Count, cancellationToken));
        }

        return new SearchCursor(position.Latest, position.Phase, below);

        void Add(SearchBlock block)
        {
            found.AddRange(block.Stories.Select(story => story with { Phase = position.Phase }));
            below = block.From;
        }
    }

    private SearchCursor Start(SearchPhase phase) => new(latest, phase, latest + 1);

    private Task<SearchStems> StemsAsync(IReadOnlyList<IReadOnlyList<SearchTerm>> alternatives, IReadOnlyList<string> completions) =>
        SearchStems.ReadAsync(connection, StorySearch.WordsOf(alternatives), completions, cancellationToken);

    private async Task<SearchPage> CompletedAsync(SearchCursor start, StemmedQuery exact, SearchStems stems)
    {
        if (query.Completed is null)
        {
            return new SearchPage(found, latest, Rest: null, stems);
        }

        var completions = await reader.CompletionsAsync(query.Completed[^1][^1].Words[^1].Text, latest, cancellationToken);
        var completed = await StemsAsync(query.Alternatives, completions);
        return await RestAsync(StemmedQuery.Of(query.Completed, completed, marks).Without(exact), start, completed);
    }

    private async Task<SearchPage?> SimilarAsync(SearchCursor start)
    {
        if (!SimilarNames.MayReplace(query) || SimilarNames.Of(query, await reader.NamesAsync(cancellationToken)) is not { } similar)
        {
            return null;
        }

        var stems = await StemsAsync(similar.Alternatives, []);
        var page = await RestAsync(StemmedQuery.Of(similar.Alternatives, stems, marks), start, stems);
        return page with { Similar = similar };
    }

    private async Task<SearchPage> RestAsync(StemmedQuery stemmed, SearchCursor start, SearchStems stems)
    {
        var end = await AddAsync(found, new SearchBlocks(reader, stemmed, selected), start, lines, cancellationToken);
        return new SearchPage(found, latest, end.Below > 0 || found.Count > lines ? end : null, stems);
    }
}
