using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>A passage that awaits a check.</summary>
/// <param name="Id">The ids of story and passage.</param>
/// <param name="Story">The story.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Kind">Quote or claim, as stored.</param>
/// <param name="Words">Its words.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Fingerprint">The fingerprint of its words, which a check names.</param>
/// <param name="Lapsed">Whether it was checked before its words changed.</param>
/// <param name="Since">When it got these words.</param>
public record QueuedPassage(
    string Id,
    Guid Story,
    string Slug,
    string Headline,
    string Desk,
    string Passage,
    string Kind,
    string Words,
    string? Speaker,
    Fingerprint Fingerprint,
    bool Lapsed,
    DateTimeOffset Since
)
{
    /// <summary>
    /// The only fact-checker who can give the check, because they found the words wrong, disputed or unverifiable; null when anyone can.
    /// </summary>
    public string? AwaitedFrom { get; init; }

    /// <summary>Who claimed to check it; the claim stops no one. Null where no claim is in force.</summary>
    public CheckClaim? Checking { get; init; }

    /// <summary>When the story is due; null where no time is set.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The story's priority.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>The position of that priority: 0 for urgent.</summary>
    public int Rank { get; init; } = WaitingItem.RankOf(Priority.Normal);

    /// <summary>Whether it was checked before, so that its checks have to be read; null in a document of an earlier build.</summary>
    public bool? Checked { get; init; }

    /// <summary>Returns the passage at an instant: a claim that has expired is left out.</summary>
    public QueuedPassage At(DateTimeOffset now) => Checking?.IsInForce(now) == false ? this with { Checking = null } : this;

    /// <summary>Returns the passages of a story that await a check, one that awaits several people once for each.</summary>
    public static IEnumerable<QueuedPassage> Of(Story story, StoryText text, Policy policy)
    {
        if (story.Closed() is not null)
        {
            return [];
        }

        var awaited = AwaitedChecks
            .Of(story, text, policy)
            .Select(a =>
                Of(story, text, a.Passage) with
                {
                    Id = $"{story.Id}/{a.Passage.Id}/{IndexedKey.Of(a.Checker)}",
                    AwaitedFrom = a.Checker,
                }
            );
        return story.Passages.Where(passage => AwaitsAnyone(passage, policy)).Select(passage => Of(story, text, passage)).Concat(awaited);
    }

    private static bool AwaitsAnyone(Passage passage, Policy policy) =>
        passage.State() switch
        {
            PassageState.Unchecked or PassageState.Lapsed => true,
            PassageState.Verified => passage.StandingChecks.Count() < policy.Checkers(passage.Kind),
            _ => false,
        };

    private static QueuedPassage Of(Story story, StoryText text, Passage passage) =>
        new(
            $"{story.Id}/{passage.Id}",
            story.Id,
            story.Slug,
            text.Article.Headline,
            IndexedKey.Of(story.Desk),
            passage.Id,
            passage.Kind.ToKebabCase(),
            passage.Range.Of(text.Article[passage.Field]),
            passage.Speaker,
            passage.Fingerprint,
            passage.State() == PassageState.Lapsed,
            passage.WordedAt
        )
        {
            Checking = passage.Checking,
            Due = story.Due,
            Priority = story.Priority ?? Priority.Normal,
            Rank = WaitingItem.RankOf(story.Priority),
            Checked = !passage.Checks.IsEmpty,
        };
}
