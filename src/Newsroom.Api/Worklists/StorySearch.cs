using System.Data;
using Marten;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Finds stories by words. Each story has a number, the position of its first event, and the index has the buckets of that number as
/// lexemes. A search begins with the latest stories and goes on to larger buckets until a page is full, so that frequent words cost as
/// little as rare ones. Where filters select few stories, it begins with these.
/// </summary>
public sealed class StorySearch(NpgsqlDataSource database, CallingActor caller, TimeProvider clock)
{
    /// <summary>The rank of a story whose headline and standfirst have none of the words.</summary>
    internal const int LastRank = 2;

    /// <summary>The maximum number of stories of a filter that a search begins with.</summary>
    private const int MaxSelected = 2_000;

    // A bitmap that does not fit into memory has pages in place of stories, whose words would be compared one by one. Compiling a statement
    // takes longer than any search.
    private const string Begin = $"""
        select max(last_seq_id), set_config('work_mem', '32MB', true), set_config('jit', 'off', true) from {MartenNames.Progression}
        where name = '{WorklistProjection.Name}{MartenNames.AllShards}'
        """;

    /// <summary>Answers a page of the stories that a search finds.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="session">The session.</param>
    /// <param name="query">The query.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="after">The position that the page begins after; null for the first page.</param>
    /// <param name="lines">The number of stories of a page.</param>
    internal async Task<IResult> PageAsync(
        HttpContext http,
        IQuerySession session,
        SearchQuery query,
        StoryFilter filter,
        string? after,
        int lines
    )
    {
        var search = SearchCursor.IdOf(http.Request.Query);
        if (SearchCursor.Read(after, search, out var position) is { } malformed)
        {
            return malformed.ToProblem();
        }

        var (now, cancellationToken) = (clock.GetUtcNow(), http.RequestAborted);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var page = await FindAsync(connection, query, filter, now, position, lines, cancellationToken);
        var shown = page.Stories.Take(lines).ToList();
        var ids = shown.Select(story => story.Id).ToArray();
        var stored = await session
            .Query<StoryCard>()
            .Where(card => card.Id.IsOneOf(ids))
            .ReadableBy(caller.Actor, "d.id")
            .ToListAsync(cancellationToken);
        var phases = shown.ToDictionary(story => story.Id, story => story.Phase);
        var exact = new MatchingWords(page.Similar?.Alternatives ?? query.Alternatives, page.Stems);
        var completed = new MatchingWords(query.Completed ?? [], page.Stems);
        var cards = await SearchSnippets.AddAsync(
            connection,
            stored,
            phases,
            phase => phase == SearchPhase.Beginning ? completed : exact,
            cancellationToken
        );
        var name = page.Similar is { } similar ? string.Join(", ", similar.Names) : null;
        var byId = cards.ToDictionary(card => card.Id);
        return Paging.Page(
            http,
            ids.Where(byId.ContainsKey)
                .Select(id => byId[id].At(now))
                .Select(card => card with { Match = card.Match! with { Name = name } }),
            (page.Stories.Count > lines ? shown[^1].Position(page.Latest) : page.Rest)?.ToString(search)
        );
    }

    /// <summary>Returns the condition that a card <c>d</c> matches a search, and the values of its parameters.</summary>
    internal async Task<(string Sql, object[] Values)> ConditionAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var stems = await SearchStems.ReadAsync(connection, WordsOf(query.Alternatives), [], cancellationToken);
        var branches = StemmedQuery.Of(query.Alternatives, stems, []).Branches;
        return (
            $"d.id in (select w.story from {StorySearchTable.Name} w where {string.Join(" or ", branches.Select(ConditionOf))})",
            [.. branches.SelectMany(branch => new[] { branch.Vector }.Concat(branch.Phrases).Concat(branch.Excluded))]
        );
    }

    private static string ConditionOf(SearchBranch branch) =>
        $"({StorySearchTable.Vector} @@ ?::tsquery"
        + string.Concat(branch.Phrases.Select(_ => " and strpos(w.words, ?) > 0"))
        + string.Concat(branch.Excluded.Select(_ => " and strpos(w.words, ?) = 0"))
        + ")";

    private async Task<SearchPage> FindAsync(
        NpgsqlConnection connection,
        SearchQuery query,
        StoryFilter filter,
        DateTimeOffset now,
        SearchCursor? after,
        int lines,
        CancellationToken cancellationToken
    )
    {
        var actor = caller.Actor;
        var reader = new SearchReader(connection, [.. filter.Conditions(now)], StoryReaders.ReadsAll(actor) ? null : actor.Person);
        // All statements of a page see one state: a story that changes meanwhile is not found twice.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var last = await BeginAsync(connection, cancellationToken);
        var latest = after?.Latest ?? last;
        var selected = reader.HasConditions ? await reader.SelectedAsync(MaxSelected, cancellationToken) : null;
        var search = new SearchPhases(connection, reader, query, filter.Marks, selected, latest, lines, cancellationToken);
        return await search.FindAsync(after);
    }

    internal static IEnumerable<SearchTermWord> WordsOf(IReadOnlyList<IReadOnlyList<SearchTerm>> alternatives) =>
        alternatives.SelectMany(terms => terms).SelectMany(term => term.Words);

    private static async Task<long> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Begin, connection);
        return await command.ExecuteScalarAsync(cancellationToken) as long? ?? 0;
    }
}
