using Newsroom.Domain.Desks;

namespace Newsroom.Client.Worklists;

/// <summary>The unfinished stories of a desk.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Columns">The stories of each stage.</param>
public sealed record Board(BoardDesk Desk, IReadOnlyList<BoardColumn> Columns);

/// <summary>A desk.</summary>
/// <param name="Id">The desk's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">The IANA time zone of its local times.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
/// <param name="Ratings">The ratings of its fact checks, from the worst to the best; null for the default.</param>
public sealed record BoardDesk(
    string Id,
    string Name,
    string? TimeZone = null,
    string? Language = null,
    IReadOnlyList<string>? Ratings = null
)
{
    /// <summary>Gets the scale of its fact checks, from the worst to the best.</summary>
    public IReadOnlyList<string> Scale => Ratings ?? RatingScale.Default;
}

/// <summary>The stories of a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Stories">The stories, those longest in the stage first.</param>
/// <param name="More">Whether there are more than the board shows.</param>
public sealed record BoardColumn(string Stage, IReadOnlyList<StoryCard> Stories, bool More);
