using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Newsroom.Api.Hosting;

/// <summary>
/// Finds null where a member's type says there is none. The JSON reader refuses it for constructor parameters, but when it reads from a
/// stream not for properties, whatever <see cref="JsonSerializerOptions.RespectNullableAnnotations"/> says.
/// </summary>
public static class Nulls
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> NeverNull = new();

    /// <summary>The JSON name of a member that is null and must not be; null when there is none.</summary>
    public static string? Find(object request) =>
        NeverNull.GetOrAdd(request.GetType(), Members).FirstOrDefault(p => p.GetValue(request) is null) is { } member
            ? JsonNamingPolicy.CamelCase.ConvertName(member.Name)
            : null;

    private static PropertyInfo[] Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties().Where(p => !p.PropertyType.IsValueType && p.GetIndexParameters().Length == 0 && nullability.Create(p).ReadState == NullabilityState.NotNull)];
    }
}
