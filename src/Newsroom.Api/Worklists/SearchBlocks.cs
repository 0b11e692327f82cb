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

    /// <summary>The numbers of the first window: some hundred stories.</summary>
    private const long FirstWindow = 2L << StorySearchTable.BucketBits;

    /// <summary>
    /// The factor between a window and the next, where few stories have the words. Of one without a match, the next has some two hundred
    /// at most.
    /// </summary>
    private const int MaxGrowth = 64;

    // A mark has at most this many buckets, so a window is at most this much longer than it should be.
    private const int MaxBuckets = 16;

    /// <summary>The stories that a block may have more of than a page. Ranking one takes up to a tenth of a millisecond.</summary>
    private const int MaxMore = 50;

    // A block has at most a page and these.
    private const int MaxOfBlock = 1_000;

    // The stories of a filter whose words are compared by the first statement, and by each of the others. The index compares each of
    // them with each number.
    private const int FirstChunk = 100;
    private const int Chunk = 200;

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
            var (mark, _) = Window(after.Below - from, after.Below);
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
        var (from, width) = (below, FirstWindow);
        var budget = reader.Admits(query) ? wanted + MaxMore : MaxCompared;
        while (from > 0 && stories.Count < wanted && budget > 0)
        {
            var (mark, start) = Window(width, from);
            var read = await reader.ReadAsync(query, mark, start, from, budget, wanted + MaxMore, cancellationToken);
            stories.AddRange(read.Stories);
            width = NextWidth(from - read.From, read, wanted + (MaxMore / 2) - stories.Count);
            from = read.From;
            budget -= read.Compared;
        }

        return SearchBlock.Of(stories, from, below);
    }

    /// <summary>Returns how many numbers have the stories that are missing, if these are as frequent as in the last window.</summary>
    private static long NextWidth(long width, SearchBlock read, int missing)
    {
        var most = read.Compared == 0 ? MaxGrowth : Math.Min(MaxGrowth, Math.Max(1, MaxCompared / read.Compared));
        var estimated = read.Stories.Count == 0 ? most : Math.Min(most, (double)missing / read.Stories.Count);
        return Math.Max(FirstWindow, (long)(width * estimated));
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
        var rest = numbers.SkipWhile(number => number >= below).ToArray();
        for (var chunk = rest.Take(FirstChunk).ToArray(); chunk.Length > 0; chunk = [.. rest.Take(Chunk)])
        {
            if (stories.Count >= wanted)
            {
                return SearchBlock.Of(stories, from, below);
            }

            from = chunk[^1];
            stories.AddRange((await ReadAsync(chunk, cancellationToken)).Stories);
            rest = rest[chunk.Length..];
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

    /// <summary>Returns the latest numbers before a number, rounded to buckets, and their mark; null where they are too many.</summary>
    public static (string? Mark, long From) Window(long width, long below)
    {
        for (var level = 0; level < StorySearchTable.Levels; level++)
        {
            var bits = StorySearchTable.BucketBits + (level * StorySearchTable.LevelBits);
            var (first, last) = (Math.Max(below - width, 0) >> bits, (below - 1) >> bits);
            if (last - first < MaxBuckets)
            {
                return (MarkOf(level, first, last), first << bits);
            }
        }

        return (null, 0);
    }

    /// <summary>Returns the window of some hundred stories before a number.</summary>
    public static (string? Mark, long From) LatestWindow(long below) => Window(FirstWindow, below);

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
