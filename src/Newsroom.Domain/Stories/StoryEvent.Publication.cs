using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of editions, schedules and takedowns.</content>
public abstract partial record StoryEvent
{
    /// <summary>An edition was published, with the article and the outcome of each gate.</summary>
    public abstract record EditionEvent(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : StoryEvent
    {
        /// <summary>The retracted or killed story for which the story is a substitute; null where there is none.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which the story is a translation; null where there is none.</summary>
        public Guid? TranslationOf { get; init; }

        /// <summary>The genre; null for a report.</summary>
        public Genre? Genre { get; init; }
    }

    /// <summary>The first edition, an update or a refile was published.</summary>
    public sealed record StoryPublished(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : EditionEvent(Edition, Kind, Slug, Desk, Language, Article, Fingerprint, Passages, Policy, Gates)
    {
        /// <summary>The version that scheduled it; null where a person published it at once.</summary>
        public long? Schedule { get; init; }
    }

    /// <summary>A correction, a clarification or an editor's note was published.</summary>
    public sealed record StoryCorrected(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : EditionEvent(Edition, Kind, Slug, Desk, Language, Article, Fingerprint, Passages, Policy, Gates)
    {
        /// <summary>The note to readers.</summary>
        public required string Note { get; init; }

        /// <summary>The changes since the previous edition.</summary>
        public required ArticleEdits Changed { get; init; }

        /// <summary>The passages that a correction replaced, as they were; checks of their words are never reinstated.</summary>
        public ImmutableArray<PassageFingerprint> Replaced { get; init; } = [];

        /// <summary>The runs of words that a correction replaced; null when there are none, and in events of earlier builds.</summary>
        public ImmutableArray<ReplacedWords>? ReplacedWords { get; init; }

        /// <summary>Words that an earlier correction replaced and this correction publishes again; null when there are none.</summary>
        public ImmutableArray<string>? RestoredWords { get; init; }
    }

    /// <summary>The publication of exactly these words was scheduled. The version of this event identifies the schedule.</summary>
    /// <param name="Time">When.</param>
    /// <param name="Fingerprint">The article's fingerprint.</param>
    /// <param name="Kind">The kind of a further edition; null for the default.</param>
    public sealed record PublicationScheduled(DateTimeOffset Time, Fingerprint Fingerprint, EditionKind? Kind) : StoryEvent;

    /// <summary>A scheduled publication was cancelled, overtaken by another command, or settled after it had failed.</summary>
    /// <param name="Schedule">The version that scheduled it.</param>
    /// <param name="Time">When it was due.</param>
    /// <param name="Reason">Why; null where none was given.</param>
    public sealed record ScheduleCancelled(long Schedule, DateTimeOffset Time, string? Reason) : StoryEvent;

    /// <summary>A scheduled publication was due, and was refused. The recorded actor is the person who had scheduled it.</summary>
    /// <param name="Schedule">The version that scheduled it.</param>
    /// <param name="Time">When it was due.</param>
    /// <param name="Reason">The code of the reason, as in <see cref="ScheduleFailures"/>.</param>
    /// <param name="Gates">The gates that failed; none for other reasons.</param>
    public sealed record ScheduledPublicationFailed(long Schedule, DateTimeOffset Time, string Reason, ImmutableArray<FailedGate> Gates)
        : StoryEvent;

    /// <summary>The live edition was hidden from readers.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Role">The role in which the person acted: what legal withheld, legal releases.</param>
    /// <param name="Reason">Why.</param>
    public sealed record StoryWithheld(int Edition, Role Role, string Reason) : StoryEvent;

    /// <summary>The withheld edition was shown to readers again.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Reason">Why; null where none was given.</param>
    public sealed record StoryReleased(int Edition, string? Reason) : StoryEvent;

    /// <summary>A published story was retracted, which is final: readers have a notice in its place.</summary>
    /// <param name="Edition">The last edition.</param>
    /// <param name="Reason">Why, for staff.</param>
    /// <param name="Notice">The notice to readers.</param>
    public abstract record TakedownEvent(int Edition, string Reason, string Notice) : StoryEvent;

    /// <summary>A story was retracted. Its page has the notice in place of the article.</summary>
    public sealed record StoryRetracted(int Edition, string Reason, string Notice) : TakedownEvent(Edition, Reason, Notice);

    /// <summary>A story was killed. Nothing of it is public but the notice.</summary>
    /// <param name="Edition">The last edition.</param>
    /// <param name="Role">The role in which the person acted.</param>
    /// <param name="Reason">Why, for staff.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record StoryKilled(int Edition, Role Role, string Reason, string Notice) : TakedownEvent(Edition, Reason, Notice);
}
