using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Newsroom.Evidence.Replay;

/// <summary>Deserializes stored events without the event store.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    /// <summary>Deserializes an event.</summary>
    /// <exception cref="FormatException">The data do not fit the type.</exception>
    public static object Read(JsonNode data, Type type)
    {
        try
        {
            return data.Deserialize(type, Options) ?? throw new FormatException($"The {type.Name} is null.");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"The data are not a {type.Name}: {problem.Message}", problem);
        }
    }

    /// <summary>Deserializes an event.</summary>
    /// <exception cref="FormatException">The data do not fit the type.</exception>
    public static T Read<T>(JsonNode data) => (T)Read(data, typeof(T));
}
