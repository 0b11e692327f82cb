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

    /// <summary>Returns whether a person can take it in a role.</summary>
    public bool Names(string person, Role role) =>
        Roles.Contains(role) && !NotBy.Contains(person) && (OnlyBy.IsEmpty || OnlyBy.Contains(person));
}

/// <summary>A reason why a gate fails. The message has people's identities in braces, as in <see cref="Sentences"/>.</summary>
public sealed record GateReason : ReasonDetails
{
    /// <summary>Creates a reason.</summary>
    /// <param name="code">Stable and machine-readable, such as <c>quote-unverified</c>.</param>
    /// <param name="subject">
    /// The subject: a passage, note or hold by its id, the field of a quotation, <c>article</c>, or <c>story</c>.
    /// </param>
    /// <param name="message">What is wrong, what would resolve it, and who can do so.</param>
    /// <param name="ways">Alternative commands that would resolve it now, or are the next step.</param>
    [JsonConstructor]
    public GateReason(string code, string subject, string message, ImmutableArray<GateWay> ways) =>
        (Code, Subject, Message, Ways) = (code, subject, message, ways);

    /// <summary>Creates a reason from what a publication stored.</summary>
    internal GateReason(PublishedReason stored, string message)
        : base(stored) =>
        (Code, Subject, Message, Ways) = (stored.Code, stored.Subject, message, stored.Ways is { IsDefault: false } ways ? ways : []);

    /// <summary>Gets the code.</summary>
    public string Code { get; init; }

    /// <summary>Gets the subject.</summary>
    public string Subject { get; init; }

    /// <summary>Gets the message.</summary>
    public string Message { get; init; }

    /// <summary>Gets the ways to resolve it.</summary>
    public ImmutableArray<GateWay> Ways { get; init; }

    /// <summary>For quoted words, the key of dismissals in other stories; null where they are too long.</summary>
    [JsonIgnore]
    public Fingerprint? Phrase { get; init; }
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
