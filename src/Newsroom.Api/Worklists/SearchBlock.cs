using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>Some stories that match a search, with consecutive numbers.</summary>
/// <param name="Stories">The stories, ranked.</param>
/// <param name="From">The first number of the block.</param>
/// <param name="Compared">How many stories have the words, whether or not they match.</param>
internal sealed record SearchBlock(IReadOnlyList<FoundStory> Stories, long From, int Compared)
{
    /// <summary>Creates the block of stories in a range of numbers.</summary>
    public static SearchBlock Of(IEnumerable<FoundStory> stories, long from, long below) =>
        new(
            [
                .. stories
                    .Select(story => story with { Block = (from, below) })
                    .OrderBy(story => story.Rank)
                    .ThenByDescending(story => story.Number),
            ],
            from,
            Compared: 0
        );

    /// <summary>Returns the part of the block that follows a position.</summary>
    public SearchBlock After(SearchCursor position) =>
        this with
        {
            Stories =
            [
                .. Stories.Where(story =>
                    story.Rank > position.Rank || (story.Rank == position.Rank && story.Number < position.Number)
                ),
            ],
        };
}

/// <summary>A story that matches a search.</summary>
/// <param name="Id">The story.</param>
/// <param name="Number">Its number.</param>
/// <param name="Rank">0 where headline or standfirst have all words, 1 where they have some, otherwise 2.</param>
internal sealed record FoundStory(Guid Id, long Number, int Rank)
{
    /// <summary>Gets what it matches.</summary>
    public SearchPhase Phase { get; init; }

    /// <summary>Gets the numbers that it is ranked among; the end is exclusive.</summary>
    public (long From, long Below) Block { get; init; }

    /// <summary>Returns the position after it.</summary>
    /// <param name="latest">The number of the latest story when the search began.</param>
    public SearchCursor Position(long latest) => new(latest, Phase, Block.Below, Block.From, Rank, Number);
}

/// <summary>The results of a search for a page.</summary>
/// <param name="Stories">The stories, in order; one more than the page has where there are more.</param>
/// <param name="Latest">The number of the latest story when the search began.</param>
/// <param name="Rest">The position at which the search continues; null where there are no more stories.</param>
/// <param name="Stems">The stems of the words of the search.</param>
internal sealed record SearchPage(IReadOnlyList<FoundStory> Stories, long Latest, SearchCursor? Rest, SearchStems Stems)
{
    /// <summary>Gets the search for similar names that found them; null where the words typed did.</summary>
    public SimilarSearch? Similar { get; init; }
}
