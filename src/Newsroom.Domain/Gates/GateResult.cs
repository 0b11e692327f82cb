using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>The rules that must hold before publication.</summary>
[JsonConverter(typeof(KebabCase<Gate>))]
public enum Gate
{
    /// <summary>Every quotation found in the texts is a quote with a speaker.</summary>
    QuotesAttributed,

    /// <summary>Every quote has enough verdicts that its words hold, and none against it.</summary>
    QuotesVerified,

    /// <summary>Every claim likewise.</summary>
    ClaimsChecked,

    /// <summary>Enough people who did not write the article stand behind it.</summary>
    Approvals,

    /// <summary>Nobody has stopped it.</summary>
    NoHolds,

    /// <summary>Every note that must be resolved is.</summary>
    NotesResolved,
}

/// <summary>What a gate said.</summary>
[JsonConverter(typeof(KebabCase<GateOutcome>))]
public enum GateOutcome
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not.</summary>
    Failed,
}

/// <summary>One thing that keeps a gate from holding.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>quote-unverified</c>.</param>
/// <param name="Message">What is wrong and what would settle it, in words an editor acts on.</param>
/// <param name="Commands">The commands that would settle it.</param>
/// <param name="ClearedBy">The roles that can give them.</param>
public sealed record GateReason(string Code, string Message, ImmutableArray<string> Commands, ImmutableArray<Role> ClearedBy)
{
    /// <summary>The passage concerned.</summary>
    public string? Passage { get; init; }

    /// <summary>The text the words concerned are in.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>Where they are.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The words themselves.</summary>
    public string? Words { get; init; }
}

/// <summary>A gate's outcome and, where it failed, everything that keeps it from holding.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Reasons">Empty when it does.</param>
public sealed record GateResult(Gate Gate, GateOutcome Outcome, ImmutableArray<GateReason> Reasons)
{
    /// <summary>The result of a gate that fails for these reasons, or holds when there are none.</summary>
    public static GateResult Of(Gate gate, IEnumerable<GateReason> reasons)
    {
        var all = reasons.ToImmutableArray();
        return new GateResult(gate, all.IsEmpty ? GateOutcome.Passed : GateOutcome.Failed, all);
    }
}
