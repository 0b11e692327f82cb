using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Newsroom.Evidence.Replay;

/// <summary>Deserializes stored events without the event store.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireObjectsAndLists } },
    };

    /// <summary>Deserializes an event.</summary>
    /// <exception cref="FormatException">The data do not fit the type.</exception>
    public static object Read(JsonNode data, Type type)
    {
        try
        {
            return HasNullItem(data)
                ? throw new FormatException($"The data are not a {type.Name}: a list has an item that is null.")
                : data.Deserialize(type, Options) ?? throw new FormatException($"The {type.Name} is null.");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"The data are not a {type.Name}: {problem.Message}", problem);
        }
    }

    /// <summary>Deserializes an event.</summary>
    /// <exception cref="FormatException">The data do not fit the type.</exception>
    public static T Read<T>(JsonNode data) => (T)Read(data, typeof(T));

    private static bool HasNullItem(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.Any(member => HasNullItem(member.Value)),
            JsonArray items => items.Any(item => item is null || HasNullItem(item)),
            _ => false,
        };

    // A parameter that is missing would be null, whatever its type says. Nullable members are not stored where they are null.
    private static void RequireObjectsAndLists(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.IsRequired |=
                (!member.PropertyType.IsValueType || IsList(member.PropertyType))
                && member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };
        }
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
}
