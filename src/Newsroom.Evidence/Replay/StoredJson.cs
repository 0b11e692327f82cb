using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Newsroom.Evidence.Replay;

/// <summary>Events as they are stored, read without the store.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    /// <summary>An event of a type.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static object Read(JsonNode data, Type type)
    {
        try
        {
            return data.Deserialize(type, Options) ?? throw new FormatException($"There is no {type.Name}.");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"This is no {type.Name}: {problem.Message}", problem);
        }
    }

    /// <summary>An event of a type.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static T Read<T>(JsonNode data) => (T)Read(data, typeof(T));
}
