using System.Collections.Immutable;
using System.Globalization;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats;

/// <summary>
/// An edition as readers receive it. Every format is rendered from it, so that no two of them differ. Of a retracted story it has no body,
/// of a killed one no words but the notice.
/// </summary>
/// <param name="Story">The id of the story, the same in every edition.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst; may be empty.</param>
/// <param name="Body">Markdown.</param>
public sealed record PublishedEdition(Guid Story, string Slug, string Headline, string Standfirst, string Body)
{
    /// <summary>Gets the byline; may be empty.</summary>
    public string Byline { get; init; } = "";

    /// <summary>Gets the dateline; may be empty.</summary>
    public string Dateline { get; init; } = "";

    /// <summary>Gets the desk.</summary>
    public required string Desk { get; init; }

    /// <summary>Gets the language, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the number of the edition, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the kind of the edition.</summary>
    public required EditionKind Kind { get; init; }

    /// <summary>Gets when edition 1 was published.</summary>
    public required DateTimeOffset FirstPublished { get; init; }

    /// <summary>Gets when this edition was published, its fact checks changed, or the story was taken down.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Gets the fingerprint of the article, hexadecimal; null where its words are not public.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Gets whether the story is live, retracted or killed.</summary>
    public PublicationStatus Status { get; init; } = PublicationStatus.Live;

    /// <summary>Gets the notice of a retracted or killed story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Gets all editions from the first.</summary>
    public ImmutableArray<EditionEntry> History { get; init; } = [];

    /// <summary>Gets the quotes whose words and speaker were verified.</summary>
    public ImmutableArray<VerifiedQuote> Quotes { get; init; } = [];

    /// <summary>Gets the genre.</summary>
    public Genre Genre { get; init; }

    /// <summary>Gets the verdicts on its claims that are public, in the order of their publication.</summary>
    public ImmutableArray<PublishedFactCheck> FactChecks { get; init; } = [];

    /// <summary>Gets how often public fact checks of the story were published or withdrawn.</summary>
    public int FactCheckChanges { get; init; }

    /// <summary>Gets the number of pieces of evidence that were public and are erased.</summary>
    public int ErasedEvidence { get; init; }

    /// <summary>Gets whether the body, and explanations and evidence of fact checks are left out, as of long stories in feeds.</summary>
    public bool IsShortened { get; init; }

    /// <summary>Gets the live stories with the same words in other languages.</summary>
    public ImmutableArray<PublicTranslation> Translations { get; init; } = [];

    /// <summary>Gets the slug of the live story that replaces a retracted or killed one; null where there is none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Gets the corrections, clarifications and editor's notes, in order.</summary>
    public IEnumerable<EditionEntry> Corrections => History.Where(entry => entry.Note is not null);

    /// <summary>Gets whether readers have an article.</summary>
    public bool IsLive => Status == PublicationStatus.Live;

    /// <summary>Gets the note of this edition; null where it has none.</summary>
    public string? Note => IsLive && History is [.., var last] ? last.Note : null;

    /// <summary>
    /// Gets the version of the item in formats of agencies: it increases with each edition, each change of public fact checks, each
    /// erasure of public evidence, and each takedown.
    /// </summary>
    public int Version =>
        Number
        + FactCheckChanges
        + ErasedEvidence
        + Status switch
        {
            PublicationStatus.Retracted => 1,
            PublicationStatus.Killed => 2,
            _ => 0,
        };

    /// <summary>Gets the id of feed items.</summary>
    public string Id => IdOf(Story);

    /// <summary>Returns the id that a story has in feeds.</summary>
    public static string IdOf(Guid story) => $"urn:uuid:{story}";

    /// <summary>Gets what happened to an item, for formats of agencies; null for a first edition.</summary>
    public string? Signal =>
        Kind switch
        {
            EditionKind.First => null,
            EditionKind.Correction => "correction",
            _ => "update",
        };

    /// <summary>Returns the identifier of the item (RFC 3085), the same in every version.</summary>
    public string GuidOf(Site site) =>
        string.Create(CultureInfo.InvariantCulture, $"urn:newsml:{site.Host}:{FirstPublished.UtcDateTime:yyyyMMdd}:{Story}");
}

/// <summary>A translation that readers can open.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Slug">The slug.</param>
public sealed record PublicTranslation(string Language, string Slug);

/// <summary>An edition in the history of a story.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">The note to readers of a correction, clarification or editor's note; null otherwise.</param>
public sealed record EditionEntry(int Number, EditionKind Kind, DateTimeOffset At, string? Note);

/// <summary>A quote of an edition that a fact-checker verified.</summary>
/// <param name="Words">The words that readers see, quotation marks included.</param>
/// <param name="Speaker">The name of the speaker, where the article has it; null otherwise.</param>
public sealed record VerifiedQuote(string Words, string? Speaker);
