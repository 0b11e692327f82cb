using System.Globalization;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>Reads how many requests are sent, and which, from environment variables.</summary>
internal static class FuzzSettings
{
    /// <summary>Returns a number; <paramref name="otherwise"/> where the variable is not set.</summary>
    public static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given
            ? int.Parse(given, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : otherwise;
}
