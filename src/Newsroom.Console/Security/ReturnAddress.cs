using Microsoft.AspNetCore.Http;

namespace Newsroom.Console.Security;

/// <summary>The page that a sign-in returns to.</summary>
internal static class ReturnAddress
{
    /// <summary>The parameter of the sign-in.</summary>
    public const string Parameter = "return";

    /// <summary>Returns the address, if it is a page of the console; otherwise the first page.</summary>
    public static string Of(HttpRequest request, string? given)
    {
        var home = $"{request.PathBase}/";
        return given?.StartsWith(home, StringComparison.Ordinal) == true && IsOfThisHost(given) ? given : home;
    }

    // Browsers read //host and /\\host as addresses of other hosts.
    private static bool IsOfThisHost(string address) =>
        !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);
}
