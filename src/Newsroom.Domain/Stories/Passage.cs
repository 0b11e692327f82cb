using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>What kind of passage it is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PassageKind>))]
public enum PassageKind
{
    /// <summary>Someone else's words, outer quote marks included.</summary>
    Quote,

    /// <summary>A checkable assertion of fact.</summary>
    Claim,
}

/// <summary>A range of a text whose exact words matter.</summary>
/// <param name="Id">Unique in the story: q1, q2 ... for quotes, c1, c2 ... for claims.</param>
/// <param name="Kind">Quote or claim.</param>
/// <param name="Field">The text it lies in.</param>
/// <param name="Range">Where, in that text as it stands.</param>
/// <param name="Fingerprint">Over its words, and for a quote over its speaker and attribution.</param>
/// <param name="MarkedBy">Who marked it; for a quote, everyone who attributed it.</param>
public sealed record Passage(
    string Id,
    PassageKind Kind,
    ArticleField Field,
    TextRange Range,
    Fingerprint Fingerprint,
    ImmutableArray<string> MarkedBy
)
{
    /// <summary>A quote's speaker.</summary>
    public string? Speaker { get; init; }

    /// <summary>Where the words lie that attribute a quote ("said the mayor"), in the same text; null when there are none.</summary>
    public TextRange? Attribution { get; init; }

    /// <summary>Since when it has the words it has: when it was marked, or last reworded.</summary>
    public DateTimeOffset WordedAt { get; init; }

    /// <summary>The words it had when they were lost from the text. A passage without a place blocks nothing.</summary>
    public string? OrphanedWords { get; init; }

    /// <summary>The words that attributed a quote when it lost its place.</summary>
    public string? OrphanedAttribution { get; init; }

    /// <summary>Who had touched its words where they stood before they were carried or lost: they are still theirs.</summary>
    public ImmutableArray<string> CarriedFrom { get; init; } = [];

    /// <summary>Each checker's latest verdict on each wording the passage has had.</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>Whether the passage has lost its place in the text.</summary>
    [JsonIgnore]
    public bool IsOrphaned => OrphanedWords is not null;

    /// <summary>The verdicts that hold for the words as they stand.</summary>
    [JsonIgnore]
    public IEnumerable<Check> StandingChecks => Checks.Where(c => c.Standing);
}

/// <summary>A fact-checker's verdict, bound to the words it was given on.</summary>
/// <param name="Checker">Who gave it.</param>
/// <param name="Fingerprint">The words judged.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, where the verdict is not that the words hold.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Standing">Whether its fingerprint is the current one; otherwise it has lapsed.</param>
public sealed record Check(
    string Checker,
    Fingerprint Fingerprint,
    Verdict Verdict,
    string? Reason,
    long Version,
    DateTimeOffset At,
    bool Standing
);

/// <summary>What a fact-checker finds.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Evidence bears the words out.</summary>
    Verified,

    /// <summary>Evidence contradicts evidence.</summary>
    Disputed,

    /// <summary>Evidence contradicts the words.</summary>
    Wrong,

    /// <summary>No evidence either way can be had.</summary>
    Unverifiable,
}

/// <summary>What a check rests on.</summary>
/// <param name="Kind">What sort of evidence.</param>
/// <param name="Citation">What it is, as a reader of the record would look it up.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Locator">Where in it: page, time stamp, paragraph.</param>
/// <param name="Sha256">The digest of a stored copy, 64 lower-case hexadecimal digits.</param>
/// <param name="Excerpt">The words that bear on the passage.</param>
/// <param name="SuppliedBy">A sealed reference to who supplied it; never a name.</param>
public sealed record EvidenceItem(
    EvidenceKind Kind,
    string Citation,
    string? Url = null,
    string? Locator = null,
    string? Sha256 = null,
    string? Excerpt = null,
    string? SuppliedBy = null
);

/// <summary>Sorts of evidence.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>Sound or pictures of the event itself.</summary>
    Recording,

    /// <summary>What was said, written down.</summary>
    Transcript,

    /// <summary>A paper, an order, a register, a letter.</summary>
    Document,

    /// <summary>The checker asked somebody.</summary>
    Interview,

    /// <summary>Figures.</summary>
    Dataset,

    /// <summary>Somebody who knows the field.</summary>
    Expert,

    /// <summary>What it was has been erased by law; no check can rest on it anew.</summary>
    Erased,
}
