using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Converts enums to kebab case: <c>FactChecker</c> is <c>"fact-checker"</c>. Rejects numbers.</summary>
public sealed class KebabCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;

/// <summary>Formats enum values for the API and the CLI.</summary>
public static class KebabCase
{
    /// <summary>Formats a value: <c>Role.FactChecker.ToKebabCase()</c> is <c>"fact-checker"</c>.</summary>
    public static string ToKebabCase<TEnum>(this TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
