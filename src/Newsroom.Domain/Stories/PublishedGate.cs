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
public sealed record PublishedReason : ReasonDetails
{
    /// <summary>Creates a reason as it is stored.</summary>
    /// <param name="code">Stable and machine-readable, such as <c>quote-unchecked</c>.</param>
    /// <param name="subject">The subject: a passage or note by its id, the field of a quotation, or <c>article</c>.</param>
    /// <param name="message">In events of earlier builds, the sentence they stored; null otherwise.</param>
    /// <param name="ways">In events of earlier builds, the commands that would have resolved it; null otherwise.</param>
    [JsonConstructor]
    public PublishedReason(string code, string subject, string? message, ImmutableArray<GateWay>? ways) =>
        (Code, Subject, Message, Ways) = (code, subject, message, ways);

    private PublishedReason(GateReason reason)
        : base(reason) => (Code, Subject) = (reason.Code, reason.Subject);

    /// <summary>Gets the code.</summary>
    public string Code { get; init; }

    /// <summary>Gets the subject.</summary>
    public string Subject { get; init; }

    /// <summary>Gets the sentence that an earlier build stored; null otherwise.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the commands that an earlier build stored; null otherwise.</summary>
    public ImmutableArray<GateWay>? Ways { get; init; }

    /// <summary>Returns the reason without its sentence.</summary>
    public static PublishedReason Of(GateReason reason) => new(reason);
}
