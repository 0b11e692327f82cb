using System.Collections.Immutable;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Policies;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.Worklists;

/// <summary>A story as lists and boards show it.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">Its version.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Stage">The stage of the working copy, as stored.</param>
/// <param name="Ready">Whether it could be published.</param>
/// <param name="Edition">The published edition; 0 for none.</param>
/// <param name="Assignee">The assignee; null for none.</param>
/// <param name="Drafter">Who drafted it.</param>
/// <param name="Speakers">Who is quoted in it.</param>
/// <param name="Blockers">The gates that block publication.</param>
/// <param name="Embargo">When its embargo ends or ended; null when it has none.</param>
/// <param name="StageSince">When it entered its stage.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="UnderWay">Whether its desk's board shows it.</param>
public sealed record StoryCard(
    Guid Id,
    long Version,
    string Slug,
    string Headline,
    string Desk,
    string Language,
    string Stage,
    bool Ready,
    int Edition,
    string? Assignee,
    string Drafter,
    ImmutableArray<string> Speakers,
    ImmutableArray<Blocker> Blockers,
    DateTimeOffset? Embargo,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt,
    bool UnderWay
)
{
    /// <summary>Gets when it is due; null where no time is set.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Gets its priority.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>Gets the position of its priority: 0 for urgent.</summary>
    public int Rank { get; init; } = WaitingItem.RankOf(Priority.Normal);

    /// <summary>Gets when it is to be published; null where that is not scheduled.</summary>
    public DateTimeOffset? Scheduled { get; init; }

    /// <summary>Gets why its scheduled publication failed, as a code; null where none failed, or it was settled.</summary>
    public string? ScheduleFailed { get; init; }

    /// <summary>Gets whether readers have exactly this article, so that it cannot be published; null where they have not.</summary>
    public bool? Unchanged { get; init; }

    /// <summary>Gets the takedown of the published story; null where there is none.</summary>
    public PublicationStatus? Takedown { get; init; }

    /// <summary>Gets what readers have. The stage is that of the working copy, which is revised while an edition is live.</summary>
    public PublicationStatus Publication => Takedown ?? (Edition == 0 ? PublicationStatus.Unpublished : PublicationStatus.Live);

    /// <summary>Gets whether the story is confidential; null where it is not.</summary>
    public bool? Confidential { get; init; }

    /// <summary>Gets the story of which it is a translation; null where there is none.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>Gets why a search found the story; null in other lists. It is not stored.</summary>
    public StoryMatch? Match { get; init; }

    /// <summary>Returns the card of a story. An embargo counts as a blocker, because cards are stored and time passes.</summary>
    public static StoryCard Of(Story story, StoryText text, Policy policy) => Of(story, text, GatesOf(story, text, policy));

    /// <summary>
    /// Evaluates the gates for what is stored: an embargo fails, because time passes. Ways are those of a story that everyone reads; lists
    /// leave out what a person may not read.
    /// </summary>
    public static ImmutableArray<GateResult> GatesOf(Story story, StoryText text, Policy policy) =>
        GateList.Evaluate(story with { Confidential = null }, text, policy, DateTimeOffset.MinValue);

    /// <summary>Returns the card of a story whose gates are evaluated.</summary>
    public static StoryCard Of(Story story, StoryText text, ImmutableArray<GateResult> gates)
    {
        return new StoryCard(
            story.Id,
            story.Version,
            story.Slug,
            text.Article.Headline,
            IndexedKey.Of(story.Desk),
            story.Language,
            story.Stage.ToKebabCase(),
            GateList.IsReady(story, text, gates),
            story.Publication.Edition,
            IndexedKey.Of(story.Assignee),
            story.Drafter,
            [.. story.Passages.Where(p => !p.IsOrphaned).Select(p => p.Speaker).OfType<string>().Distinct()],
            [.. gates.Where(g => g.Outcome == GateOutcome.Failed).Select(g => new Blocker(g.Gate, g.Blocking.Count()))],
            story.Embargo?.Until,
            story.StageSince,
            story.ChangedAt,
            !story.IsAtRest()
        )
        {
            Due = story.Due,
            Scheduled = story.Schedule?.Time,
            ScheduleFailed = story.ScheduleFailed?.Reason,
            Priority = story.Priority ?? Priority.Normal,
            Rank = WaitingItem.RankOf(story.Priority),
            Unchanged = story.IsPublishedAs(text.Article) ? true : null,
            Takedown = TakedownOf(story.Publication.Status),
            Confidential = story.Confidential is null ? null : true,
            TranslationOf = story.TranslationOf,
        };
    }

    private static PublicationStatus? TakedownOf(PublicationStatus status) =>
        status is PublicationStatus.Unpublished or PublicationStatus.Live ? null : status;

    /// <summary>Returns the card for a person who may know only that the story exists: its id, desk and stage, and no words.</summary>
    public StoryCard WithoutWords() =>
        new(
            Id,
            Version,
            $"{Id}",
            Headline: "",
            Desk,
            Language,
            Stage,
            Ready: false,
            Edition,
            Assignee: null,
            Drafter: "",
            Speakers: [],
            Blockers: [],
            Embargo: null,
            StageSince,
            ChangedAt,
            UnderWay
        )
        {
            Confidential = true,
        };

    /// <summary>Returns the card at an instant: an embargo that is over blocks nothing.</summary>
    public StoryCard At(DateTimeOffset now)
    {
        var blockers = Embargo <= now ? Blockers.RemoveAll(b => b.Gate == Gate.EmbargoPassed) : Blockers;
        var isReady = Stage == Domain.Stories.Stage.InReview.ToKebabCase() && blockers.IsEmpty && (Unchanged, Takedown) is (null, null);
        return this with { Blockers = blockers, Ready = isReady };
    }
}

/// <summary>A gate that fails.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Reasons">The number of reasons.</param>
public sealed record Blocker(Gate Gate, int Reasons);
