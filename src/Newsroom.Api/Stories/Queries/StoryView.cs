using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A story at one version, as staff reads it.</summary>
public sealed record StoryView
{
    /// <summary>The story.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version; commands name it as <c>If-Match: "v17"</c>.</summary>
    public required long Version { get; init; }

    /// <summary>The slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The desk.</summary>
    public required string Desk { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The stage of the working copy.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The published state.</summary>
    public required Domain.Stories.Publication Publication { get; init; }

    /// <summary>The texts.</summary>
    public required Article Article { get; init; }

    /// <summary>The fingerprint of the whole article, which approvals name.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The person who drafted it.</summary>
    public required string Drafter { get; init; }

    /// <summary>Everyone who drafted or revised it.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>The assignee.</summary>
    public required string? Assignee { get; init; }

    /// <summary>The quotes.</summary>
    public required ImmutableArray<PassageView> Quotes { get; init; }

    /// <summary>The claims.</summary>
    public required ImmutableArray<PassageView> Claims { get; init; }

    /// <summary>The approvals since changes were last requested.</summary>
    public required ImmutableArray<Approval> Approvals { get; init; }

    /// <summary>The holds that are not lifted.</summary>
    public required ImmutableArray<Hold> Holds { get; init; }

    /// <summary>The embargo, also when it has passed; null when none is set.</summary>
    public required Embargo? Embargo { get; init; }

    /// <summary>The retracted or killed story for which it is a substitute; null where there is none.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The story of which it is a translation; null where there is none.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>The genre; it applies to further editions.</summary>
    public Genre Genre { get; init; }

    /// <summary>The pending publication; null where none is scheduled.</summary>
    public PublicationSchedule? Schedule { get; init; }

    /// <summary>The scheduled publication that failed and was not settled; null where there is none.</summary>
    public FailedSchedule? ScheduleFailed { get; init; }

    /// <summary>The request for legal clearance; null when there is none.</summary>
    public required LegalReview? LegalReview { get; init; }

    /// <summary>The waivers; each is valid while its subject has its fingerprint.</summary>
    public required ImmutableArray<Waiver> Waivers { get; init; }

    /// <summary>The dismissed quotations, by fingerprint; <c>/stories/{id}/quoted</c> has their words.</summary>
    public required ImmutableArray<Dismissal> Dismissals { get; init; }

    /// <summary>The open notes.</summary>
    public required ImmutableArray<Note> Notes { get; init; }

    /// <summary>The words found wrong or disputed, which block publication wherever they occur; null when there are none.</summary>
    public ImmutableArray<Finding>? Findings { get; init; }

    /// <summary>The desks that it left during this review, whose policies apply too; null when there are none.</summary>
    public ImmutableArray<string>? DesksLeft { get; init; }

    /// <summary>When it is due; null where no time is set.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Its priority.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>Its confidentiality; null where everyone on the staff may read it.</summary>
    public Confidentiality? Confidential { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version of its desk's policy at that time, for a past state.</summary>
    public int? Policy { get; init; }

    /// <summary>The outcome of each gate at that time, for a past state. Current outcomes are at <c>/stories/{id}/gates</c>.</summary>
    public ImmutableArray<GateResult>? Gates { get; init; }

    /// <summary>Creates the view.</summary>
    internal static StoryView Of(StorySnapshot at, CheckEvents checks) => Of(at.Story, at.Text, checks);

    /// <summary>Counts the erased pieces of evidence.</summary>
    internal int ErasedEvidence() =>
        Quotes.Concat(Claims).SelectMany(p => p.Checks).Sum(c => c.Evidence?.Count(e => e.Kind == EvidenceKind.Erased) ?? 0);

    private static StoryView Of(Story story, StoryText text, CheckEvents checks)
    {
        var verdicts = new FactCheckVerdicts(story);
        return new()
        {
            Id = story.Id,
            Version = story.Version,
            Slug = story.Slug,
            Desk = story.Desk,
            Language = story.Language,
            Stage = story.Stage,
            Publication = story.Publication,
            Article = text.Article,
            Fingerprint = story.Fingerprint,
            Drafter = story.Drafter,
            Authors = story.Authors,
            Assignee = story.Assignee,
            Quotes = Views(story, text, verdicts, checks, PassageKind.Quote),
            Claims = Views(story, text, verdicts, checks, PassageKind.Claim),
            Approvals = story.Approvals,
            Holds = story.Holds,
            Embargo = story.Embargo,
            Replaces = story.Replaces,
            TranslationOf = story.TranslationOf,
            Genre = story.Genre ?? Genre.Report,
            Schedule = story.Schedule,
            ScheduleFailed = story.ScheduleFailed,
            LegalReview = story.LegalReview,
            Waivers = story.Waivers,
            Dismissals = story.Dismissals,
            Notes = story.Notes,
            Findings = story.Findings,
            DesksLeft = story.DesksLeft,
            Confidential = story.Confidential,
            Due = story.Due,
            Priority = story.Priority ?? Priority.Normal,
            DraftedAt = story.DraftedAt,
            ChangedAt = story.ChangedAt,
        };
    }

    private static ImmutableArray<PassageView> Views(
        Story story,
        StoryText text,
        FactCheckVerdicts verdicts,
        CheckEvents checks,
        PassageKind kind
    ) => [.. story.Passages.Where(p => p.Kind == kind).Select(p => PassageView.Of(story, p, text, verdicts, checks))];
}

/// <summary>A quote or a claim with its words.</summary>
/// <param name="Id">The passage's id, such as <c>q1</c>.</param>
/// <param name="Field">The field that contains it.</param>
/// <param name="Range">Its range; null where it is orphaned.</param>
/// <param name="Words">Its words; the last ones of an orphaned passage.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Attribution">The words that attribute a quote.</param>
/// <param name="Fingerprint">The fingerprint, which checks name.</param>
/// <param name="State">The state of its checks.</param>
/// <param name="Checks">Each checker's latest verdict on each wording, with its evidence.</param>
/// <param name="MarkedBy">Who marked it; for a quote, everyone who attributed it.</param>
public sealed record PassageView(
    string Id,
    ArticleField Field,
    TextRange? Range,
    string Words,
    string? Speaker,
    PlacedWords? Attribution,
    Fingerprint Fingerprint,
    PassageState State,
    ImmutableArray<CheckView> Checks,
    ImmutableArray<string> MarkedBy
)
{
    /// <summary>Gets who claimed to check it, until when; null where no one did since it was last checked.</summary>
    public CheckClaim? Checking { get; init; }

    /// <summary>Gets the verdict on a claim that readers see; null where none is public.</summary>
    public PublicFactCheck? FactCheck { get; init; }

    /// <summary>
    /// Gets which verdicts on a claim of a live fact check are missing or contradict each other; null where two agree, and for other
    /// passages.
    /// </summary>
    public BlockedFactCheck? FactCheckBlocked { get; init; }

    /// <summary>Creates the view.</summary>
    internal static PassageView Of(Story story, Passage passage, StoryText text, FactCheckVerdicts verdicts, CheckEvents checks)
    {
        var words = text.Article[passage.Field];
        return new PassageView(
            passage.Id,
            passage.Field,
            passage.IsOrphaned ? null : passage.Range,
            passage.OrphanedWords ?? passage.Range.Of(words),
            passage.Speaker,
            passage.Attribution is { } attribution ? new PlacedWords(attribution, attribution.Of(words)) : null,
            passage.Fingerprint,
            passage.State(),
            [.. passage.Checks.Select(check => checks.View(text.Id, passage.Id, check))],
            passage.MarkedBy
        )
        {
            Checking = passage.Checking,
            FactCheck = passage.Kind == PassageKind.Claim ? (story.FactChecks ?? []).FirstOrDefault(f => f.Claim == passage.Id) : null,
            FactCheckBlocked = IsRateable(story, passage) && FactCheckRule.Of(story, text, verdicts, passage) is { } reason
                ? new BlockedFactCheck(reason.Code, reason.Ways)
                : null,
        };
    }

    private static bool IsRateable(Story story, Passage passage) =>
        passage is { Kind: PassageKind.Claim, IsOrphaned: false }
        && story is { Publication: { Claims: not null, Status: PublicationStatus.Live or PublicationStatus.Withheld } };
}

/// <summary>Why the verdict on a claim cannot be public.</summary>
/// <param name="Code">The code, as in the refusal of publish-fact-check.</param>
/// <param name="Ways">The commands that would resolve it, and who can send them.</param>
public sealed record BlockedFactCheck(string Code, ImmutableArray<GateWay> Ways);

/// <summary>Words with their range.</summary>
/// <param name="Range">The range.</param>
/// <param name="Words">The words.</param>
public sealed record PlacedWords(TextRange Range, string Words);
