using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>A gate's outcome as a publication stores it: codes and data, which <see cref="PublishedGateSentences"/> renders.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Asks">In events of earlier builds, the sentence they stored; null otherwise.</param>
/// <param name="Outcome">Passed or waived.</param>
/// <param name="Reasons">The reasons that were waived.</param>
[method: JsonConstructor]
public sealed record PublishedGate(Gate Gate, string? Asks, GateOutcome Outcome, ImmutableArray<PublishedReason> Reasons)
{
    /// <summary>The terms of the policy; null in events of earlier builds.</summary>
    public GateTerms? Terms { get; init; }

    /// <summary>Returns the outcome without its sentences.</summary>
    public static PublishedGate Of(GateResult result, GateTerms? terms) =>
        new(result.Gate, null, result.Outcome, [.. result.Reasons.Select(PublishedReason.Of)]) { Terms = terms };
}

/// <summary>A waived reason as a publication stores it.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>quote-unchecked</c>.</param>
/// <param name="Subject">The subject: a passage or note by its id, the field of a quotation, or <c>article</c>.</param>
/// <param name="Message">In events of earlier builds, the sentence they stored; null otherwise.</param>
/// <param name="Ways">In events of earlier builds, the commands that would have resolved it; null otherwise.</param>
[method: JsonConstructor]
public sealed record PublishedReason(string Code, string Subject, string? Message, ImmutableArray<GateWay>? Ways)
{
    /// <summary>The subject's fingerprint.</summary>
    public Fingerprint? Fingerprint { get; init; }

    /// <summary>The field of the words.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The range of the words.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The words.</summary>
    public string? Words { get; init; }

    /// <summary>For quoted words, the quote that overlaps them; null where there is none.</summary>
    public string? Quote { get; init; }

    /// <summary>For words found wrong or disputed, the passage that has them; null where there is none.</summary>
    public string? Passage { get; init; }

    /// <summary>For words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }

    /// <summary>For quoted words, why they look like something other than speech; null where nothing suggests it.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where it was not looked up.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>Its waiver.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Returns the reason without its sentence.</summary>
    public static PublishedReason Of(GateReason reason) =>
        new(reason.Code, reason.Subject, null, null)
        {
            Fingerprint = reason.Fingerprint,
            Field = reason.Field,
            Range = reason.Range,
            Words = reason.Words,
            Quote = reason.Quote,
            Passage = reason.Passage,
            WordsAlone = reason.WordsAlone,
            Proposal = reason.Proposal,
            DismissedBefore = reason.DismissedBefore,
            Waiver = reason.Waiver,
        };
}
