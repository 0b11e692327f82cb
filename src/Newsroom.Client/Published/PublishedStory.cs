using Newsroom.Domain.Stories;

namespace Newsroom.Client.Published;

/// <summary>A published story in a list.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Byline">The byline.</param>
/// <param name="Edition">The number of the latest edition.</param>
/// <param name="Updated">When the latest edition was published.</param>
/// <param name="Status">Live or retracted.</param>
/// <param name="Notice">The notice of a retracted story; null otherwise.</param>
public sealed record PublishedSummary(
    string Slug,
    string Headline,
    string Byline,
    int Edition,
    DateTimeOffset Updated,
    string? Status = null,
    string? Notice = null
);

/// <summary>A published story.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">The body (Markdown).</param>
/// <param name="Byline">The byline.</param>
/// <param name="Dateline">The dateline.</param>
/// <param name="Editions">The editions, oldest first.</param>
public sealed record PublishedStory(
    string Headline,
    string Standfirst,
    string Body,
    string Byline,
    string Dateline,
    IReadOnlyList<EditionSummary> Editions
)
{
    /// <summary>Live or retracted.</summary>
    public string? Status { get; init; }

    /// <summary>The notice of a retracted story, which has no standfirst and no body; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>The verdicts on its claims that are public.</summary>
    public IReadOnlyList<FactCheckSummary> FactChecks { get; init; } = [];

    /// <summary>The live translations, by language.</summary>
    public IReadOnlyList<PublishedTranslation> Translations { get; init; } = [];

    /// <summary>The slug of the retracted story for which it is a substitute; null where there is none.</summary>
    public string? Replaces { get; init; }

    /// <summary>The slug of the substitute for a retracted story; null where there is none.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>A public verdict on a claim.</summary>
/// <param name="Claim">The words of the claim.</param>
/// <param name="Claimant">Who claims it.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Explanation">Why (Markdown).</param>
/// <param name="At">When it was published.</param>
public sealed record FactCheckSummary(string Claim, string Claimant, FactCheckRating Rating, string Explanation, DateTimeOffset At);

/// <summary>A translation of a published story.</summary>
/// <param name="Language">Its language (BCP 47).</param>
/// <param name="Slug">Its slug.</param>
public sealed record PublishedTranslation(string Language, string Slug);

/// <summary>A notice to readers.</summary>
/// <param name="Slug">The slug of the story; null for a killed story, unless the request names it.</param>
/// <param name="Headline">Its present headline; empty for a killed story.</param>
/// <param name="Kind">Correction, clarification, editors-note, retraction or kill.</param>
/// <param name="At">When it was published.</param>
/// <param name="Edition">The edition that it published, or the last one of a story taken down.</param>
/// <param name="Text">The words to readers.</param>
public sealed record PublicCorrection(string? Slug, string Headline, string Kind, DateTimeOffset At, int Edition, string Text);

/// <summary>An edition.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">What a correction tells readers.</param>
public sealed record EditionSummary(int Number, string Kind, DateTimeOffset At, string? Note = null);
