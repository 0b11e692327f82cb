using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Kinds of passages.</summary>
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
/// <param name="Range">Its range in the current text.</param>
/// <param name="Fingerprint">SHA-256 over its words; for a quote also over speaker and attribution.</param>
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

    /// <summary>The range of a quote's attribution ("said the mayor") in the same text; null when there is none.</summary>
    public TextRange? Attribution { get; init; }

    /// <summary>When it was marked or last reworded.</summary>
    public DateTimeOffset WordedAt { get; init; }

    /// <summary>The words of an orphaned passage, which blocks nothing; null otherwise.</summary>
    public string? OrphanedWords { get; init; }

    /// <summary>The attribution of an orphaned quote; null otherwise.</summary>
    public string? OrphanedAttribution { get; init; }

    /// <summary>People who touched its words before these were moved or removed.</summary>
    public ImmutableArray<string> CarriedFrom { get; init; } = [];

    /// <summary>Each checker's latest verdict on each wording the passage has had.</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>Who claimed to check it; null where no one did since it was last checked.</summary>
    public CheckClaim? Checking { get; init; }

    /// <summary>Whether its words are no longer in the article.</summary>
    [JsonIgnore]
    public bool IsOrphaned => OrphanedWords is not null;

    /// <summary>The checks whose fingerprint is current.</summary>
    [JsonIgnore]
    public IEnumerable<Check> StandingChecks => Checks.Where(c => c.Standing);

    /// <summary>Returns its words as people are shown them: for a quote with an attribution, that too.</summary>
    public string Shown(string text) => Attribution is { } attribution ? $"{Range.Of(text)} [{attribution.Of(text)}]" : Range.Of(text);
}

/// <summary>A fact-checker's verdict, bound to the words it was given on.</summary>
/// <param name="Checker">Who gave it.</param>
/// <param name="Fingerprint">The words judged.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason of a verdict other than verified.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Standing">Whether its fingerprint is current; otherwise it has lapsed.</param>
public sealed record Check(
    string Checker,
    Fingerprint Fingerprint,
    Verdict Verdict,
    string? Reason,
    long Version,
    DateTimeOffset At,
    bool Standing
);

/// <summary>A fact-checker's announcement to check a passage. It stops no one, and expires.</summary>
/// <param name="By">The fact-checker.</param>
/// <param name="At">When it was claimed.</param>
/// <param name="Until">When it expires.</param>
public sealed record CheckClaim(string By, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>How long a claim is in force.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromHours(2);

    /// <summary>Returns whether it is in force.</summary>
    public bool IsInForce(DateTimeOffset now) => now < Until;
}

/// <summary>Verdicts of fact-checkers.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Evidence supports the words.</summary>
    Verified,

    /// <summary>Evidence contradicts evidence.</summary>
    Disputed,

    /// <summary>Evidence contradicts the words.</summary>
    Wrong,

    /// <summary>There is no evidence either way.</summary>
    Unverifiable,
}

/// <summary>A piece of evidence of a check.</summary>
/// <param name="Kind">What sort of evidence.</param>
/// <param name="Citation">What it is, so that it can be looked up.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Locator">The page, timestamp or paragraph.</param>
/// <param name="Sha256">The digest of a stored copy, 64 lower-case hexadecimal digits.</param>
/// <param name="Excerpt">The relevant words.</param>
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

/// <summary>Kinds of evidence.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>Sound or pictures of the event itself.</summary>
    Recording,

    /// <summary>What was said, written down.</summary>
    Transcript,

    /// <summary>A paper, an order, a register, a letter.</summary>
    Document,

    /// <summary>An interview by the checker.</summary>
    Interview,

    /// <summary>Figures.</summary>
    Dataset,

    /// <summary>An expert's opinion.</summary>
    Expert,

    /// <summary>Erased evidence; no new check can cite it.</summary>
    Erased,
}
