using Newsroom.Domain.Stories;

namespace Newsroom.Client.Stories;

/// <summary>A story at one version.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">The version; commands name it as <c>BasedOn</c>.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">The language (BCP 47).</param>
/// <param name="Stage">The stage of the working copy.</param>
/// <param name="Publication">What is published.</param>
/// <param name="Article">The texts.</param>
/// <param name="Fingerprint">The fingerprint of the whole article; approvals name it.</param>
/// <param name="Drafter">The person who drafted it.</param>
/// <param name="Authors">Everyone who drafted or revised it.</param>
/// <param name="Quotes">The quotes.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Approvals">The approvals since changes were last requested.</param>
/// <param name="Holds">The holds in force.</param>
/// <param name="Notes">The open notes.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Assignee">The assignee.</param>
/// <param name="Gates">The gates at a past point in time; null for the current state.</param>
/// <param name="Embargo">The embargo.</param>
/// <param name="LegalReview">The request for a legal review.</param>
/// <param name="Waivers">The exceptions to gates.</param>
/// <param name="Dismissals">The dismissed quotations.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Confidential">Its confidentiality; null where everyone on the staff may read it.</param>
/// <param name="Schedule">The pending publication.</param>
/// <param name="ScheduleFailed">The scheduled publication that failed and was not settled.</param>
/// <param name="Replaces">The retracted or killed story for which it is a substitute.</param>
/// <param name="TranslationOf">The story of which it is a translation.</param>
/// <param name="Genre">The genre: report or fact-check.</param>
public sealed record StoryDetails(
    Guid Id,
    long Version,
    string Slug,
    string Desk,
    string Language,
    string Stage,
    Publication Publication,
    ArticleText Article,
    string Fingerprint,
    string Drafter,
    IReadOnlyList<string> Authors,
    IReadOnlyList<PassageDetails> Quotes,
    IReadOnlyList<PassageDetails> Claims,
    IReadOnlyList<ApprovalDetails> Approvals,
    IReadOnlyList<HoldDetails> Holds,
    IReadOnlyList<NoteDetails> Notes,
    DateTimeOffset ChangedAt,
    string? Assignee = null,
    IReadOnlyList<GateResult>? Gates = null,
    EmbargoDetails? Embargo = null,
    LegalReviewDetails? LegalReview = null,
    IReadOnlyList<WaiverDetails>? Waivers = null,
    IReadOnlyList<DismissalDetails>? Dismissals = null,
    string Priority = "normal",
    DateTimeOffset? Due = null,
    ConfidentialityDetails? Confidential = null,
    ScheduleDetails? Schedule = null,
    FailedScheduleDetails? ScheduleFailed = null,
    Guid? Replaces = null,
    Guid? TranslationOf = null,
    string Genre = "report"
)
{
    /// <summary>Gets the quotes and the claims.</summary>
    public IEnumerable<PassageDetails> Passages => Quotes.Concat(Claims);
}

/// <summary>The publication of a story.</summary>
/// <param name="Status">Unpublished, live, withheld, retracted or killed.</param>
/// <param name="Edition">The number of the latest edition; 0 before the first.</param>
public sealed record Publication(string Status, int Edition);

/// <summary>The texts of an article.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Body">The body (Markdown).</param>
/// <param name="Byline">The byline.</param>
/// <param name="Dateline">The dateline.</param>
public sealed record ArticleText(string Headline, string Standfirst, string Body, string Byline, string Dateline);

/// <summary>A quote or a claim.</summary>
/// <param name="Id">The passage, such as <c>q1</c>.</param>
/// <param name="Field">The text that it is in.</param>
/// <param name="Words">Its words.</param>
/// <param name="Fingerprint">The fingerprint; checks name it.</param>
/// <param name="State">Unchecked, verified, adverse, lapsed or orphaned.</param>
/// <param name="Checks">The verdicts given.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Attribution">The words that attribute a quote.</param>
/// <param name="FactCheck">The verdict on a claim that readers see; null where none is public.</param>
/// <param name="FactCheckBlocked">Why the verdict on a claim of a live fact check cannot be public.</param>
public sealed record PassageDetails(
    string Id,
    string Field,
    string Words,
    string Fingerprint,
    string State,
    IReadOnlyList<CheckDetails> Checks,
    string? Speaker = null,
    AttributionDetails? Attribution = null,
    FactCheckDetails? FactCheck = null,
    BlockedFactCheckDetails? FactCheckBlocked = null
)
{
    /// <summary>Gets its place in the text; null where no word of it is left.</summary>
    public QuotedRange? Range { get; init; }

    /// <summary>Gets its words as checks have them: for a quote with an attribution, that too.</summary>
    public string Shown => Attribution is { } attribution ? $"{Words} [{attribution.Words}]" : Words;

    /// <summary>Gets who claimed to check it, even where the claim has expired; null where no one did since it was last checked.</summary>
    public CheckClaim? Checking { get; init; }

    /// <summary>Gets who marked it; for a quote, everyone who attributed it.</summary>
    public IReadOnlyList<string> MarkedBy { get; init; } = [];
}

/// <summary>A verdict on a claim that readers see.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="By">Who published it.</param>
/// <param name="At">When.</param>
public sealed record FactCheckDetails(FactCheckRating Rating, string By, DateTimeOffset At);

/// <summary>Why the verdict on a claim cannot be public.</summary>
/// <param name="Code">The code.</param>
public sealed record BlockedFactCheckDetails(string Code);

/// <summary>The words that attribute a quote.</summary>
/// <param name="Words">The words, such as “said the mayor”.</param>
public sealed record AttributionDetails(string Words);

/// <summary>A fact-checker's verdict.</summary>
/// <param name="Checker">The fact-checker.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="At">When it was given.</param>
/// <param name="Standing">Whether it is for the current words.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="As">The role acted in.</param>
/// <param name="Event">The event; an erasure of its evidence names it.</param>
/// <param name="Words">The words judged.</param>
/// <param name="Method">How the words were checked.</param>
/// <param name="Evidence">The evidence; null where the server left it out because the response is too large.</param>
public sealed record CheckDetails(
    string Checker,
    string Verdict,
    DateTimeOffset At,
    bool Standing,
    string? Reason = null,
    string? Passage = null,
    long? Version = null,
    string? As = null,
    Guid? Event = null,
    string? Words = null,
    string? Method = null,
    IReadOnlyList<EvidenceDetails>? Evidence = null
);

/// <summary>A check as it was recorded.</summary>
/// <param name="Event">The event; an erasure of its evidence names it.</param>
/// <param name="Passage">The passage judged.</param>
/// <param name="Words">The words judged.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Reason">The reason of a verdict other than verified.</param>
/// <param name="Method">How the words were checked.</param>
public sealed record RecordedCheck(
    Guid Event,
    string Passage,
    string Words,
    string Verdict,
    IReadOnlyList<EvidenceDetails> Evidence,
    string? Reason = null,
    string? Method = null
);

/// <summary>A piece of evidence.</summary>
/// <param name="Kind">Its kind; <c>erased</c> where it was erased.</param>
/// <param name="Citation">What it is.</param>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Locator">The page, timestamp or paragraph.</param>
/// <param name="Sha256">The digest of a stored copy.</param>
/// <param name="Excerpt">The relevant words.</param>
/// <param name="SuppliedBy">A sealed reference to who supplied it; never a name.</param>
public sealed record EvidenceDetails(
    string Kind,
    string Citation,
    string? Url = null,
    string? Locator = null,
    string? Sha256 = null,
    string? Excerpt = null,
    string? SuppliedBy = null
)
{
    /// <summary>Gets whether it was erased.</summary>
    public bool IsErased => Kind == "erased";
}

/// <summary>An approval.</summary>
/// <param name="By">The person.</param>
/// <param name="As">The role.</param>
/// <param name="At">When it was given.</param>
/// <param name="Standing">Whether it is for the current article.</param>
public sealed record ApprovalDetails(string By, string As, DateTimeOffset At, bool Standing);

/// <summary>A hold.</summary>
/// <param name="Id">The hold, such as <c>h1</c>.</param>
/// <param name="Role">The role that placed it.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was placed.</param>
public sealed record HoldDetails(string Id, string Role, string By, string Reason, DateTimeOffset At);

/// <summary>An embargo.</summary>
/// <param name="Until">The time before which nothing is published.</param>
/// <param name="By">The person.</param>
/// <param name="At">When it was set.</param>
/// <param name="Reason">The reason.</param>
public sealed record EmbargoDetails(DateTimeOffset Until, string By, DateTimeOffset At, string? Reason = null);

/// <summary>A pending publication of exactly the scheduled words.</summary>
/// <param name="Version">The version that scheduled it.</param>
/// <param name="Time">When it is published.</param>
/// <param name="Fingerprint">The fingerprint of the scheduled article.</param>
/// <param name="By">The person who scheduled it.</param>
/// <param name="At">When it was scheduled.</param>
/// <param name="Kind">The kind of a further edition.</param>
public sealed record ScheduleDetails(
    long Version,
    DateTimeOffset Time,
    string Fingerprint,
    string By,
    DateTimeOffset At,
    string? Kind = null
);

/// <summary>A scheduled publication that failed.</summary>
/// <param name="Version">The version that scheduled it.</param>
/// <param name="Time">When it was due.</param>
/// <param name="By">The person who scheduled it.</param>
/// <param name="Reason">The reason, as a code.</param>
/// <param name="Gates">The gates that failed.</param>
/// <param name="At">When it failed.</param>
public sealed record FailedScheduleDetails(
    long Version,
    DateTimeOffset Time,
    string By,
    string Reason,
    IReadOnlyList<FailedGateDetails> Gates,
    DateTimeOffset At
);

/// <summary>A gate that failed when a scheduled publication was due.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Reasons">The number of its reasons.</param>
/// <param name="Codes">The codes of its reasons.</param>
/// <param name="Subjects">The first of its subjects.</param>
public sealed record FailedGateDetails(string Gate, int Reasons, IReadOnlyList<string> Codes, IReadOnlyList<string> Subjects);

/// <summary>A request for a legal review.</summary>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was requested.</param>
public sealed record LegalReviewDetails(string By, string Reason, DateTimeOffset At);

/// <summary>An exception to a gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Subject">What the gate fails for.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was given.</param>
public sealed record WaiverDetails(string Gate, string Subject, string By, string Reason, DateTimeOffset At);

/// <summary>A dismissed quotation.</summary>
/// <param name="Fingerprint">The fingerprint of its words.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was dismissed.</param>
public sealed record DismissalDetails(string Fingerprint, string By, string Reason, DateTimeOffset At);

/// <summary>A note.</summary>
/// <param name="Id">The note, such as <c>n1</c>.</param>
/// <param name="By">The person.</param>
/// <param name="Text">The text.</param>
/// <param name="MustResolve">Whether publication waits until it is resolved.</param>
/// <param name="At">When it was left.</param>
/// <param name="Passage">The passage that it is about.</param>
public sealed record NoteDetails(string Id, string By, string Text, bool MustResolve, DateTimeOffset At, string? Passage = null);
