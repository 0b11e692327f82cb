using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>Blocks of a long record have every story once, whatever its words' frequency.</summary>
public sealed class SearchBlocksTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const long Latest = 40_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_have_every_story_once_and_in_order()
    {
        await using var connection = await newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancellation);
        await FillAsync(connection);
        foreach (
            var (typed, condition) in new[]
            {
                ("always", "true"),
                ("often", "words like '% often %'"),
                ("seldom", "words like '% seldom %'"),
                ("once", "words like '% once %'"),
                ("never", "false"),
                ("early", "words like '% early %'"),
                ("often -seldom", "words like '% often %' and words not like '% seldom %'"),
                ("\"often seldom\"", "words like '% often seldom %'"),
                ("\"seldom often\"", "words like '% seldom often %'"),
                ("early or once", "words like '% early %' or words like '% once %'"),
            }
        )
        {
            var expected = await ExpectedAsync(connection, condition);
            foreach (var selected in new[] { null, expected.Where(number => number % 3 == 0).ToList() })
            {
                foreach (var lines in new[] { 1, 50, 200 })
                {
                    var found = await PagesAsync(connection, typed, selected, lines, most: 12);
                    var wanted = selected ?? expected;
                    found.Select(story => story.Number).Distinct().Count().ShouldBe(found.Count, typed);
                    found.Select(story => story.Number).Except(wanted).ShouldBeEmpty(typed);
                    // The last block read may go on on the next page; those before it are complete.
                    var completed = found.Count == 0 ? [] : wanted.Where(number => number >= found[^1].Block.Below);
                    completed.Except(found.Select(story => story.Number)).ShouldBeEmpty(typed);
                    var ordered = found.OrderByDescending(s => s.Block.From).ThenBy(s => s.Rank).ThenByDescending(s => s.Number);
                    found.SequenceEqual(ordered).ShouldBeTrue(typed);
                    found.Count.ShouldBeGreaterThanOrEqualTo(Math.Min(wanted.Count, 12 * lines), typed);
                    if (found.Count == wanted.Count)
                    {
                        found.Select(story => story.Number).ShouldBe(wanted, ignoreOrder: true, typed);
                    }
                }
            }
        }
    }

    /// <summary>Reads pages as a client does, at most some.</summary>
    private static async Task<List<FoundStory>> PagesAsync(
        NpgsqlConnection connection,
        string typed,
        IReadOnlyList<long>? selected,
        int lines,
        int most
    )
    {
        var query = SearchQuery.Of(typed)!;
        var words = query.Alternatives.SelectMany(terms => terms).SelectMany(term => term.Words);
        var stems = await SearchStems.ReadAsync(connection, words, [], Cancellation);
        var reader = new SearchReader(connection, [], reader: null);
        var blocks = new SearchBlocks(reader, StemmedQuery.Of(query.Alternatives, stems, []), selected);
        var found = new List<FoundStory>();
        SearchCursor? position = new(Latest, SearchPhase.Words, Latest);
        for (var pages = 0; position is not null && pages < most;)
        {
            var page = new List<FoundStory>();
            position = await SearchPhases.AddAsync(page, blocks, position, lines, Cancellation);
            found.AddRange(page.Take(lines));
            position = page.Count > lines ? SearchCursorOf(page[lines - 1]) : position;
            position = position is { Below: 0, From: null } ? null : position;
            pages += page.Count > 0 ? 1 : 0;
        }

        return found;
    }

    /// <summary>A cursor is the same after it was sent to a client and back.</summary>
    private static SearchCursor SearchCursorOf(FoundStory story)
    {
        SearchCursor.Read(story.Position(Latest).ToString(search: 7), search: 7, out var read).ShouldBeNull();
        read.ShouldBe(story.Position(Latest));
        return read!;
    }

    private static async Task FillAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into newsroom.story_words (story, number, language, people, words)
            select gen_random_uuid(), {Latest} - i * i, 'english', '{"{}"}',
                case when i % 7 = 0 then ' always' else ' headline' end || ' {"\n"}  {"\n"} always '
                || case when i % 2 = 0 then 'often ' else '' end || case when i % 40 = 0 then 'seldom ' else '' end
                || case when i = 4321 then 'once ' else '' end || case when i > 5000 then 'early ' else '' end
            from generate_series(1, 6000) i
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<List<long>> ExpectedAsync(NpgsqlConnection connection, string condition)
    {
        await using var command = new NpgsqlCommand(
            $"select number from newsroom.story_words where {condition} order by 1 desc",
            connection
        );
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var numbers = new List<long>();
        while (await rows.ReadAsync(Cancellation))
        {
            numbers.Add(rows.GetInt64(0));
        }

        return numbers;
    }
}
