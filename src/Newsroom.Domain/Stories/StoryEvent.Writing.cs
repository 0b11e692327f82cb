using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of the words of the article and its description.</content>
public abstract partial record StoryEvent
{
    /// <summary>A story was drafted.</summary>
    public sealed record StoryDrafted(string Desk, string Language, string Slug, Article Article, Fingerprint Fingerprint, int Normaliser)
        : StoryEvent
    {
        /// <summary>The retracted or killed story for which it is a substitute; null where there is none.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which it is a translation; null where there is none.</summary>
        public Guid? TranslationOf { get; init; }

        /// <summary>The genre; null for a report.</summary>
        public Genre? Genre { get; init; }
    }

    /// <summary>Members other than the texts changed; null members did not.</summary>
    public sealed record StoryDescribed(
        string? Desk,
        string? Language,
        string? Slug,
        string? Byline,
        string? Dateline,
        Fingerprint Fingerprint,
        int Normaliser
    ) : StoryEvent
    {
        /// <summary>
        /// The desk it left while it was in review: that desk's policy binds it until the review ends. Null when it left none.
        /// </summary>
        public string? LeftInReview { get; init; }

        /// <summary>
        /// True where the desk or the language changed, which an approval after it must have seen. Null otherwise, and in events of earlier
        /// builds.
        /// </summary>
        public bool? BindsApprovals { get; init; }

        /// <summary>The new genre; null where it did not change.</summary>
        public Genre? Genre { get; init; }
    }

    /// <summary>A revision, as edits of the texts of the version before.</summary>
    public sealed record ArticleRevised(ArticleEdits Edits, Fingerprint Fingerprint, int Normaliser) : StoryEvent
    {
        /// <summary>Inserted words that were moved or restored, with their authors; by field, in order. Null when there are none.</summary>
        [JsonConverter(typeof(CarriedWordsConverter))]
        public ImmutableArray<CarriedWords>? Carried { get; init; }

        /// <summary>The version that was restored; null for other revisions.</summary>
        public long? RestoredFrom { get; init; }

        /// <summary>The version its author based it on, where it was merged with later revisions; null otherwise.</summary>
        public long? BasedOn { get; init; }

        /// <summary>Returns the moved or restored words of one field.</summary>
        public ReadOnlySpan<CarriedWords> CarriedIn(ArticleField field) =>
            Carried is { IsDefaultOrEmpty: false } all ? all.Where(c => c.Field == field).ToArray() : [];
    }

    /// <summary>An unpublished story was spiked.</summary>
    public sealed record StorySpiked(string Reason) : StoryEvent
    {
        /// <summary>True where earlier approvals became void; null where there were none, and in events of earlier builds.</summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>A spiked story was returned to drafting.</summary>
    public sealed record StoryUnspiked(string? Reason) : StoryEvent
    {
        /// <summary>
        /// True where earlier approvals became void because the spike, of an earlier build, had not voided them; null otherwise.
        /// </summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>The file of an imported story was renamed without other changes.</summary>
    public sealed record FileRenamed(string From, string To) : StoryEvent;
}
