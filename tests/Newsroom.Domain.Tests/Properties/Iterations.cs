using System.Globalization;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>How hard a law is tried.</summary>
internal static class Iterations
{
    /// <summary>Cases for each law: 1,000, or what NEWSROOM_LAW_CASES says.</summary>
    public static readonly int Cases = int.TryParse(
        Environment.GetEnvironmentVariable("NEWSROOM_LAW_CASES"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var cases
    )
        ? cases
        : 1000;
}
