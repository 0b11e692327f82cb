using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>What a gate said.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<GateOutcome>))]
public enum GateOutcome
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not.</summary>
    Failed,

    /// <summary>It does not, but every reason it has is waived.</summary>
    Waived,
}

/// <summary>A command that would settle what keeps a gate from holding, and who can give it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Roles">In which roles.</param>
public sealed record GateWay(string Command, ImmutableArray<Role> Roles)
{
    /// <summary>The only people who can; empty where anybody in these roles can.</summary>
    public ImmutableArray<string> OnlyBy { get; init; } = [];

    /// <summary>People who cannot, whatever their roles: their own words or deeds are the matter.</summary>
    public ImmutableArray<string> NotBy { get; init; } = [];

    /// <summary>A command, by everybody it is for.</summary>
    public static GateWay By<TCommand>()
        where TCommand : StoryCommand
    {
        var command = CommandCatalog.Of<TCommand>();
        return new GateWay(command.Name, command.Roles);
    }

    /// <summary>The same, but not by these people.</summary>
    public GateWay Except(params IEnumerable<string> people) => this with { NotBy = [.. people.Distinct()] };
}

/// <summary>One thing that keeps a gate from holding. People stand in the message in braces as their identities, as in <see cref="Sentences"/>.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>quote-unverified</c>.</param>
/// <param name="Subject">What it is about: a passage, note or hold by its id, the field a quotation stands in, <c>article</c>, or <c>story</c>.</param>
/// <param name="Message">What is wrong, what would settle it, and who can, in words an editor acts on.</param>
/// <param name="Ways">What would settle it, or bring it nearer, and is possible now: any one of them.</param>
public sealed record GateReason(string Code, string Subject, string Message, ImmutableArray<GateWay> Ways)
{
    /// <summary>The subject as it is: what <c>fact-check</c>, <c>approve</c> and <c>waive-gate</c> are based on. Null where nothing can be based on it.</summary>
    public Fingerprint? Fingerprint { get; init; }

    /// <summary>The text the words concerned are in.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>Where they are.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The words themselves.</summary>
    public string? Words { get; init; }

    /// <summary>Of quoted words, the quote they are, or that has only some of them, or more: what <c>fact-check</c> verifies or <c>attribute-quote</c> attributes anew. Null where none is.</summary>
    public string? Quote { get; init; }

    /// <summary>
    /// Of words found wrong or disputed, the quote or claim that has them: what <c>fact-check</c> judges. Null where none is.
    /// </summary>
    public string? Passage { get; init; }

    /// <summary>Of words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }

    /// <summary>Of quoted words, why they look like nobody's speech; null where nothing says so.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>Of quoted words, the phrase that dismissals in other stories are looked up by; null where they are too long.</summary>
    [JsonIgnore]
    public Fingerprint? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none or it was not looked up.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>The exception made for it; null where none is.</summary>
    public Waiver? Waiver { get; init; }
}

/// <summary>A gate's outcome and, where it failed, everything that keeps it from holding.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Asks">What it asks for, in words.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Reasons">Empty when it does; those with a waiver do not count against it.</param>
public sealed record GateResult(Gate Gate, string Asks, GateOutcome Outcome, ImmutableArray<GateReason> Reasons)
{
    /// <summary>The reasons nobody has waived.</summary>
    [JsonIgnore]
    public IEnumerable<GateReason> Blocking => Reasons.Where(r => r.Waiver is null);

    /// <summary>The result of a gate that fails for these reasons, or holds when there are none.</summary>
    public static GateResult Of(Gate gate, string asks, ImmutableArray<GateReason> reasons) =>
        new(
            gate,
            asks,
            reasons.IsEmpty ? GateOutcome.Passed
                : reasons.All(r => r.Waiver is not null) ? GateOutcome.Waived
                : GateOutcome.Failed,
            reasons
        );
}
