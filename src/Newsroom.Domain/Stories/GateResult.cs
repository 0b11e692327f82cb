using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>Outcomes of a gate.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<GateOutcome>))]
public enum GateOutcome
{
    /// <summary>No reason blocks.</summary>
    Passed,

    /// <summary>At least one reason blocks.</summary>
    Failed,

    /// <summary>Every reason is waived.</summary>
    Waived,
}

/// <summary>A command that would resolve a gate's reason, and who can send it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Roles">The roles that can send it.</param>
public sealed record GateWay(string Command, ImmutableArray<Role> Roles)
{
    /// <summary>The only people who can send it; empty where everyone in these roles can.</summary>
    public ImmutableArray<string> OnlyBy { get; init; } = [];

    /// <summary>People who cannot send it because they touched the subject.</summary>
    public ImmutableArray<string> NotBy { get; init; } = [];

    /// <summary>Creates a way for everyone in the command's roles.</summary>
    public static GateWay By<TCommand>()
        where TCommand : StoryCommand
    {
        var command = CommandCatalog.Of<TCommand>();
        return new GateWay(command.Name, command.Roles);
    }

    /// <summary>Returns the way without these people.</summary>
    public GateWay Except(params IEnumerable<string> people) => this with { NotBy = [.. people.Distinct()] };
}

/// <summary>A reason why a gate fails. The message has people's identities in braces, as in <see cref="Sentences"/>.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>quote-unverified</c>.</param>
/// <param name="Subject">The subject: a passage, note or hold by its id, the field of a quotation, <c>article</c>, or <c>story</c>.</param>
/// <param name="Message">What is wrong, what would resolve it, and who can do so.</param>
/// <param name="Ways">Alternative commands that would resolve it now, or are the next step.</param>
public sealed record GateReason(string Code, string Subject, string Message, ImmutableArray<GateWay> Ways)
{
    /// <summary>
    /// The subject's fingerprint, for <c>fact-check</c>, <c>approve</c> and <c>waive-gate</c>; null where no command needs it.
    /// </summary>
    public Fingerprint? Fingerprint { get; init; }

    /// <summary>The field of the words.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The range of the words.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The words.</summary>
    public string? Words { get; init; }

    /// <summary>For quoted words, the quote that overlaps them, to be checked or reattributed; null where there is none.</summary>
    public string? Quote { get; init; }

    /// <summary>For words found wrong or disputed, the passage that has them; null where there is none.</summary>
    public string? Passage { get; init; }

    /// <summary>For words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }

    /// <summary>For quoted words, why they look like something other than speech; null where nothing suggests it.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>For quoted words, the key of dismissals in other stories; null where they are too long.</summary>
    [JsonIgnore]
    public Fingerprint? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none, or before the lookup.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>Its waiver; null where there is none.</summary>
    public Waiver? Waiver { get; init; }
}

/// <summary>A gate's outcome and its reasons.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Asks">Its requirement, in a sentence.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reasons">Empty when it passed; a waived reason does not block.</param>
public sealed record GateResult(Gate Gate, string Asks, GateOutcome Outcome, ImmutableArray<GateReason> Reasons)
{
    /// <summary>The reasons without a waiver.</summary>
    [JsonIgnore]
    public IEnumerable<GateReason> Blocking => Reasons.Where(r => r.Waiver is null);

    /// <summary>Creates the result of a gate from its reasons.</summary>
    public static GateResult Of(Gate gate, string asks, ImmutableArray<GateReason> reasons) => new(gate, asks, OutcomeOf(reasons), reasons);

    private static GateOutcome OutcomeOf(ImmutableArray<GateReason> reasons)
    {
        if (reasons.IsEmpty)
        {
            return GateOutcome.Passed;
        }

        return reasons.All(r => r.Waiver is not null) ? GateOutcome.Waived : GateOutcome.Failed;
    }
}
