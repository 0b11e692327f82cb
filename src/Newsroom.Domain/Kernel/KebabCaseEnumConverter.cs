using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Kernel;

/// <summary>Writes an enum as the words people use: <c>FactChecker</c> is <c>"fact-checker"</c>. Numbers are refused.</summary>
public sealed class KebabCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;

/// <summary>An enum value as the word the API and the CLI use for it.</summary>
public static class Words
{
    /// <summary><c>Role.FactChecker.ToKebabCase()</c> is <c>"fact-checker"</c>.</summary>
    public static string ToKebabCase<TEnum>(this TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
