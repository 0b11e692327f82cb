using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>How a passage stands with the fact-checkers, in a word.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PassageState>))]
public enum PassageState
{
    /// <summary>Nobody has judged it.</summary>
    Unchecked,

    /// <summary>It has been judged, but not with these words.</summary>
    Lapsed,

    /// <summary>Its words hold, say all who judged them.</summary>
    Verified,

    /// <summary>Somebody judged these words and did not verify them.</summary>
    Adverse,

    /// <summary>Its words are not in the text any more.</summary>
    Orphaned,
}

/// <summary>Sums up a passage's checks.</summary>
public static class PassageStates
{
    /// <summary>The state of a passage.</summary>
    public static PassageState State(this Passage passage) =>
        passage.IsOrphaned ? PassageState.Orphaned
        : passage.StandingChecks.Any(c => c.Verdict != Verdict.Verified) ? PassageState.Adverse
        : passage.StandingChecks.Any() ? PassageState.Verified
        : passage.Checks.IsEmpty ? PassageState.Unchecked
        : PassageState.Lapsed;
}
