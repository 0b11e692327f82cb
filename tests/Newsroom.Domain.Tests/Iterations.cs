using System.Globalization;

namespace Newsroom.Domain.Tests;

/// <summary>The number of cases per property test.</summary>
internal static class Iterations
{
    /// <summary>250, or NEWSROOM_LAW_CASES.</summary>
    public static readonly int Cases = int.TryParse(
        Environment.GetEnvironmentVariable("NEWSROOM_LAW_CASES"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var cases
    )
        ? cases
        : 250;
}
