using System.Globalization;

namespace Newsroom.Cli.Serving;

/// <summary>Addresses with a query.</summary>
internal static class Query
{
    /// <summary>The path with every parameter that has a value.</summary>
    public static string Of(string path, params IEnumerable<(string Name, object? Value)> parameters)
    {
        var query = string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(Text(p.Value!))}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string Text(object value) => value switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
