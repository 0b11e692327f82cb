using System.Globalization;

namespace Newsroom.Api.Worklists;

/// <summary>Selects the stories of a search in blocks of consecutive numbers, latest first. The stories of a block are ranked.</summary>
/// <param name="reader">Reads stories.</param>
/// <param name="query">The search.</param>
/// <param name="selected">The numbers of all stories that the filters select, latest first; null where these are many.</param>
internal sealed class SearchBlocks(SearchReader reader, StemmedQuery query, IReadOnlyList<long>? selected)
{
    /// <summary>The stories that have the words, of which phrases and filters are compared for a page.</summary>
    private const int MaxCompared = 5_000;

    // A window eight times as large has at most this many stories with the words, where these are evenly distributed.
    private const int MaxNextWindow = 8_000;
    private const int MaxBuckets = 16;

    /// <summary>The stories that a block may have more of than a page.</summary>
    private const int MaxStories = 250;

    // A block has at most a page and these.
    private const int MaxOfBlock = 1_000;

    // The stories of a filter whose words are compared by one statement.
    private const int Chunk = 400;

    /// <summary>
    /// Returns the next block below a number. It has as many stories as are wanted, unless there are no more, or they are rare.
    /// </summary>
    public Task<SearchBlock> NextAsync(long below, int wanted, CancellationToken cancellationToken) =>
        selected is null
            ? NextBucketsAsync(below, wanted, cancellationToken)
            : NextSelectedAsync(selected, below, wanted, cancellationToken);

    /// <summary>Returns the stories of a block that follow a position.</summary>
    public async Task<SearchBlock> RestAsync(long from, SearchCursor after, CancellationToken cancellationToken)
    {
        var stories = new List<FoundStory>();
        if (selected is null)
        {
            var mark = Buckets(from, after.Below);
            var read = await reader.ReadAsync(query, mark, from, after.Below, MaxCompared * 2, MaxOfBlock, cancellationToken);
            stories.AddRange(read.Stories);
        }
        else
        {
            foreach (var chunk in selected.Where(number => number >= from && number < after.Below).Chunk(Chunk))
            {
                stories.AddRange((await ReadAsync(chunk, cancellationToken)).Stories);
            }
        }

        return SearchBlock.Of(stories, from, after.Below).After(after);
    }

    private async Task<SearchBlock> NextBucketsAsync(long below, int wanted, CancellationToken cancellationToken)
    {
        var stories = new List<FoundStory>();
        var (from, level) = (below, 0);
        var budget = reader.Admits(query) ? MaxStories : MaxCompared;
        while (from > 0 && stories.Count < wanted && budget > 0)
        {
            var (mark, start) = Window(level, from);
            var read = await reader.ReadAsync(query, mark, start, from, budget, MaxStories, cancellationToken);
            stories.AddRange(read.Stories);
            from = read.From;
            budget -= read.Compared;
            level += read.Compared << StorySearchTable.LevelBits > MaxNextWindow ? 0 : 1;
        }

        return SearchBlock.Of(stories, from, below);
    }

    private async Task<SearchBlock> NextSelectedAsync(
        IReadOnlyList<long> numbers,
        long below,
        int wanted,
        CancellationToken cancellationToken
    )
    {
        var stories = new List<FoundStory>();
        var from = below;
        foreach (var chunk in numbers.Where(number => number < below).Chunk(Chunk))
        {
            if (stories.Count >= wanted)
            {
                return SearchBlock.Of(stories, from, below);
            }

            from = chunk[^1];
            stories.AddRange((await ReadAsync(chunk, cancellationToken)).Stories);
        }

        return SearchBlock.Of(stories, from: 0, below);
    }

    private Task<SearchBlock> ReadAsync(long[] numbers, CancellationToken cancellationToken) =>
        reader.ReadAsync(
            query,
            StemmedQuery.Or([.. numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"'#{number}'"))]),
            numbers[^1],
            numbers[0] + 1,
            MaxCompared,
            Chunk,
            cancellationToken
        );

    /// <summary>Returns the last two buckets of a level before a number, which may be the middle of one.</summary>
    public static (string? Mark, long From) Window(int level, long below)
    {
        var bits = StorySearchTable.BucketBits + (level * StorySearchTable.LevelBits);
        var last = level < StorySearchTable.Levels ? (below - 1) >> bits : 0;
        return last == 0 ? (null, 0) : (MarkOf(level, last - 1, last), (last - 1) << bits);
    }

    /// <summary>Returns a few buckets that contain a range of numbers; null where it is too large.</summary>
    private static string? Buckets(long from, long below)
    {
        for (var level = 0; level < StorySearchTable.Levels; level++)
        {
            var bits = StorySearchTable.BucketBits + (level * StorySearchTable.LevelBits);
            var (first, last) = (from >> bits, (below - 1) >> bits);
            if (last - first < MaxBuckets)
            {
                return MarkOf(level, first, last);
            }
        }

        return null;
    }

    private static string MarkOf(int level, long first, long last)
    {
        var marks = new List<string>();
        for (var bucket = first; bucket <= last; bucket++)
        {
            marks.Add(string.Create(CultureInfo.InvariantCulture, $"'#{level + 1}:{bucket}'"));
        }

        return StemmedQuery.Or(marks);
    }
}
