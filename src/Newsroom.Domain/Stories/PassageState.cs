using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>The state of a passage's checks.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PassageState>))]
public enum PassageState
{
    /// <summary>There is no check.</summary>
    Unchecked,

    /// <summary>Its checks have lapsed.</summary>
    Lapsed,

    /// <summary>Every current check verified it.</summary>
    Verified,

    /// <summary>A current check did not verify it.</summary>
    Adverse,

    /// <summary>Its words are no longer in the article.</summary>
    Orphaned,
}

/// <summary>Sums up a passage's checks.</summary>
public static class PassageStates
{
    /// <summary>Returns the state of a passage.</summary>
    public static PassageState State(this Passage passage)
    {
        if (passage.IsOrphaned)
        {
            return PassageState.Orphaned;
        }

        if (!passage.StandingChecks.Any())
        {
            return passage.Checks.IsEmpty ? PassageState.Unchecked : PassageState.Lapsed;
        }

        return passage.StandingChecks.All(c => c.Verdict == Verdict.Verified) ? PassageState.Verified : PassageState.Adverse;
    }
}
