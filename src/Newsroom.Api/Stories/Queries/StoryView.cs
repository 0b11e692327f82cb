using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Queries;

/// <summary>A story as people on the desk read it, at one version.</summary>
public sealed record StoryView
{
    /// <summary>The story.</summary>
    public required Guid Id { get; init; }

    /// <summary>How many events made it what it is; commands based on it say <c>If-Match: "v17"</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its desk.</summary>
    public required string Desk { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Where the working copy stands.</summary>
    public required Stage Stage { get; init; }

    /// <summary>What readers have.</summary>
    public required Domain.Stories.Publication Publication { get; init; }

    /// <summary>The words.</summary>
    public required Article Article { get; init; }

    /// <summary>Over the whole article; approvals name it.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>Who drafted it.</summary>
    public required string Drafter { get; init; }

    /// <summary>Everyone who drafted or revised it.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>Whose task it is.</summary>
    public required string? Assignee { get; init; }

    /// <summary>Its quotes.</summary>
    public required ImmutableArray<PassageView> Quotes { get; init; }

    /// <summary>Its claims.</summary>
    public required ImmutableArray<PassageView> Claims { get; init; }

    /// <summary>Approvals since changes were last requested.</summary>
    public required ImmutableArray<Approval> Approvals { get; init; }

    /// <summary>Holds that stand.</summary>
    public required ImmutableArray<Hold> Holds { get; init; }

    /// <summary>The embargo, if one is set; over when its time is past.</summary>
    public required Embargo? Embargo { get; init; }

    /// <summary>Who asked legal to clear the story, if somebody did.</summary>
    public required LegalReview? LegalReview { get; init; }

    /// <summary>Exceptions to gates; each counts while its subject has its fingerprint.</summary>
    public required ImmutableArray<Waiver> Waivers { get; init; }

    /// <summary>Quoted words dismissed as nobody's speech, by fingerprint; <c>/stories/{id}/quoted</c> has their words.</summary>
    public required ImmutableArray<Dismissal> Dismissals { get; init; }

    /// <summary>Notes not resolved.</summary>
    public required ImmutableArray<Note> Notes { get; init; }

    /// <summary>Words found wrong or disputed: they block publication wherever the article has them. Null when there are none.</summary>
    public ImmutableArray<Finding>? Findings { get; init; }

    /// <summary>Desks it left during this review, whose policies it satisfies too; null when there are none.</summary>
    public ImmutableArray<string>? DesksLeft { get; init; }

    /// <summary>When it was drafted.</summary>
    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Of a story in the past, the version of its desk's policy that was in force.</summary>
    public int? Policy { get; init; }

    /// <summary>Of a story in the past, every gate as it stood then. Those of now are at <c>/stories/{id}/gates</c>.</summary>
    public ImmutableArray<GateResult>? Gates { get; init; }

    /// <summary>The view of a story and its words.</summary>
    public static StoryView Of(StoryAt at) => Of(at.Story, at.Text);

    private static StoryView Of(Story story, StoryText text) =>
        new()
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
            Quotes = Views(story, text, PassageKind.Quote),
            Claims = Views(story, text, PassageKind.Claim),
            Approvals = story.Approvals,
            Holds = story.Holds,
            Embargo = story.Embargo,
            LegalReview = story.LegalReview,
            Waivers = story.Waivers,
            Dismissals = story.Dismissals,
            Notes = story.Notes,
            Findings = story.Findings,
            DesksLeft = story.DesksLeft,
            DraftedAt = story.DraftedAt,
            ChangedAt = story.ChangedAt,
        };

    private static ImmutableArray<PassageView> Views(Story story, StoryText text, PassageKind kind) =>
        [.. story.Passages.Where(p => p.Kind == kind).Select(p => PassageView.Of(p, text))];
}

/// <summary>A quote or a claim with its words.</summary>
/// <param name="Id">q1 ... or c1 ...</param>
/// <param name="Field">The text it lies in.</param>
/// <param name="Range">Where; null when it is orphaned.</param>
/// <param name="Words">Its words, or those it had when it lost its place.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Attribution">The words that attribute a quote.</param>
/// <param name="Fingerprint">What a check of it names.</param>
/// <param name="State">How it stands with the fact-checkers.</param>
/// <param name="Checks">Each checker's latest verdict on each wording.</param>
/// <param name="MarkedBy">Who marked it.</param>
public sealed record PassageView(
    string Id,
    ArticleField Field,
    TextRange? Range,
    string Words,
    string? Speaker,
    PlacedWords? Attribution,
    Fingerprint Fingerprint,
    PassageState State,
    ImmutableArray<Check> Checks,
    ImmutableArray<string> MarkedBy
)
{
    /// <summary>The view of a passage.</summary>
    public static PassageView Of(Passage passage, StoryText text)
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
            passage.Checks,
            passage.MarkedBy
        );
    }
}

/// <summary>Words and where they are.</summary>
/// <param name="Range">Where.</param>
/// <param name="Words">The words.</param>
public sealed record PlacedWords(TextRange Range, string Words);
