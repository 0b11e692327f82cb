using System.Globalization;

namespace Newsroom.Client.Http;

internal static class QueryString
{
    /// <summary>Appends every parameter that has a value.</summary>
    public static string Append(string path, IEnumerable<(string Name, object? Value)> parameters)
    {
        var given = parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(Format(p.Value!))}");
        var query = string.Join('&', given);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string Format(object value) =>
        value switch
        {
            DateTimeOffset time => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
